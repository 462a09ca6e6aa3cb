package org.shishi.files;

import java.util.Locale;

/** Why a file is not taken. */
public enum Unfit {
    EMPTY,
    /** None of the formats we know, whatever its name says. */
    UNKNOWN,
    TOO_LARGE,
    /** Ends before it should, or is not put together as its kind is. */
    DAMAGED,
    /** A document that runs scripts or starts programs. */
    ACTIVE,
    /** A document under a password, which nobody can look into. */
    LOCKED,
    INFECTED,
    /** It should have been looked at for viruses and could not be. */
    NOT_SCANNED;

    /** As words and the API name it: {@code file-too-large}. */
    public String keyword() {
        return "file-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
