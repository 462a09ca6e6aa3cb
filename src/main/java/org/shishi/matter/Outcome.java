package org.shishi.matter;

import java.util.List;
import org.shishi.ledger.Entry;

/** What came of a command: recorded for good, or refused with every reason at once. */
public sealed interface Outcome {
    /**
     * The entry stands in the ledger and survives a power cut.
     *
     * @param again true when the slip had been recorded before and nothing was added
     */
    record Recorded(Entry entry, boolean again) implements Outcome {}

    record Refused(List<Refusal> why) implements Outcome {
        public Refused {
            why = List.copyOf(why);
        }
    }
}
