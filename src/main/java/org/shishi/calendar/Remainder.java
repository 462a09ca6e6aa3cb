package org.shishi.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/** What is left of a limit that was stopped (停钟), and limits that run to a given day. */
public record Remainder(WorkingDays days) {
    private static final int MINUTES = 60;

    /** The working days after a moment's day up to another day, at least one. */
    public Within workingDaysTo(Instant from, LocalDate to) {
        return whole(count(WorkingDays.local(from).toLocalDate(), to), Within.Unit.WORKING_DAYS);
    }

    /** The working days left of the month a moment lies in, and so many more. */
    public Within monthAnd(Instant from, int more) {
        LocalDate day = WorkingDays.local(from).toLocalDate();
        return whole(count(day, YearMonth.from(day).atEndOfMonth()) + more, Within.Unit.WORKING_DAYS);
    }

    private int count(LocalDate after, LocalDate upTo) {
        int count = 0;
        for (LocalDate day = after; day.isBefore(upTo); day = day.plusDays(1)) {
            count += days.works(day.plusDays(1)) ? 1 : 0;
        }
        return count;
    }

    /** What is left at a moment before its end, in its own unit; a day or hour begun counts as used, one is left at least. */
    public Within of(Within limit, Instant now, Instant end) {
        Duration left = Duration.between(now, end);
        return switch (limit.unit()) {
            case WORKING_DAYS -> workingDaysTo(now, WorkingDays.local(end).toLocalDate());
            case DAYS -> whole(left.toDays(), limit.unit());
            case HOURS -> whole(left.toHours(), limit.unit());
            case WORKING_HOURS ->
                whole(Math.round(days.between(now, end) * days.hours().minutesADay()) / MINUTES, limit.unit());
        };
    }

    private static Within whole(long count, Within.Unit unit) {
        return new Within((int) Math.max(1, count), unit);
    }
}
