package org.shishi.web;

import java.util.List;
import java.util.Optional;

/**
 * A worklist.
 *
 * @param counts how many stand at each light, with the address that shows only those
 * @param only the light shown alone
 * @param together the acts that may be done to many of these at once
 * @param slip of whatever is pressed on this page
 * @param said what was wrong with what was pressed; empty when nothing was
 * @param watches what the reader keeps an eye on
 */
public record WorkPage(
        Frame frame,
        long total,
        List<Count> counts,
        Optional<String> only,
        List<Item> items,
        List<Press> together,
        String slip,
        String said,
        List<Watch> watches) {

    /** What the reader keeps an eye on, though nothing is asked of them; the first of so many. */
    public record Watch(String title, long total, List<Item> items) {}

    WorkPage watching(List<Watch> lists) {
        return new WorkPage(frame, total, counts, only, items, together, slip, said, lists);
    }

    /** A light and how many stand at it. */
    public record Count(String light, long count, String href) {}

    /**
     * One matter that waits.
     *
     * @param notes why it comes first, by which rule it must be called back, what is due besides
     */
    public record Item(
            String number,
            String title,
            String under,
            String light,
            List<Press> presses,
            List<String> notes,
            String place,
            String left,
            boolean ticks) {}

    /**
     * An act that may be done from the list.
     *
     * @param act procedure and act, {@code appeal/sign}
     * @param href of its form; empty when the press itself does it
     */
    public record Press(String act, String label, String hint, String key, String href) {
        public boolean isPressed() {
            return href.isEmpty();
        }
    }

    /** Whether all that waits is in the list. */
    public boolean isWhole() {
        return only.isPresent() || items.size() >= total;
    }
}
