package org.shishi.matter;

import java.util.Set;

/** Facts the house itself writes into entries; no procedure may name a field like them. */
public final class Reserved {
    /** The deadline an act of the clock is about. */
    public static final String DEADLINE = "deadline";
    /** The entry by which a matter was opened out of another. */
    public static final String OPENED_BY = "opened-by";

    static final Set<String> ALL = Set.of(DEADLINE, OPENED_BY);

    private Reserved() {}
}
