package org.shishi.matter;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The standings this node saw last. True as long as nobody else has written: the writer asks that of the ledger's size,
 * under its lock, before each batch, and forgets everything when another node has been there.
 */
final class Heads {
    private static final int AT_MOST = 200_000;
    private final Map<Long, Standing> standings = new ConcurrentHashMap<>();
    private final Map<String, Long> numbers = new ConcurrentHashMap<>();
    private final Map<String, Long> series = new ConcurrentHashMap<>();
    private volatile long size = -1;

    /** Forgets all unless the ledger is as this node left it. */
    void confirm(long ledgerSize) {
        if (ledgerSize != size) {
            clear();
        }
        if (standings.size() > AT_MOST) {
            standings.clear();
            numbers.clear();
        }
        size = ledgerSize;
    }

    void clear() {
        standings.clear();
        numbers.clear();
        series.clear();
        size = -1;
    }

    Optional<Standing> find(long matter) {
        return Optional.ofNullable(standings.get(matter));
    }

    Optional<Long> findNumber(String number) {
        return Optional.ofNullable(numbers.get(number));
    }

    void put(Standing standing) {
        standings.put(standing.matter(), standing);
        numbers.put(standing.number(), standing.matter());
    }

    Optional<Long> lastOf(String name) {
        return Optional.ofNullable(series.get(name));
    }

    void count(String name, long last) {
        series.put(name, last);
    }

    void left(long ledgerSize) {
        size = ledgerSize;
    }
}
