package org.shishi.matter;

import java.util.List;
import java.util.Optional;
import org.shishi.ledger.Entry;

/** What came of a command: recorded for good, or refused with every reason at once. */
public sealed interface Outcome {
    /**
     * The entry stands in the ledger and survives a power cut.
     *
     * @param after where its matter stands after it; empty when the slip had been recorded before and nothing was added
     */
    record Recorded(Entry entry, Optional<Standing> after) implements Outcome {
        /** Whether it had been recorded before and nothing was added. */
        public boolean again() {
            return after.isEmpty();
        }
    }

    record Refused(List<Refusal> why) implements Outcome {
        public Refused {
            why = List.copyOf(why);
        }
    }
}
