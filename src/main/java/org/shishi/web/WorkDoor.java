package org.shishi.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.shishi.matter.Command;
import org.shishi.matter.Desk;
import org.shishi.matter.NotFound;
import org.shishi.matter.Outcome;
import org.shishi.people.Actor;
import org.shishi.procedure.Act;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Procedure;
import org.shishi.sheet.Worklists;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The worklist, and putting new matters on account. */
@Controller
@Profile("!command")
final class WorkDoor {
    private static final int SHOWN = 200;
    private final Pages pages;
    private final WorkPages workPages;
    private final Worklists worklists;
    private final Desk desk;
    private final Packs packs;

    WorkDoor(Pages pages, WorkPages workPages, Worklists worklists, Desk desk, Packs packs) {
        this.pages = pages;
        this.workPages = workPages;
        this.worklists = worklists;
        this.desk = desk;
        this.packs = packs;
    }

    @GetMapping("/work")
    ResponseEntity<byte[]> work(@RequestParam Optional<String> light, Visit visit, Actor actor) {
        Optional<Worklists.Light> only = light.flatMap(WorkDoor::light);
        return pages.show("work", workPages.work(visit, worklists.of(actor, only, SHOWN), only));
    }

    private static Optional<Worklists.Light> light(String said) {
        return List.of(Worklists.Light.values()).stream()
                .filter(light -> light.name().equals(said.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** The operator's desk: the first thing this actor may put on account. */
    @GetMapping("/work/intake")
    ResponseEntity<byte[]> intake(Visit visit, Actor actor, Kept kept) {
        Procedure procedure = packs.procedures().stream()
                .filter(each -> !desk.possible(each, Optional.empty(), actor).isEmpty())
                .findFirst()
                .orElseThrow(Problems.Forbidden::new);
        return form(procedure, visit, actor, kept);
    }

    @GetMapping("/matters/new/{procedure}")
    ResponseEntity<byte[]> form(@PathVariable String procedure, Visit visit, Actor actor, Kept kept) {
        return form(get(procedure), visit, actor, kept);
    }

    private ResponseEntity<byte[]> form(Procedure procedure, Visit visit, Actor actor, Kept kept) {
        Act opening = opening(procedure, actor);
        var draft = new Forms.Draft(procedure, opening, "/matters/new/" + procedure.name(), 0, kept.typed(), List.of());
        return pages.show("intake", workPages.intake(visit, draft, "/work/intake"));
    }

    private Procedure get(String name) {
        return packs.findProcedure(name).orElseThrow(() -> new NotFound(name));
    }

    private Act opening(Procedure procedure, Actor actor) {
        return desk.possible(procedure, Optional.empty(), actor).stream()
                .findFirst()
                .orElseThrow(Problems.Forbidden::new);
    }

    @PostMapping("/matters/new/{procedure}")
    ResponseEntity<byte[]> open(
            @PathVariable String procedure, @RequestParam Map<String, String> typed, Visit visit, Actor actor) {
        Procedure found = get(procedure);
        Act opening = opening(found, actor);
        Command command = MatterDoor.Typed.slipped(
                Command.open(procedure, opening.name(), actor, MatterDoor.Typed.facts(typed), Command.Via.WEB), typed);
        return switch (desk.act(command)) {
            case Outcome.Recorded recorded ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(
                                "/matters/" + recorded.entry().number().orElseThrow()))
                        .build();
            case Outcome.Refused refused -> {
                var draft = new Forms.Draft(found, opening, "/matters/new/" + procedure, 0, typed, refused.why());
                yield pages.show(Status.of(refused.why()), "intake", workPages.intake(visit, draft, "/work/intake"));
            }
        };
    }

    /** What a caller asked before, while they are still on the telephone. */
    @GetMapping("/work/intake/caller")
    ResponseEntity<byte[]> caller(
            @RequestParam(name = "caller.phone", defaultValue = "") String phone, Visit visit, Actor actor) {
        return pages.show("caller", workPages.caller(visit, actor, phone));
    }
}
