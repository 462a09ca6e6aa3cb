package org.shishi.matter;

/** The desk has as much waiting as it will hold. Nothing was recorded; try again after a second. */
public final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Busy() {
        super("the desk is full; try again in a second");
    }
}
