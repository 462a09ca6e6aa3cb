package org.shishi.web;

import java.util.List;
import java.util.Map;
import org.shishi.matter.Matter;
import org.shishi.matter.Matters;
import org.shishi.matter.Scope;
import org.shishi.people.Actor;
import org.shishi.procedure.Act;
import org.shishi.procedure.Field;
import org.shishi.procedure.Packs;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What is known of whoever calls: found by a keyed hash of the number, never by the number itself. */
@Component
@Profile("!command")
final class Callers {
    private static final int BEFORE = 8;
    private static final String PHONE = ".phone";
    private final MatterPages matterPages;
    private final Matters matters;
    private final Packs packs;

    Callers(MatterPages matterPages, Matters matters, Packs packs) {
        this.matterPages = matterPages;
        this.matters = matters;
        this.packs = packs;
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
    CallerPage of(Visit visit, Actor actor, String phone) {
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
