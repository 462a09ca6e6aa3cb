package org.shishi.procedure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What somebody said in an act: names and values as text, in the order asked. A field of several parts stands as
 * {@code caller.phone}; a day as {@code 2021-10-08}, a moment in ISO 8601, a number without grouping. Empty values are
 * left out: what was not said is not there.
 */
public record Facts(Map<String, String> values) {
    public static final Facts NONE = new Facts(Map.of());

    public Facts {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static Facts of(Map<String, String> values) {
        return values.isEmpty() ? NONE : new Facts(values);
    }

    public static Facts of(String name, String value) {
        return new Facts(Map.of(name, value));
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** These facts with the other's laid over them. */
    public Facts with(Facts later) {
        if (later.isEmpty()) {
            return this;
        }
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(later.values);
        return new Facts(all);
    }

    public Facts only(Predicate<String> names) {
        Map<String, String> some = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (names.test(name)) {
                some.put(name, value);
            }
        });
        return of(some);
    }
}
