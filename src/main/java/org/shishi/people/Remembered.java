package org.shishi.people;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * What was read a moment ago. Changes made here are seen at once ({@link #forget}), those another process makes to the
 * tables after the given time.
 */
final class Remembered<T> {
    private static final int MOST = 10_000;

    private final Map<String, Kept<T>> kept = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private final long nanos;

    private record Kept<T>(T value, long since) {}

    Remembered(Duration time) {
        this.nanos = time.toNanos();
    }

    /** What is not there is not remembered: strangers cannot fill the memory. */
    Optional<T> find(String key, Supplier<Optional<T>> read) {
        Kept<T> old = kept.get(key);
        if (old != null && System.nanoTime() - old.since() < nanos) {
            return Optional.of(old.value());
        }
        long before = changes.get();
        Optional<T> value = read.get();
        value.ifPresent(found -> keep(key, found, before));
        return value;
    }

    /** Unless something changed while it was read. */
    private void keep(String key, T value, long before) {
        if (kept.size() >= MOST) {
            kept.clear();
        }
        Kept<T> now = new Kept<>(value, System.nanoTime());
        kept.put(key, now);
        if (changes.get() != before) {
            kept.remove(key, now);
        }
    }

    void forget() {
        changes.incrementAndGet();
        kept.clear();
    }
}
