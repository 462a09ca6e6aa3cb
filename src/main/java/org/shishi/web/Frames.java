package org.shishi.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.shishi.matter.Desk;
import org.shishi.matter.Scope;
import org.shishi.people.Actor;
import org.shishi.people.People;
import org.shishi.post.Letters;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Register;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Makes the frame of a page: who is reading and where they may go. */
@Component
@Profile("!command")
public final class Frames {
    private final Packs packs;
    private final Desk desk;
    private final People people;
    private final Assets assets;

    Frames(Packs packs, Desk desk, People people, Assets assets) {
        this.packs = packs;
        this.desk = desk;
        this.people = people;
        this.assets = assets;
    }

    /** @param at the path of the place in the navigation the page belongs to, for example {@code /work} */
    public Frame of(Visit visit, String title, String at) {
        List<Frame.Place> nav =
                visit.actor().map(actor -> nav(visit.say(), actor, at)).orElse(List.of());
        String posts = visit.actor().map(actor -> posts(visit.say(), actor)).orElse("");
        return new Frame(visit, title, nav, posts, assets);
    }

    private List<Frame.Place> nav(Say say, Actor actor, String at) {
        List<Frame.Place> nav = new ArrayList<>();
        nav.add(place(say.word("nav.work"), "/work", "", at, false));
        if (mayOpen(actor)) {
            nav.add(place(say.word("nav.intake"), "/work/intake", "", at, false));
        }
        for (Register register : packs.registers()) {
            if (maySee(register, actor)) {
                String path = "/registers/" + register.name();
                nav.add(place(say.first("register." + register.name()), path, "nav.registers", at, false));
            }
        }
        nav.add(place(say.word("nav.figures"), "/figures", "nav.registers", at, false));
        if (Letters.isKeeper(actor)) {
            nav.add(place(say.word("nav.outbox"), "/outbox", "nav.more", at, true));
        }
        nav.add(place(say.word("nav.me"), "/me", "nav.more", at, false));
        nav.add(place(say.word("nav.packs"), "/packs", "nav.more", at, true));
        nav.add(place(say.word("nav.log"), "/log", "nav.more", at, true));
        return nav;
    }

    private static Frame.Place place(String label, String href, String group, String at, boolean less) {
        return new Frame.Place(href, label, group, href.equals(at), less);
    }

    private boolean mayOpen(Actor actor) {
        return packs.procedures().stream()
                .anyMatch(procedure -> !desk.possible(procedure, java.util.Optional.empty(), actor)
                        .isEmpty());
    }

    private boolean maySee(Register register, Actor actor) {
        return register.of().stream()
                .flatMap(name -> packs.findProcedure(name).stream())
                .anyMatch(procedure -> !Scope.of(packs, procedure, actor).isEmpty());
    }

    private String posts(Say say, Actor actor) {
        return actor.posts().stream()
                .map(post -> people.roster()
                        .findUnit(post.unit())
                        .map(unit -> unit.name(say.locale()) + " · " + say.duty(post.duty()))
                        .orElseGet(() -> say.duty(post.duty())))
                .collect(Collectors.joining(" / "));
    }
}
