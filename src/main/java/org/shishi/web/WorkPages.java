package org.shishi.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shishi.matter.Slips;
import org.shishi.procedure.Duty;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Procedure;
import org.shishi.sheet.Watchlists;
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

    /** @param wrong what was wrong with what was pressed, a word key; empty when nothing was */
    WorkPage work(Visit visit, Worklists.Worklist list, Optional<Worklists.Light> only, String wrong) {
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
                list.items().stream().map(item -> item(say, view, item)).toList(),
                list.items().stream()
                        .flatMap(item -> presses(say, item, true).stream())
                        .map(press -> new WorkPage.Press(press.act(), press.label(), press.hint(), press.key(), ""))
                        .distinct()
                        .toList(),
                Slips.fresh(),
                wrong.isEmpty() ? "" : say.word(wrong),
                List.of());
    }

    /** With what the reader keeps an eye on. */
    WorkPage watching(Visit visit, WorkPage page, List<Watchlists.Watchlist> lists) {
        MatterView view = matterPages.view(visit);
        boolean nothing = lists.stream().allMatch(list -> list.total() == 0);
        return page.watching(lists.stream()
                .filter(list -> list.total() > 0 || nothing)
                .map(list -> watch(visit.say(), view, list))
                .toList());
    }

    private WorkPage.Watch watch(Say say, MatterView view, Watchlists.Watchlist list) {
        Procedure procedure = packs.findProcedure(list.procedure()).orElseThrow();
        String title = list.watch().equals(Duty.NEAR)
                ? say.word("work.watch.near", say.procedure(procedure), list.total())
                : say.word("work.watch.act", say.act(procedure, list.watch()), list.total());
        return new WorkPage.Watch(
                title,
                list.total(),
                list.items().stream()
                        .map(item -> new WorkPage.Item(
                                item.number(),
                                item.title(),
                                item.number() + " · " + say.stage(procedure, item.stage()),
                                light(item.isLate() ? Worklists.Light.LATE : Worklists.Light.NEAR),
                                List.of(),
                                List.of(),
                                item.holder().map(view::unit).orElse(""),
                                view.left(item.due()),
                                false))
                        .toList());
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
                presses(say, item, false),
                item.notes().stream().map(note -> note(say, procedure, note)).toList(),
                place,
                item.due().map(view::left).orElse(""),
                !presses(say, item, true).isEmpty());
    }

    private static String note(Say say, Procedure procedure, String note) {
        String key = note.substring(note.indexOf('/') + 1);
        int dot = key.indexOf('.');
        return dot < 0 ? say.act(procedure, key) : say.choice(key.substring(0, dot), key.substring(dot + 1));
    }

    /** What is asked of the reader; of those that may be done to many, the same without their forms. */
    private List<WorkPage.Press> presses(Say say, Worklists.Item item, boolean together) {
        Procedure procedure = packs.findProcedure(item.procedure()).orElseThrow();
        return item.acts().stream()
                .flatMap(name -> procedure.findAct(name).stream())
                .filter(act -> !together || act.bulk())
                .map(act -> new WorkPage.Press(
                        procedure.name() + "/" + act.name(),
                        say.act(procedure, act.name()),
                        say.find("hint.act." + procedure.name() + "." + act.name())
                                .orElse(""),
                        act.key().orElse(""),
                        Buttons.isPressed(act) ? "" : "/matters/" + item.number() + "/" + act.name()))
                .toList();
    }
}
