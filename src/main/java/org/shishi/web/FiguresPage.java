package org.shishi.web;

import java.time.LocalDate;
import java.util.List;

/**
 * The figures of all packs.
 *
 * @param span the days they are counted over
 * @param by the column they are split by; empty for none
 * @param sections the figures, by whose work they measure
 * @param own the shares of the reader's own units
 * @param asAt up to which entry they are true
 */
public record FiguresPage(
        Frame frame,
        Span span,
        String by,
        List<FormView.Option> splits,
        List<Section> sections,
        List<Own> own,
        String asAt) {

    /**
     * The days asked for.
     *
     * @param kind of the period, empty for any days
     * @param on a day of the period
     * @param from first day, and {@code to} the last, as taken; empty for open ends
     * @param words the days of the period; empty when there is none
     * @param before the days of the period before, with its address in {@code earlier}
     * @param later the address of the period after
     */
    public record Span(
            String kind,
            List<FormView.Option> kinds,
            String on,
            String from,
            String to,
            String words,
            String before,
            String earlier,
            String later) {
        static Span of(Say say, FiguresAsked asked) {
            boolean isKind = !asked.kind().isEmpty();
            return new Span(
                    asked.kind(),
                    Period.KINDS.stream()
                            .map(kind -> new FormView.Option(kind, say.word("figures.period." + kind), ""))
                            .toList(),
                    isKind ? asked.from().map(LocalDate::toString).orElse("") : "",
                    isKind ? "" : asked.from().map(LocalDate::toString).orElse(""),
                    isKind ? "" : asked.to().map(LocalDate::toString).orElse(""),
                    asked.period().map(Period::inWords).orElse(""),
                    asked.period().map(period -> period.before().inWords()).orElse(""),
                    asked.period().map(period -> asked.address(period.before())).orElse(""),
                    asked.period().map(period -> asked.address(period.next())).orElse(""));
        }
    }

    /** @param title empty for the figures of whoever answers for matters */
    public record Section(String title, List<Shown> figures) {}

    /** The shares of one unit. */
    public record Own(String title, List<Shown> figures) {}

    /**
     * One figure.
     *
     * @param value in words, a dash when there is nothing to count
     * @param before its value in the period before; empty when none is asked for
     * @param ninetieth of a median or mean, what nine in ten do not exceed; empty for a count
     * @param href the rows it is made of
     */
    public record Shown(
            String name,
            String title,
            String hint,
            String value,
            String before,
            String ninetieth,
            String href,
            List<Made> made,
            List<Part> parts) {}

    /**
     * A count that a share is made of.
     *
     * @param role what it is to the share: above the line, below it, left out or contested
     */
    public record Made(String role, String title, String value, String href) {}

    /** @param share of the greatest part, for the bar */
    public record Part(String label, String value, String ninetieth, String rows, String href, double share) {}
}
