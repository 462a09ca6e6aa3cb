package org.shishi.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shishi.matter.Matter;
import org.shishi.matter.Matters;
import org.shishi.matter.Scope;
import org.shishi.people.Actor;
import org.shishi.procedure.Act;
import org.shishi.procedure.Field;
import org.shishi.procedure.Packs;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Makes the page of the operator's desk, and what is known of a caller. */
@Component
@Profile("!command")
final class IntakePages {
    private static final int BEFORE = 8;
    private static final String PHONE = ".phone";
    private final Frames frames;
    private final Forms forms;
    private final MatterPages matterPages;
    private final Matters matters;
    private final Packs packs;

    IntakePages(Frames frames, Forms forms, MatterPages matterPages, Matters matters, Packs packs) {
        this.frames = frames;
        this.forms = forms;
        this.matterPages = matterPages;
        this.matters = matters;
        this.packs = packs;
    }

    IntakePage intake(Visit visit, Forms.Draft draft, String at) {
        FormView form = forms.draw(visit.say(), draft);
        return new IntakePage(frames.of(visit, form.title(), at), form, Optional.empty());
    }

    /** With what the caller asked before. */
    IntakePage intake(Visit visit, Forms.Draft draft, String at, CallerPage caller) {
        IntakePage page = intake(visit, draft, at);
        return new IntakePage(page.frame(), page.form(), Optional.of(caller));
    }

    /** The phone typed into the form of an act, wherever it asks for a person. */
    static String phone(Act act, Map<String, String> typed) {
        return act.asks().stream()
                .filter(field -> field.kind() == Field.Kind.PERSON)
                .map(field -> typed.getOrDefault(field.name() + PHONE, ""))
                .filter(phone -> !phone.isBlank())
                .findFirst()
                .orElse("");
    }

    /** What the person of this phone asked before, as far as this actor may see it. */
    CallerPage caller(Visit visit, Actor actor, String phone) {
        String digits = phone.replaceAll("\\D", "");
        boolean isPhone = digits.length() >= 7 && digits.length() <= 20;
        List<Matter> before = isPhone ? matters.traced(phone, BEFORE) : List.of();
        MatterView view = matterPages.view(visit);
        return new CallerPage(
                visit.say(),
                before.stream()
                        .filter(matter ->
                                Scope.of(packs, matter.procedure(), actor).sees(matter.standing()))
                        .map(matter -> before(visit.say(), view, matter))
                        .toList());
    }

    private static CallerPage.Before before(Say say, MatterView view, Matter matter) {
        return new CallerPage.Before(
                matter.standing().number(),
                view.title(matter),
                say.stage(matter.procedure(), matter.standing().stage()),
                say.moment(matter.standing().openedAt(), view.now()));
    }
}
