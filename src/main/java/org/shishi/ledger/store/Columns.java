package org.shishi.ledger.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Values with the positions they belong to, on their way into arrays of one length. */
final class Columns<T> {
    private final List<Long> positions;
    private final List<T> values;

    Columns(int expected) {
        positions = new ArrayList<>(expected);
        values = new ArrayList<>(expected);
    }

    void add(long position, T value) {
        positions.add(position);
        values.add(value);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    Long[] positions() {
        return positions.toArray(Long[]::new);
    }

    <R> R[] map(Function<T, R> part, IntFunction<R[]> array) {
        return values.stream().map(part).toArray(array);
    }
}
