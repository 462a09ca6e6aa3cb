package org.shishi.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shishi.matter.NotFound;
import org.shishi.people.Actor;
import org.shishi.procedure.Act;
import org.shishi.procedure.DatedTable;
import org.shishi.procedure.Deadline;
import org.shishi.procedure.Field;
import org.shishi.procedure.Pack;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Procedure;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The packs as anybody in the office may read them. */
@Controller
@Profile("!command")
final class PacksDoor {
    private final Pages pages;
    private final Frames frames;
    private final Packs packs;

    PacksDoor(Pages pages, Frames frames, Packs packs) {
        this.pages = pages;
        this.frames = frames;
        this.packs = packs;
    }

    @GetMapping("/packs")
    ResponseEntity<byte[]> list(Visit visit, Actor actor) {
        return pages.show(
                "packs",
                new PacksPage(
                        frames.of(visit, visit.say().word("nav.packs"), "/packs"), links(visit.say()), List.of()));
    }

    private List<PacksPage.PackLink> links(Say say) {
        return packs.list().stream()
                .map(pack -> new PacksPage.PackLink(
                        pack.name(),
                        title(say, pack),
                        pack.procedures().values().stream().map(say::procedure).collect(Collectors.joining(" · "))))
                .toList();
    }

    private static String title(Say say, Pack pack) {
        return say.first("pack." + pack.name() + ".title", "pack.title");
    }

    @GetMapping("/packs/{name}")
    ResponseEntity<byte[]> show(@PathVariable String name, Visit visit, Actor actor) {
        Pack pack = packs.find(name).orElseThrow(() -> new NotFound(name));
        List<PacksPage.Drawn> drawn = pack.procedures().values().stream()
                .map(procedure -> drawn(visit.say(), pack, procedure))
                .toList();
        return pages.show(
                "packs", new PacksPage(frames.of(visit, title(visit.say(), pack), "/packs"), List.of(), drawn));
    }

    private static PacksPage.Drawn drawn(Say say, Pack pack, Procedure procedure) {
        return new PacksPage.Drawn(
                procedure.name(),
                say.procedure(procedure),
                procedure.under(),
                new Drawing(say, procedure).draw(),
                procedure.acts().values().stream()
                        .map(act -> act(say, procedure, act))
                        .toList(),
                procedure.deadlines().values().stream()
                        .map(each -> deadline(say, procedure, each))
                        .toList(),
                procedure.fields().values().stream()
                        .map(field -> field(say, procedure, field))
                        .toList(),
                limits(say, pack, procedure));
    }

    private static PacksPage.ActRow act(Say say, Procedure procedure, Act act) {
        Function<String, String> stage =
                name -> name.equals(Act.ANY) ? say.word("any-stage") : say.stage(procedure, name);
        return new PacksPage.ActRow(
                say.act(procedure, act.name()),
                joined(act.by(), say::duty),
                act.opens() ? say.word("new-matter") : joined(act.from(), stage),
                act.to().map(stage).orElse("—"),
                act.asks().stream()
                        .map(field -> say.field(procedure, field.name()))
                        .collect(Collectors.joining(" · ")),
                new ConditionWords(say, procedure).of(act));
    }

    private static String joined(Collection<String> names, Function<String, String> words) {
        return names.stream().sorted().map(words).collect(Collectors.joining(" · "));
    }

    private static PacksPage.DeadlineRow deadline(Say say, Procedure procedure, Deadline deadline) {
        String within = switch (deadline.limit()) {
            case Deadline.Limit.Fixed fixed -> fixed.within().inWords(say.locale());
            case Deadline.Limit.FromTable from ->
                say.word("by-table", from.table().name());
            case Deadline.Limit.OnDate date -> say.word("by-date", say.field(procedure, date.field()));
            case Deadline.Limit.AfterMonth after -> say.word("days-after-month", Integer.toString(after.workingDays()));
            case Deadline.Limit.Shifted step ->
                say.word(
                        step.workingDays() > 0 ? "days-after" : "days-before",
                        say.deadline(procedure, step.of()),
                        Integer.toString(Math.abs(step.workingDays())));
        };
        return new PacksPage.DeadlineRow(
                say.deadline(procedure, deadline.name()),
                joined(deadline.from(), act -> say.act(procedure, act)),
                joined(deadline.until(), act -> say.act(procedure, act)),
                within,
                deadline.then().map(act -> say.act(procedure, act)).orElse("—"));
    }

    private static PacksPage.FieldRow field(Say say, Procedure procedure, Field field) {
        return new PacksPage.FieldRow(
                say.field(procedure, field.name()),
                say.first("kind." + field.kind().keyword()),
                field.needed(),
                field.personal(),
                field.atMost());
    }

    private static List<PacksPage.LimitRow> limits(Say say, Pack pack, Procedure procedure) {
        List<PacksPage.LimitRow> rows = new ArrayList<>();
        for (DatedTable table : pack.tables().values()) {
            table.list().forEach(row -> rows.add(limit(say, procedure, row)));
        }
        return rows;
    }

    private static PacksPage.LimitRow limit(Say say, Procedure procedure, DatedTable.Row row) {
        String when = row.cells().entrySet().stream()
                .filter(cell -> !row.limits().containsKey(cell.getKey()))
                .filter(cell -> !cell.getValue().isEmpty() && !cell.getValue().equals("*"))
                .map(cell -> say.field(procedure, cell.getKey()) + " " + cell.getValue())
                .collect(Collectors.joining(" · "));
        String limits = row.limits().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(limit -> say.first("limit." + limit.getKey(), "act." + procedure.name() + "." + limit.getKey())
                        + " " + limit.getValue().inWords(say.locale()))
                .collect(Collectors.joining(" · "));
        String from =
                row.from().equals(java.time.LocalDate.MIN) ? "" : row.from().toString();
        String to = row.to().equals(java.time.LocalDate.MAX) ? "" : row.to().toString();
        return new PacksPage.LimitRow(when.isEmpty() ? say.word("all") : when, limits, from + " – " + to, row.basis());
    }
}
