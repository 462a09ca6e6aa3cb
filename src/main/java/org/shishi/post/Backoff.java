package org.shishi.post;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * When a letter that failed goes out again: after one minute, then twice as long each time up to four hours, a tenth more
 * or less so that a whole city's letters do not come back at once; given up after ten tries, some eight hours.
 */
final class Backoff {
    static final int TRIES = 10;
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(4);
    private static final int PARTS = 1000;

    private Backoff() {}

    /**
     * How long to wait; empty when it is time to give up. The jitter is drawn from letter and try, so that the same letter
     * waits equally long on every node.
     *
     * @param tries how often it went out
     */
    static Optional<Duration> after(UUID letter, int tries) {
        if (tries >= TRIES) {
            return Optional.empty();
        }
        Duration plain = FIRST.multipliedBy(1L << (tries - 1));
        Duration wait = plain.compareTo(LONGEST) > 0 ? LONGEST : plain;
        int drawn = Math.floorMod(letter.hashCode() * 31 + tries * 7919, PARTS + 1);
        return Optional.of(wait.multipliedBy(9L * PARTS + 2L * drawn).dividedBy(10L * PARTS));
    }
}
