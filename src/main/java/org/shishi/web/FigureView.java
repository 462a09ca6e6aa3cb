package org.shishi.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shishi.procedure.Figure;
import org.shishi.sheet.Figures;

/** Puts one figure into words for one reader: its value, the one of the period before, its making and its parts. */
record FigureView(Say say, ColumnWords words, Figure figure, Figures figures, FiguresAsked said) {
    static final Set<String> TIMES = Set.of("day", "month");

    /** @param where values that the rows counted must have */
    FiguresPage.Shown shown(Map<String, String> where) {
        Figures.Asked asked = said.asked(where);
        Figures.Asked own = splits() ? asked : new Figures.Asked(asked.from(), asked.to(), where, Optional.empty());
        Figures.Figure got = figures.get(figure.name(), own);
        double most = got.parts().stream()
                .flatMap(part -> part.value().stream())
                .mapToDouble(BigDecimal::doubleValue)
                .max()
                .orElse(1);
        return new FiguresPage.Shown(
                figure.name(),
                say.first("figure." + figure.name()),
                say.find("hint.figure." + figure.name()).orElse(""),
                FigureWords.value(say, figure, got.value()),
                before(where),
                ninetieth(got.ninetieth()),
                FigureWords.rows(figure, got.made()),
                got.ratio().map(ratio -> FigureWords.made(say, ratio)).orElse(List.of()),
                got.parts().stream().map(part -> part(got, own, part, most)).toList());
    }

    private boolean splits() {
        return said.by()
                .filter(by -> figure.by().contains(by)
                        || (TIMES.contains(by) && figure.on().isPresent()))
                .isPresent();
    }

    /** What stands at this moment has no period before. */
    private String before(Map<String, String> where) {
        return said.before(where)
                .filter(_ -> figure.on().isPresent())
                .map(asked -> FigureWords.value(
                        say, figure, figures.get(figure.name(), asked).value()))
                .orElse("");
    }

    private String ninetieth(Optional<BigDecimal> value) {
        return value.map(number -> FigureWords.number(say, Optional.of(number))).orElse("");
    }

    private FiguresPage.Part part(Figures.Figure got, Figures.Asked asked, Figures.Part part, double most) {
        String by = asked.split().orElseThrow();
        String label = TIMES.contains(by) ? part.key() : words.text(by, part.key());
        Map<String, List<String>> made = new LinkedHashMap<>(got.made());
        if (TIMES.contains(by)) {
            within(figure.on().orElseThrow(), asked, by, part.key(), made);
        } else {
            made.put(by, List.of(part.key()));
        }
        return new FiguresPage.Part(
                label,
                FigureWords.value(say, figure, part.value()),
                ninetieth(part.ninetieth()),
                say.number(part.rows()),
                FigureWords.rows(figure, made),
                part.value()
                        .map(value -> most == 0 ? 0.0 : value.doubleValue() / most)
                        .orElse(0.0));
    }

    /** The days of one part, not reaching beyond the period asked for. */
    private static void within(String on, Figures.Asked asked, String by, String key, Map<String, List<String>> made) {
        LocalDate first =
                by.equals("day") ? LocalDate.parse(key) : YearMonth.parse(key).atDay(1);
        LocalDate last = by.equals("day") ? first : YearMonth.parse(key).atEndOfMonth();
        made.remove(on + ".some");
        made.put(on + ".from", List.of(later(first, asked.from()).toString()));
        made.put(
                on + ".to",
                List.of(Stream.concat(Stream.of(last), asked.to().stream())
                        .min(LocalDate::compareTo)
                        .orElse(last)
                        .toString()));
    }

    private static LocalDate later(LocalDate day, Optional<LocalDate> other) {
        return other.filter(day::isBefore).orElse(day);
    }
}
