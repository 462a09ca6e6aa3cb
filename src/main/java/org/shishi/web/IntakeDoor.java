package org.shishi.web;

import java.net.URI;
import java.util.List;
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
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** The operator's desk: putting new matters on account. */
@Controller
@Profile("!command")
final class IntakeDoor {
    private static final String AT = "/work/intake";
    private final Pages pages;
    private final IntakePages intakePages;
    private final Desk desk;
    private final Packs packs;
    private final FormReading reading;

    IntakeDoor(Pages pages, IntakePages intakePages, Desk desk, Packs packs, FormReading reading) {
        this.pages = pages;
        this.intakePages = intakePages;
        this.desk = desk;
        this.packs = packs;
        this.reading = reading;
    }

    /** The first thing this actor may put on account. */
    @GetMapping(AT)
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
        Forms.Draft draft = draft(procedure, opening(procedure, actor), kept.typed());
        return pages.show("intake", intakePages.intake(visit, draft, AT));
    }

    private static Forms.Draft draft(Procedure procedure, Act opening, Map<String, String> typed) {
        return new Forms.Draft(procedure, opening, "/matters/new/" + procedure.name(), 0, typed, List.of());
    }

    private Procedure get(String name) {
        return packs.findProcedure(name).orElseThrow(() -> new NotFound(name));
    }

    private Act opening(Procedure procedure, Actor actor) {
        return desk.possible(procedure, Optional.empty(), actor).stream()
                .findFirst()
                .orElseThrow(Problems.Forbidden::new);
    }

    /**
     * What a caller asked before, while they are still on the telephone. Asked by POST: who called stands in no address
     * and in no log of addresses. A script gets the part of the page, anybody else the whole with all that is typed.
     */
    @PostMapping(path = "/matters/new/{procedure}", params = "look=caller")
    ResponseEntity<byte[]> caller(
            @PathVariable String procedure,
            Typed typed,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Visit visit,
            Actor actor) {
        Procedure found = get(procedure);
        Act opening = opening(found, actor);
        CallerPage caller = intakePages.caller(visit, actor, IntakePages.phone(opening, typed.values()));
        return part
                ? pages.show("caller", caller)
                : pages.show("intake", intakePages.intake(visit, draft(found, opening, typed.values()), AT, caller));
    }

    @PostMapping("/matters/new/{procedure}")
    ResponseEntity<byte[]> open(@PathVariable String procedure, Typed typed, Visit visit, Actor actor) {
        Procedure found = get(procedure);
        Act opening = opening(found, actor);
        Map<String, String> facts = reading.facts(visit.say(), found, opening, typed.values());
        Command command = FormReading.slipped(
                Command.open(procedure, opening.name(), actor, facts, Command.Via.WEB), typed.values());
        return switch (typed.at(desk, command, found, opening)) {
            case Outcome.Recorded recorded ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(
                                "/matters/" + recorded.entry().number().orElseThrow()))
                        .build();
            case Outcome.Refused refused ->
                pages.show(
                        Status.of(refused.why()),
                        "intake",
                        intakePages.intake(
                                visit, draft(found, opening, typed.values()).wrong(refused.why()), AT));
        };
    }
}
