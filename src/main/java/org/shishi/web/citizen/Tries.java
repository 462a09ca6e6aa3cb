package org.shishi.web.citizen;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often something was done from one place, or to one number, within a while. Kept in memory only, and never more than
 * so many: strangers cannot fill it. For any number of threads.
 */
final class Tries {
    private static final int MOST = 20_000;

    private final int atMost;
    private final Duration within;
    private final Map<String, Count> counts = new LinkedHashMap<>();

    /** @param atMost so often; then no more until the while is over that began with the first */
    Tries(int atMost, Duration within) {
        this.atMost = atMost;
        this.within = within;
    }

    private record Count(Instant since, int times) {}

    /** Until when there is no further try; empty while there is one. */
    synchronized Optional<Instant> findSpent(String who, Instant now) {
        return Optional.ofNullable(counts.get(who))
                .filter(count -> count.times() >= atMost)
                .map(count -> count.since().plus(within))
                .filter(now::isBefore);
    }

    synchronized void count(String who, Instant now) {
        int times = Optional.ofNullable(counts.get(who))
                .filter(count -> now.isBefore(count.since().plus(within)))
                .map(Count::times)
                .orElse(0);
        Instant since =
                times == 0 ? now : counts.getOrDefault(who, new Count(now, 0)).since();
        counts.remove(who);
        if (counts.size() >= MOST) {
            counts.remove(counts.keySet().iterator().next());
        }
        counts.put(who, new Count(since, times + 1));
    }
}
