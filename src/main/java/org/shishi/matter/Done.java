package org.shishi.matter;

import java.time.Instant;

/**
 * That an act was done, how often, and when and by whom the first and the last time. Enough for nearly every rule, so
 * that deciding needs no history.
 */
public record Done(int times, Instant firstAt, long position, Instant lastAt, String account, String unit) {

    static Done first(long position, Instant at, String account, String unit) {
        return new Done(1, at, position, at, account, unit);
    }

    Done again(long later, Instant at, String by, String of) {
        return new Done(times + 1, firstAt, later, at, by, of);
    }
}
