package org.shishi.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;

/**
 * The days figures are counted over. An office looks at a week from Monday, a month, a quarter or a year, each beside the one
 * before; any other days stand beside as many days before them.
 *
 * @param kind one of {@link #KINDS}, or {@code days}
 */
record Period(String kind, LocalDate first, LocalDate last) {
    static final List<String> KINDS = List.of("week", "month", "quarter", "year");
    static final String DAYS = "days";

    /** The one of a kind that a day lies in; empty when there is no such kind. */
    static Optional<Period> find(String kind, LocalDate on) {
        return switch (kind) {
            case "week" -> {
                LocalDate monday = on.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield Optional.of(new Period(kind, monday, monday.plusDays(6)));
            }
            case "month" -> Optional.of(months(kind, YearMonth.from(on), 1));
            case "quarter" -> {
                int month = (on.getMonthValue() - 1) / 3 * 3 + 1;
                yield Optional.of(months(kind, YearMonth.of(on.getYear(), month), 3));
            }
            case "year" -> Optional.of(months(kind, YearMonth.of(on.getYear(), 1), 12));
            default -> Optional.empty();
        };
    }

    private static Period months(String kind, YearMonth first, int count) {
        return new Period(kind, first.atDay(1), first.plusMonths(count - 1L).atEndOfMonth());
    }

    /** Empty when the last day lies before the first. */
    static Optional<Period> between(LocalDate first, LocalDate last) {
        return last.isBefore(first) ? Optional.empty() : Optional.of(new Period(DAYS, first, last));
    }

    Period before() {
        LocalDate day = first.minusDays(1);
        return find(kind, day)
                .orElseGet(() -> new Period(DAYS, day.minusDays(ChronoUnit.DAYS.between(first, last)), day));
    }

    Period next() {
        LocalDate day = last.plusDays(1);
        return find(kind, day)
                .orElseGet(() -> new Period(DAYS, day, day.plusDays(ChronoUnit.DAYS.between(first, last))));
    }

    /** {@code 2021-10-01 – 2021-10-31}. */
    String inWords() {
        return first + " – " + last;
    }
}
