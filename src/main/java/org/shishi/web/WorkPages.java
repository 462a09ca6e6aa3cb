package org.shishi.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Procedure;
import org.shishi.sheet.Worklists;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Makes the worklist. */
@Component
@Profile("!command")
final class WorkPages {
    private final Frames frames;
    private final MatterPages matterPages;
    private final Packs packs;

    WorkPages(Frames frames, MatterPages matterPages, Packs packs) {
        this.frames = frames;
        this.matterPages = matterPages;
        this.packs = packs;
    }

    WorkPage work(Visit visit, Worklists.Worklist list, Optional<Worklists.Light> only) {
        Say say = visit.say();
        MatterView view = matterPages.view(visit);
        List<WorkPage.Count> counts = list.counts().entrySet().stream()
                .map(each -> new WorkPage.Count(
                        light(each.getKey()),
                        each.getValue(),
                        "/work?light=" + each.getKey().name().toLowerCase(Locale.ROOT)))
                .toList();
        return new WorkPage(
                frames.of(visit, say.word("work.title", list.total()), "/work"),
                list.total(),
                counts,
                only.map(WorkPages::light),
                list.items().stream().map(item -> item(say, view, item)).toList());
    }

    private static String light(Worklists.Light light) {
        return switch (light) {
            case LATE -> "late";
            case NEAR -> "near";
            case OK -> "go";
        };
    }

    private WorkPage.Item item(Say say, MatterView view, Worklists.Item item) {
        Procedure procedure = packs.findProcedure(item.procedure()).orElseThrow();
        String acts = item.acts().stream().map(act -> say.act(procedure, act)).collect(Collectors.joining(" / "));
        String subject = item.subject()
                .flatMap(code -> packs.packOf(procedure).categories().values().stream()
                        .flatMap(tree -> tree.find(code).stream())
                        .findFirst())
                .map(category -> category.name(say.locale()))
                .orElse("");
        String place = item.division()
                .flatMap(code -> view.roster().findDivision(code))
                .map(division -> division.name(say.locale()))
                .orElse("");
        return new WorkPage.Item(
                item.number(),
                item.title(),
                item.number() + " · " + say.stage(procedure, item.stage()) + (subject.isEmpty() ? "" : " · " + subject),
                light(item.light()),
                acts,
                place,
                item.due().map(view::left).orElse(""));
    }
}
