package org.shishi.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.shishi.sheet.Figures;

/**
 * What the address of the figures asks for. Dates that are none count as not given: the form shows what was taken.
 *
 * @param period empty when neither a kind nor both a first and a last day are asked for
 * @param from first day when any days are asked for, and {@code to} the last; either may be open
 * @param by the column they are split by, or {@code day} or {@code month}
 */
record FiguresAsked(Optional<Period> period, Optional<LocalDate> from, Optional<LocalDate> to, Optional<String> by) {

    static FiguresAsked of(Map<String, String> said, LocalDate today) {
        Optional<String> by = Optional.of(said.getOrDefault("by", "")).filter(column -> !column.isBlank());
        LocalDate on = day(said, "on").orElse(today);
        Optional<Period> period = Period.find(said.getOrDefault("period", ""), on);
        if (period.isPresent()) {
            return new FiguresAsked(period, period.map(Period::first), period.map(Period::last), by);
        }
        Optional<LocalDate> from = day(said, "from");
        Optional<LocalDate> to = day(said, "to");
        return new FiguresAsked(from.flatMap(first -> to.flatMap(last -> Period.between(first, last))), from, to, by);
    }

    private static Optional<LocalDate> day(Map<String, String> said, String name) {
        try {
            return Optional.of(LocalDate.parse(said.getOrDefault(name, "")))
                    .filter(day -> day.getYear() > 1 && day.getYear() < 9_999);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** As the figures are asked, for rows with these values. */
    Figures.Asked asked(Map<String, String> where) {
        return new Figures.Asked(from, to, where, by);
    }

    /** The same of the period before; empty when no period is asked for. */
    Optional<Figures.Asked> before(Map<String, String> where) {
        return period.map(Period::before)
                .map(before -> new Figures.Asked(
                        Optional.of(before.first()), Optional.of(before.last()), where, Optional.empty()));
    }

    /** The kind of the period, empty for any days. */
    String kind() {
        return period.map(Period::kind)
                .filter(kind -> !kind.equals(Period.DAYS))
                .orElse("");
    }

    /** The address of the same figures over another period. */
    String address(Period other) {
        String days = other.kind().equals(Period.DAYS)
                ? "from=" + other.first() + "&to=" + other.last()
                : "period=" + other.kind() + "&on=" + other.first();
        return "/figures?" + days + by.map(column -> "&by=" + column).orElse("");
    }
}
