package org.shishi.matter;

import java.util.Set;

/** Facts the house itself writes into entries; no procedure may name a field like them. */
public final class Reserved {
    /** The deadline an act of the clock is about. */
    public static final String DEADLINE = "deadline";
    /** The entry by which a matter was opened out of another. */
    public static final String OPENED_BY = "opened-by";

    /** The notice an entry tells of. */
    public static final String NOTICE = "notice";
    /** The entry a notice is about. */
    public static final String NOTICE_OF = "notice.of";
    /** Who was to be told: a field of the matter, or an account behind an {@code @}; never a name or a number. */
    public static final String NOTICE_TO = "notice.to";
    /** By which way it went last. */
    public static final String NOTICE_BY = "notice.by";
    /** What was said: short facts only. */
    public static final String NOTICE_WORDS = "notice.words";
    /** What the courier got for it. */
    public static final String NOTICE_RECEIPT = "notice.receipt";
    /** Why it could not be delivered. */
    public static final String NOTICE_WHY = "notice.why";

    /** Who of the office decided about it, and why: had it tried anew, gave it up, or told the addressee themselves. */
    public static final String NOTICE_HAND = "notice.hand";

    static final Set<String> OF_NOTICES =
            Set.of(NOTICE, NOTICE_OF, NOTICE_TO, NOTICE_BY, NOTICE_WORDS, NOTICE_RECEIPT, NOTICE_WHY, NOTICE_HAND);

    private Reserved() {}
}
