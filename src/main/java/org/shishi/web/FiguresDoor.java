package org.shishi.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shishi.people.Actor;
import org.shishi.procedure.Figure;
import org.shishi.procedure.Packs;
import org.shishi.sheet.Figures;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The figures: each opens into the rows it is made of. */
@Controller
@Profile("!command")
final class FiguresDoor {
    private static final Set<String> TIMES = Set.of("day", "month");
    private final Pages pages;
    private final Frames frames;
    private final RegisterPages registers;
    private final Figures figures;
    private final Packs packs;

    FiguresDoor(Pages pages, Frames frames, RegisterPages registers, Figures figures, Packs packs) {
        this.pages = pages;
        this.frames = frames;
        this.registers = registers;
        this.figures = figures;
        this.packs = packs;
    }

    /** Dates that are none count as not given: the form shows what was taken. */
    @GetMapping("/figures")
    ResponseEntity<byte[]> show(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String by,
            Visit visit,
            Actor actor) {
        Optional<String> split = Optional.of(by).filter(splits()::contains);
        Figures.Asked asked = new Figures.Asked(day(from), day(to), Map.of(), split);
        List<FiguresPage.Shown> shown = inOrder(figures.list()).stream()
                .map(figure -> shown(visit.say(), figure, asked))
                .toList();
        return pages.show(
                "figures",
                new FiguresPage(
                        frames.of(visit, visit.say().word("nav.figures"), "/figures"),
                        asked.from().map(LocalDate::toString).orElse(""),
                        asked.to().map(LocalDate::toString).orElse(""),
                        split.orElse(""),
                        options(visit.say()),
                        shown,
                        registers.asAt(visit.say(), figures.asAt())));
    }

    /** The rates first; a count that is there for a rate is shown with it and not again. */
    private static List<Figure> inOrder(List<Figure> figures) {
        Set<String> within = figures.stream()
                .flatMap(figure -> figure.share().stream())
                .flatMap(share -> Stream.concat(Stream.of(share.part(), share.whole()), share.without().stream()))
                .collect(Collectors.toSet());
        return figures.stream()
                .filter(figure -> !within.contains(figure.name()))
                .sorted(Comparator.comparing(figure -> figure.share().isEmpty()))
                .toList();
    }

    private static Optional<LocalDate> day(String said) {
        try {
            return Optional.of(LocalDate.parse(said)).filter(day -> day.getYear() > 0 && day.getYear() < 10_000);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Set<String> splits() {
        Set<String> splits = new LinkedHashSet<>(List.of("month", "day"));
        figures.list().forEach(figure -> splits.addAll(figure.by()));
        return splits;
    }

    private List<FormView.Option> options(Say say) {
        return splits().stream()
                .map(column -> new FormView.Option(column, label(say, column), ""))
                .toList();
    }

    private String label(Say say, String column) {
        return TIMES.contains(column)
                ? say.word("figures." + column)
                : figures.list().stream()
                        .filter(figure -> figure.by().contains(column))
                        .findFirst()
                        .map(figure -> words(say, figure).label(column))
                        .orElse(column);
    }

    private ColumnWords words(Say say, Figure figure) {
        return registers.words(say, packs.findRegister(figure.register()).orElseThrow());
    }

    private FiguresPage.Shown shown(Say say, Figure figure, Figures.Asked asked) {
        boolean splits = asked.split()
                .filter(by -> figure.by().contains(by)
                        || (TIMES.contains(by) && figure.on().isPresent()))
                .isPresent();
        Figures.Asked own =
                splits ? asked : new Figures.Asked(asked.from(), asked.to(), asked.where(), Optional.empty());
        Figures.Figure got = figures.get(figure.name(), own);
        double most = got.parts().stream()
                .flatMap(part -> part.value().stream())
                .mapToDouble(BigDecimal::doubleValue)
                .max()
                .orElse(1);
        List<FiguresPage.Part> parts = got.parts().stream()
                .map(part -> part(say, figure, got, own, part, most))
                .toList();
        return new FiguresPage.Shown(
                figure.name(),
                say.first("figure." + figure.name()),
                say.find("hint.figure." + figure.name()).orElse(""),
                FigureWords.value(say, figure, got.value()),
                got.ninetieth()
                        .map(value -> FigureWords.number(say, Optional.of(value)))
                        .orElse(""),
                FigureWords.rows(figure, got.made()),
                got.ratio().map(ratio -> FigureWords.made(say, ratio)).orElse(List.of()),
                parts);
    }

    private FiguresPage.Part part(
            Say say, Figure figure, Figures.Figure got, Figures.Asked asked, Figures.Part part, double most) {
        String by = asked.split().orElseThrow();
        String label = TIMES.contains(by) ? part.key() : words(say, figure).text(by, part.key());
        Map<String, List<String>> made = new LinkedHashMap<>(got.made());
        if (TIMES.contains(by)) {
            within(figure.on().orElseThrow(), asked, by, part.key(), made);
        } else {
            made.put(by, List.of(part.key()));
        }
        return new FiguresPage.Part(
                label,
                FigureWords.value(say, figure, part.value()),
                part.ninetieth()
                        .map(value -> FigureWords.number(say, Optional.of(value)))
                        .orElse(""),
                say.number(part.rows()),
                FigureWords.rows(figure, made),
                part.value().map(value -> value.doubleValue() / most).orElse(0.0));
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
