package org.shishi.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shishi.people.Actor;
import org.shishi.people.People;
import org.shishi.people.Post;
import org.shishi.sheet.Views;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The views of a register as its page shows them. */
@Component
@Profile("!command")
final class RegisterViews {
    private final Views views;
    private final People people;

    RegisterViews(Views views, People people) {
        this.views = views;
        this.people = people;
    }

    /** @param said what became of keeping one: its name, or {@code !} and why it was not kept; empty when none was */
    RegisterPage.Kept of(Say say, Actor actor, String register, RegisterAsked asked, Optional<String> said) {
        Optional<String> wrong =
                said.filter(each -> each.matches("!(name|asked|unit|too_many)")).map(each -> each.substring(1));
        List<RegisterPage.View> shown = views.list(actor, register).stream()
                .map(view -> new RegisterPage.View(
                        view.name(),
                        "/registers/" + register + (view.asked().isEmpty() ? "" : "?" + view.asked()),
                        view.account().equals(actor.account()) ? "" : view.account()))
                .toList();
        String kept = said.filter(
                        name -> shown.stream().anyMatch(view -> view.name().equals(name)))
                .map(name -> say.word("view.kept", name))
                .orElse("");
        return new RegisterPage.Kept(
                shown,
                here(asked),
                units(say, actor),
                wrong.map(each -> say.word("view.wrong." + each)).orElse(kept),
                wrong.isEmpty());
    }

    private static List<Map.Entry<String, String>> here(RegisterAsked asked) {
        List<Map.Entry<String, String>> here = new ArrayList<>(asked.beyond(java.util.Set.of()));
        asked.search().ifPresent(words -> here.add(Map.entry("q", words)));
        asked.sort().ifPresent(column -> here.add(Map.entry("sort", column)));
        asked.show().forEach(column -> here.add(Map.entry("show", column)));
        return here;
    }

    private List<FormView.Option> units(Say say, Actor actor) {
        return actor.posts().stream()
                .map(Post::unit)
                .distinct()
                .flatMap(unit -> people.roster().findUnit(unit).stream())
                .map(unit -> new FormView.Option(unit.id(), unit.name(say.locale()), ""))
                .toList();
    }
}
