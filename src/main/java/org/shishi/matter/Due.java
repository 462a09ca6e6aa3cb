package org.shishi.matter;

import java.time.Instant;
import org.shishi.calendar.Within;

/**
 * By when something must have happened.
 *
 * @param from when it began to count
 * @param at the last moment that is still in time
 * @param estimated counted past the last published calendar: expected, not certain
 * @param rung the clock has acted on it
 */
public record Due(
        String deadline, Instant from, Instant at, Within within, String basis, boolean estimated, boolean rung) {

    public boolean isLate(Instant now) {
        return now.isAfter(at);
    }

    Due rings() {
        return new Due(deadline, from, at, within, basis, estimated, true);
    }
}
