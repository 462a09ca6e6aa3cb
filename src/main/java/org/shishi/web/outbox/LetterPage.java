package org.shishi.web.outbox;

import java.util.List;
import org.shishi.web.Frame;

/**
 * One letter, and what can be decided about it.
 *
 * @param facts what is known of it, label by label
 * @param choices what can be decided now; none while it is in hand or once it has arrived
 * @param why what was typed
 * @param wrong what was wrong with it; empty when nothing was
 */
public record LetterPage(
        Frame frame, OutboxPage.Row row, List<Fact> facts, List<OutboxPage.Choice> choices, String why, String wrong) {
    /** A label and what stands beside it. */
    public record Fact(String label, String value) {}
}
