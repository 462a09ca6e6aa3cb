package org.shishi.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.shishi.matter.Due;
import org.shishi.matter.Matter;
import org.shishi.people.Actor;
import org.shishi.procedure.Facts;
import org.shishi.procedure.Field;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Makes the page of the operator's desk. */
@Component
@Profile("!command")
final class IntakePages {
    /** Digits from here on tie to similar matters. */
    private static final int TABS = 3;

    private final Frames frames;
    private final Forms forms;
    private final MatterPages matterPages;
    private final BesidePages besidePages;
    private final Openings openings;

    IntakePages(Frames frames, Forms forms, MatterPages matterPages, BesidePages besidePages, Openings openings) {
        this.frames = frames;
        this.forms = forms;
        this.matterPages = matterPages;
        this.besidePages = besidePages;
        this.openings = openings;
    }

    /** What is typed, and what is beside it. */
    BesidePage beside(Visit visit, Actor actor, Openings.Opening at, Map<String, String> facts) {
        return besidePages.of(new BesidePages.Call(visit, actor, at.procedure(), at.act(), facts));
    }

    IntakePage of(Visit visit, Actor actor, Openings.Opening at, Forms.Draft draft, BesidePage beside) {
        FormView form = forms.draw(visit.say(), draft);
        return new IntakePage(
                frames.of(visit, form.title(), IntakeDoor.AT),
                form,
                tabs(visit.say(), actor, at),
                jumps(visit.say(), at),
                beside,
                Optional.empty());
    }

    /** With what was put on account just now, as far as the reader may see it. */
    IntakePage after(Actor actor, Visit visit, IntakePage page, String number) {
        return new IntakePage(
                page.frame(),
                page.form(),
                page.tabs(),
                page.jumps(),
                page.beside(),
                matterPages.findVisible(number, actor).map(matter -> opened(visit, actor, matter)));
    }

    private IntakePage.Opened opened(Visit visit, Actor actor, Matter matter) {
        MatterView view = matterPages.view(visit);
        return new IntakePage.Opened(
                matter.standing().number(),
                view.title(matter),
                visit.say().stage(matter.procedure(), matter.standing().stage()),
                matter.standing()
                        .nextDue()
                        .map((Due due) -> visit.say()
                                .word(
                                        "intake.due",
                                        visit.say().deadline(matter.procedure(), due.deadline()),
                                        visit.say().moment(due.at(), view.now())))
                        .orElse(""),
                matterPages.code(actor, matter, Facts.NONE, view.now()));
    }

    private List<IntakePage.Tab> tabs(Say say, Actor actor, Openings.Opening at) {
        List<Openings.Opening> all = openings.list(actor);
        return IntStream.range(0, all.size())
                .mapToObj(i -> tab(say, all.get(i), i, at))
                .toList();
    }

    private static IntakePage.Tab tab(Say say, Openings.Opening each, int i, Openings.Opening at) {
        boolean isThis = each.procedure().name().equals(at.procedure().name())
                && each.act().name().equals(at.act().name());
        return new IntakePage.Tab(
                say.act(each.procedure(), each.act().name()),
                each.path(),
                i < TABS ? Integer.toString(i + 1) : "",
                isThis);
    }

    private static List<IntakePage.Jump> jumps(Say say, Openings.Opening at) {
        List<IntakePage.Jump> jumps = new ArrayList<>();
        for (Field field : at.act().asks()) {
            switch (field.kind()) {
                case CATEGORY -> jumps.add(jump(say, at, field, field.name(), "c"));
                case PLACE -> jumps.add(jump(say, at, field, field.name() + ".division", "l"));
                case PERSON -> jumps.add(jump(say, at, field, field.name() + ".phone", "p"));
                case CHOICE -> {
                    if (field.needed() && field.preset().isEmpty()) {
                        jumps.add(jump(say, at, field, field.name(), "r"));
                    }
                }
                default -> {}
            }
        }
        return jumps;
    }

    private static IntakePage.Jump jump(Say say, Openings.Opening at, Field field, String key, String pressed) {
        String label = key.endsWith(".phone") ? key : field.name();
        return new IntakePage.Jump(say.field(at.procedure(), label), "f-" + key.replace('.', '-'), pressed);
    }

    /** What is typed, with what the tables offer where nothing is: to be looked at before it is sent again. */
    static Map<String, String> offered(Map<String, String> typed, BesidePage beside) {
        Map<String, String> all = new LinkedHashMap<>(typed);
        for (BesidePage.Fill fill : beside.fills()) {
            if (all.getOrDefault(fill.field(), "").isBlank()) {
                all.put(fill.field(), fill.value());
            }
        }
        return all;
    }
}
