package org.shishi.files;

/** A file ends before it should, or is not put together as its kind is. */
final class Damaged extends Exception {
    private static final long serialVersionUID = 1;

    Damaged(String what) {
        super(what);
    }
}
