package org.shishi.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shishi.advice.Advice;
import org.shishi.advice.Asking;
import org.shishi.advice.Similar;
import org.shishi.advice.Suggestion;
import org.shishi.calendar.WorkingDays;
import org.shishi.matter.Matter;
import org.shishi.matter.Setting;
import org.shishi.people.Actor;
import org.shishi.procedure.Act;
import org.shishi.procedure.Facts;
import org.shishi.procedure.Field;
import org.shishi.procedure.Pack;
import org.shishi.procedure.Procedure;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Makes what stands beside a call: what is alike, what is suggested and why, what can be answered at once. */
@Component
@Profile("!command")
final class BesidePages {
    private static final int SIMILAR = 4;
    private static final int KNOWN = 3;
    /** Alt with these digits ties to the similar matters shown; those before them change what is being written. */
    private static final int FIRST_KEY = 4;

    private static final int LAST_KEY = 9;
    private final Setting setting;
    private final Advice advice;
    private final MatterPages matterPages;
    private final Choices choices;
    private final Callers callers;

    BesidePages(Setting setting, Advice advice, MatterPages matterPages, Choices choices, Callers callers) {
        this.setting = setting;
        this.advice = advice;
        this.matterPages = matterPages;
        this.choices = choices;
        this.callers = callers;
    }

    /** What is being written: into which form, what is typed, and what that means. */
    record Call(Visit visit, Actor actor, Procedure procedure, Act opening, Map<String, String> facts) {
        private Say say() {
            return visit.say();
        }
    }

    BesidePage of(Call call) {
        Asking asking = Asking.of(call.procedure(), call.facts());
        String phone = Callers.phone(call.opening(), call.facts());
        return new BesidePage(
                call.say(),
                phone.isBlank() ? Optional.empty() : Optional.of(callers.of(call.visit(), call.actor(), phone)),
                similar(call, asking),
                advice.subject(asking).flatMap(found -> subject(call, found)),
                advice.unit(asking).map(found -> unit(call, found)),
                advice.known(asking, KNOWN).stream()
                        .map(each -> new BesidePage.Snippet(
                                each.title(call.say().locale()),
                                each.text(call.say().locale()),
                                each.basis()))
                        .toList(),
                fills(call));
    }

    private List<BesidePage.Like> similar(Call call, Asking asking) {
        MatterView view = matterPages.view(call.visit());
        Ties ties = new Ties(call.procedure(), call.opening(), call.actor());
        List<BesidePage.Like> likes = new ArrayList<>();
        int key = FIRST_KEY;
        for (Similar each : advice.similar(asking, call.actor(), SIMILAR)) {
            List<BesidePage.Tie> to = new ArrayList<>();
            for (String name : ties.to(each.matter())) {
                to.add(tie(call, each.matter(), name, key <= LAST_KEY ? Integer.toString(key++) : ""));
            }
            likes.add(like(call, view, each, to));
        }
        return likes;
    }

    private static BesidePage.Tie tie(Call call, Matter other, String name, String key) {
        String value = name + ":" + other.standing().number();
        boolean isField =
                call.opening().asks().stream().anyMatch(field -> field.name().equals(name));
        return new BesidePage.Tie(
                value,
                isField ? call.say().field(call.procedure(), name) : call.say().act(call.procedure(), name),
                key,
                value.equals(call.facts().get(Ties.TIE)));
    }

    private static BesidePage.Like like(Call call, MatterView view, Similar each, List<BesidePage.Tie> ties) {
        Matter matter = each.matter();
        String stage = call.say().stage(matter.procedure(), matter.standing().stage());
        return new BesidePage.Like(
                matter.standing().number(),
                view.title(matter),
                matter.standing()
                        .holder()
                        .map(unit -> stage + " · " + view.unit(unit))
                        .orElse(stage),
                call.say().moment(matter.standing().openedAt(), view.now()),
                each.isNear(),
                matter.isClosed(),
                ties);
    }

    private Optional<BesidePage.Advised> subject(Call call, Suggestion found) {
        return field(call, Field.Kind.CATEGORY)
                .map(field -> new BesidePage.Advised(
                        field.name(),
                        found.value(),
                        choices.shown(call.say(), call.procedure(), field, field.name(), found.value()),
                        reason(call, found, "beside.subject"),
                        found.value().equals(call.facts().get(field.name()))));
    }

    private BesidePage.Advised unit(Call call, Suggestion found) {
        String name = matterPages.view(call.visit()).unit(found.value());
        return new BesidePage.Advised("", found.value(), name, reason(call, found, "beside.unit"), false);
    }

    private static Optional<Field> field(Call call, Field.Kind kind) {
        return call.opening().asks().stream()
                .filter(field -> field.kind() == kind)
                .findFirst();
    }

    private String reason(Call call, Suggestion found, String word) {
        return switch (found.reason()) {
            case Suggestion.Reason.Earlier earlier -> call.say().word(word, earlier.of(), earlier.agreeing());
            case Suggestion.Reason.Usual usual ->
                call.say()
                        .word(
                                "beside.usual",
                                field(call, Field.Kind.CATEGORY)
                                        .map(field -> choices.shown(
                                                call.say(), call.procedure(), field, field.name(), usual.subject()))
                                        .orElse(usual.subject()));
        };
    }

    private List<BesidePage.Fill> fills(Call call) {
        Pack pack = setting.packs().packOf(call.procedure());
        LocalDate today = LocalDate.ofInstant(setting.clock().instant(), WorkingDays.ZONE);
        Facts said = Facts.of(call.facts());
        return call.opening().asks().stream()
                .flatMap(field -> pack
                        .offered(field, said, today)
                        .map(value -> new BesidePage.Fill(
                                field.name(), call.say().field(call.procedure(), field.name()), value))
                        .stream())
                .toList();
    }
}
