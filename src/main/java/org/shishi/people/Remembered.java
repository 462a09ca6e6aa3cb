package org.shishi.people;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * What was read a moment ago. Changes made here are seen at once ({@link #forget}), those another process makes to the
 * tables after the given time.
 */
final class Remembered<T> {
    private static final int MOST = 10_000;
    /** How much longer it serves those who find it being read again. */
    private static final long GRACE = Duration.ofSeconds(5).toNanos();

    private final Map<String, Kept<T>> kept = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private final long nanos;

    private record Kept<T>(T value, long since, AtomicBoolean beingRead) {}

    Remembered(Duration time) {
        this.nanos = time.toNanos();
    }

    /** What is not there is not remembered: strangers cannot fill the memory. */
    Optional<T> find(String key, Supplier<Optional<T>> read) {
        Kept<T> old = kept.get(key);
        return old == null
                ? read(key, read)
                : Optional.of(old.value()).filter(_ -> isFresh(old)).or(() -> again(key, old, read));
    }

    /** When its time is over one caller reads it again; the others go on with what they have. */
    private boolean isFresh(Kept<T> old) {
        long age = System.nanoTime() - old.since();
        return age < nanos || (age < nanos + GRACE && !old.beingRead().compareAndSet(false, true));
    }

    private Optional<T> again(String key, Kept<T> old, Supplier<Optional<T>> read) {
        try {
            Optional<T> now = read(key, read);
            if (now.isEmpty()) {
                kept.remove(key, old);
            }
            return now;
        } finally {
            old.beingRead().set(false);
        }
    }

    private Optional<T> read(String key, Supplier<Optional<T>> read) {
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
        Kept<T> now = new Kept<>(value, System.nanoTime(), new AtomicBoolean());
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
