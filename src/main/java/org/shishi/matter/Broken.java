package org.shishi.matter;

/** Something that must work did not: the database, the ledger, the program itself. Caught nowhere below the web. */
public final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Broken(String what, Throwable cause) {
        super(what, cause);
    }

    public Broken(String what) {
        super(what);
    }
}
