package org.shishi.matter;

import java.time.Instant;
import java.util.Optional;
import org.shishi.calendar.Remainder;
import org.shishi.calendar.Within;
import org.shishi.calendar.WorkingDays;

/**
 * By when something must have happened.
 *
 * @param from when it began to count
 * @param at the last moment that is still in time
 * @param estimated counted past the last published calendar: expected, not certain
 * @param rung the clock has acted on it
 * @param stoppedAt since when it is not counted (停钟); then {@code at} means nothing until it goes on
 */
public record Due(
        String deadline,
        Kind kind,
        Instant from,
        Instant at,
        Within within,
        String basis,
        boolean estimated,
        boolean rung,
        Optional<Instant> stoppedAt) {

    /** What it means that it passes. */
    public enum Kind {
        /** A limit: whoever answers for the matter is late. */
        LIMIT,
        /** A window in which something is possible: it is not any more, and nobody is late. */
        WINDOW,
        /** A step of a limit's ladder (黄牌, 红牌, 督办): the clock says so, the limit itself is what counts. */
        STEP
    }

    public boolean isLate(Instant now) {
        return counts() && now.isAfter(at);
    }

    /** A limit that runs: what worklists and registers show. */
    public boolean counts() {
        return kind == Kind.LIMIT && stoppedAt.isEmpty();
    }

    /** Whether what it is about is still in time. */
    boolean runs(Instant now) {
        return stoppedAt.isEmpty() && !now.isAfter(at);
    }

    /** Whether the clock still has to act when it passes: not on a window, what stands, was rung, or is only expected. */
    boolean isToRing() {
        return kind != Kind.WINDOW && stoppedAt.isEmpty() && !rung && !estimated;
    }

    Due rings() {
        return new Due(deadline, kind, from, at, within, basis, estimated, true, stoppedAt);
    }

    Due stopped(Instant now) {
        return stoppedAt.isPresent()
                ? this
                : new Due(deadline, kind, from, at, within, basis, estimated, rung, Optional.of(now));
    }

    /** Counted on from now for what was left; one that had passed before it was stopped stays passed. */
    Due goesOn(Instant now, WorkingDays days) {
        if (stoppedAt.isEmpty()) {
            return this;
        }
        Due going = new Due(deadline, kind, from, at, within, basis, estimated, rung, Optional.empty());
        return at.isBefore(stoppedAt.get())
                ? going
                : going.counted(now, new Remainder(days).of(within, stoppedAt.get(), at), days);
    }

    /** Counted anew from a moment. */
    Due counted(Instant since, Within left, WorkingDays days) {
        var counted = days.expected(since, left);
        return new Due(deadline, kind, since, counted.dueAt(), left, basis, counted.estimated(), false, stoppedAt);
    }
}
