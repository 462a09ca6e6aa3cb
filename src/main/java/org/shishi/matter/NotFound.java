package org.shishi.matter;

/** What was asked for by name or number is not there, or not for this actor to know of. */
public final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotFound(String what) {
        super(what);
    }
}
