package org.shishi.paper.lists;

import java.util.List;
import java.util.Locale;

/**
 * A file that is no list we can read, as a whole; what is wrong with single rows is told of each of them. Whoever named the
 * file can mend it. The words stand under {@code list.<name>}, with {@link #args} filled in.
 */
public final class NoList extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What is wrong. */
    public enum Reason {
        /** Nothing in it, or no row where the headings should stand. */
        EMPTY,
        /** Neither a CSV nor an Excel workbook, whatever its name says. */
        UNKNOWN_KIND,
        /** A workbook under a password. */
        LOCKED,
        /** Packed as a workbook is, but none, or a damaged one. */
        BROKEN,
        /** No sheet of this name; the second argument names those there are. */
        NO_SHEET,
        /** No encoding of this name. */
        NO_ENCODING,
        /** A cell that never ends: a quotation mark is opened after this line and not closed. */
        ENDLESS_CELL;

        /** The name in the words: {@code NO_SHEET} is {@code no-sheet}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;
    private final List<String> args;

    NoList(Reason reason, String... args) {
        super(reason.word() + " " + List.of(args));
        this.reason = reason;
        this.args = List.of(args);
    }

    public Reason reason() {
        return reason;
    }

    public List<String> args() {
        return args;
    }
}
