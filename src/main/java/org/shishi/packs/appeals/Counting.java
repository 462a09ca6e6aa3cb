package org.shishi.packs.appeals;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.shishi.matter.Done;
import org.shishi.matter.Standing;

/**
 * Until when the place of an appeal in a rate may be contested: while the month it counts in is not yet published. Some rates
 * count on the day of dispatch, the others on that of the call-back.
 */
final class Counting {
    /** The choice of a rate. */
    static final String RATE = "which-rate";

    private static final String BY_DISPATCH = "counting-dispatch";
    private static final String BY_CALL_BACK = "counting-call-back";
    private static final Set<String> OF_DISPATCH = Set.of("response-rate", "on-time-rate");

    private Counting() {}

    /** Whether any rate it counts in is still to be published. */
    static boolean isOpen(Standing standing, Instant at) {
        return runs(standing, BY_DISPATCH, at) || runs(standing, BY_CALL_BACK, at);
    }

    static boolean isOpen(Standing standing, String rate, Instant at) {
        return runs(standing, OF_DISPATCH.contains(rate) ? BY_DISPATCH : BY_CALL_BACK, at);
    }

    private static boolean runs(Standing standing, String window, Instant at) {
        return standing.findDue(window).filter(due -> !at.isAfter(due.at())).isPresent();
    }

    /** Whether somebody contested its place and nobody has ruled yet. */
    static boolean isContested(Standing standing) {
        long ruled = Stream.of("leave-out", "count-in")
                .flatMap(act -> standing.findDone(act).stream())
                .mapToLong(Done::position)
                .max()
                .orElse(0);
        return standing.findDone("contest-count")
                .filter(contested -> contested.position() > ruled)
                .isPresent();
    }
}
