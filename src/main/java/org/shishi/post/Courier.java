package org.shishi.post;

import java.util.Optional;
import java.util.UUID;
import org.shishi.procedure.Notice;

/** Takes letters to where they go. What it is handed a second time under the same id must not arrive twice if it can help it. */
public interface Courier {
    /** The way it goes. */
    Notice.Way way();

    /** Carries one letter, and says what came of it; waits no longer than a minute. Never throws for what is out there. */
    Carried carry(Parcel parcel);

    /**
     * A letter as it leaves.
     *
     * @param to where it goes, in clear: an e-mail address; empty where the way itself is the address
     */
    record Parcel(UUID id, Optional<String> to, String subject, String words, Letter letter) {
        @Override
        public String toString() {
            return "Parcel[" + id + "]";
        }
    }

    /** What came of carrying. */
    sealed interface Carried {
        /** @param receipt what was given for it; nothing personal */
        record Delivered(String receipt) implements Carried {}

        /** It may work another time. */
        record NotNow(String why) implements Carried {}

        /** By this way it never will. */
        record Never(String why) implements Carried {}
    }
}
