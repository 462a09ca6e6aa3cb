package org.shishi.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.shishi.matter.Scope;
import org.shishi.people.Actor;
import org.shishi.procedure.Figure;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Register;
import org.shishi.sheet.Figures;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Makes the page of figures: those of all, of whose work they are, and of the reader's own units. */
@Component
@Profile("!command")
final class FiguresPages {
    private static final String HOLDER = "holder";
    private final Frames frames;
    private final RegisterPages registers;
    private final Figures figures;
    private final Packs packs;

    FiguresPages(Frames frames, RegisterPages registers, Figures figures, Packs packs) {
        this.frames = frames;
        this.registers = registers;
        this.figures = figures;
        this.packs = packs;
    }

    FiguresPage of(Visit visit, Actor actor, FiguresAsked said) {
        Say say = visit.say();
        FiguresAsked asked = new FiguresAsked(
                said.period(), said.from(), said.to(), said.by().filter(splits()::contains));
        return new FiguresPage(
                frames.of(visit, say.word("nav.figures"), "/figures"),
                FiguresPage.Span.of(say, asked),
                asked.by().orElse(""),
                splits().stream()
                        .map(column -> new FormView.Option(column, label(say, column), ""))
                        .toList(),
                sections(say, asked),
                units(actor).stream().map(unit -> own(say, asked, unit)).toList(),
                registers.asAt(say, figures.asAt()));
    }

    private Set<String> splits() {
        Set<String> splits = new LinkedHashSet<>(List.of("month", "day"));
        figures.list().forEach(figure -> splits.addAll(figure.by()));
        return splits;
    }

    private String label(Say say, String column) {
        return FigureView.TIMES.contains(column)
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

    /** The figures of whoever answers first, then those of each duty whose work some measure. */
    private List<FiguresPage.Section> sections(Say say, FiguresAsked asked) {
        List<FiguresPage.Section> sections = new ArrayList<>();
        sections.add(section(say, asked, ""));
        shown().stream()
                .flatMap(figure -> figure.about().stream())
                .distinct()
                .forEach(duty -> sections.add(section(say, asked, duty)));
        return sections;
    }

    private FiguresPage.Section section(Say say, FiguresAsked asked, String duty) {
        return new FiguresPage.Section(
                duty.isEmpty() ? "" : say.word("figures.about", say.duty(duty)),
                shown().stream()
                        .filter(figure -> figure.about().orElse("").equals(duty))
                        .map(figure -> view(say, asked, figure).shown(Map.of()))
                        .toList());
    }

    private FigureView view(Say say, FiguresAsked asked, Figure figure) {
        return new FigureView(say, words(say, figure), figure, figures, asked);
    }

    /** The rates first; a count that is there for a rate is shown with it and not again. */
    private List<Figure> shown() {
        Set<String> within = figures.list().stream()
                .flatMap(figure -> figure.share().stream())
                .flatMap(share -> share.counts().stream())
                .collect(Collectors.toSet());
        return figures.list().stream()
                .filter(figure -> !within.contains(figure.name()))
                .sorted(Comparator.comparing(figure -> figure.share().isEmpty()))
                .toList();
    }

    /** The units whose matters are all that the reader sees of a register. */
    private Set<String> units(Actor actor) {
        Set<String> units = new TreeSet<>();
        for (Register register : packs.registers()) {
            register.of().stream()
                    .flatMap(name -> packs.findProcedure(name).stream())
                    .map(procedure -> Scope.of(packs, procedure, actor))
                    .filter(scope -> !scope.all())
                    .forEach(scope -> units.addAll(scope.units()));
        }
        return units;
    }

    /** A unit's own shares, with what is left out of them and what is contested. */
    private FiguresPage.Own own(Say say, FiguresAsked asked, String unit) {
        List<Figure> shares = shown().stream()
                .filter(figure -> figure.share().isPresent()
                        && figure.about().isEmpty()
                        && figure.by().contains(HOLDER))
                .toList();
        FiguresAsked whole = new FiguresAsked(asked.period(), asked.from(), asked.to(), Optional.empty());
        String name = shares.isEmpty() ? unit : words(say, shares.getFirst()).text(HOLDER, unit);
        return new FiguresPage.Own(
                say.word("figures.own", name),
                shares.stream()
                        .map(figure -> view(say, whole, figure).shown(Map.of(HOLDER, unit)))
                        .toList());
    }
}
