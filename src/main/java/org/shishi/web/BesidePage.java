package org.shishi.web;

import java.util.List;
import java.util.Optional;

/**
 * What stands beside a call while it is being written down, as a part of a page.
 *
 * @param caller what the caller asked before; absent until there is a telephone number
 * @param fills what the tables of the pack offer for fields of the form
 */
public record BesidePage(
        Say say,
        Optional<CallerPage> caller,
        List<Like> similar,
        Optional<Advised> subject,
        Optional<Advised> unit,
        List<Snippet> known,
        List<Fill> fills) {

    /** A matter about much the same, and what it can be to the one being written down. */
    public record Like(
            String number, String title, String state, String opened, boolean near, boolean closed, List<Tie> ties) {}

    /**
     * A tie to a similar matter.
     *
     * @param value what is sent when it is chosen
     * @param key pressed with Alt; empty for none
     */
    public record Tie(String value, String label, String key, boolean chosen) {}

    /**
     * A suggestion with its reason.
     *
     * @param field name of the input it would go into; empty where the form has none
     * @param said whether that is what stands there already
     */
    public record Advised(String field, String value, String label, String reason, boolean said) {}

    /** Something that can be answered at once. */
    public record Snippet(String title, String text, String basis) {}

    /** A value offered for a field. */
    public record Fill(String field, String label, String value) {}

    /** Whether any tie is chosen. */
    public boolean isTied() {
        return similar.stream().flatMap(each -> each.ties().stream()).anyMatch(Tie::chosen);
    }

    public boolean isSilent() {
        return caller.isEmpty()
                && similar.isEmpty()
                && subject.isEmpty()
                && unit.isEmpty()
                && known.isEmpty()
                && fills.isEmpty();
    }
}
