package org.shishi.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shishi.procedure.Act;
import org.shishi.procedure.Procedure;

/**
 * Draws a procedure as the map of a railway line: the way most matters go is the line, what leaves it are branches, and at
 * every stop stand the acts that lead on from there. Nothing crosses, however many loops there are.
 */
record Drawing(Say say, Procedure procedure) {

    PacksPage.LineMap draw() {
        Set<String> line = line();
        return new PacksPage.LineMap(
                stops(line),
                stops(procedure.stages().stream()
                        .filter(stage -> !line.contains(stage))
                        .toList()),
                procedure.acts().values().stream()
                        .filter(act -> act.from().contains(Act.ANY))
                        .map(act -> way(act, false))
                        .toList());
    }

    /** From where a matter is put on account along the one thing to do at each stage. */
    private Set<String> line() {
        Set<String> line = new LinkedHashSet<>();
        Optional<String> at = procedure.openings().getFirst().to();
        while (at.isPresent() && line.add(at.get())) {
            at = at.flatMap(this::next);
        }
        return line;
    }

    private Optional<String> next(String stage) {
        return procedure.acts().values().stream()
                .filter(act -> isNext(act, stage))
                .findFirst()
                .flatMap(Act::to);
    }

    private static boolean isNext(Act act, String stage) {
        return act.main()
                && act.from().contains(stage)
                && act.to().filter(to -> !to.equals(stage)).isPresent();
    }

    private List<PacksPage.Stop> stops(Iterable<String> stages) {
        List<PacksPage.Stop> stops = new ArrayList<>();
        for (String stage : stages) {
            Optional<String> next = next(stage);
            stops.add(new PacksPage.Stop(
                    id(stage),
                    say.stage(procedure, stage),
                    procedure.isClosed(stage),
                    procedure.acts().values().stream()
                            .filter(act -> act.from().contains(stage))
                            .map(act -> way(act, isNext(act, stage) && act.to().equals(next)))
                            .toList()));
        }
        return stops;
    }

    private String id(String stage) {
        return procedure.name() + "-" + stage;
    }

    private PacksPage.Way way(Act act, boolean main) {
        return new PacksPage.Way(
                say.act(procedure, act.name()),
                act.by().stream().sorted().map(say::duty).collect(Collectors.joining(" · ")),
                act.to().map(to -> say.stage(procedure, to)).orElse(""),
                act.to().map(this::id).orElse(""),
                main,
                clocks(act));
    }

    /** The limits that begin to run with an act. */
    private String clocks(Act act) {
        return procedure.deadlines().values().stream()
                .filter(deadline -> deadline.from().contains(act.name()))
                .map(deadline -> say.deadline(procedure, deadline.name()))
                .collect(Collectors.joining(" · "));
    }
}
