package org.shishi.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shishi.matter.Command;
import org.shishi.matter.Desk;
import org.shishi.matter.Outcome;
import org.shishi.people.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The operator's desk: putting new matters on account, one call after the other. */
@Controller
@Profile("!command")
final class IntakeDoor {
    static final String AT = "/work/intake";
    private static final String DESK = AT + "/{procedure}/{act}";
    private static final String ALONE = "/matters/new/{procedure}";
    private final Pages pages;
    private final IntakePages intakePages;
    private final Desk desk;
    private final Openings openings;
    private final FormReading reading;

    IntakeDoor(Pages pages, IntakePages intakePages, Desk desk, Openings openings, FormReading reading) {
        this.pages = pages;
        this.intakePages = intakePages;
        this.desk = desk;
        this.openings = openings;
        this.reading = reading;
    }

    /** The first thing this actor may put on account. */
    @GetMapping(AT)
    ResponseEntity<byte[]> intake(Visit visit, Actor actor, Kept kept) {
        Openings.Opening at = openings.list(actor).stream().findFirst().orElseThrow(Problems.Forbidden::new);
        return pages.show("intake", page(visit, actor, at, kept.typed()));
    }

    /** @param opened the number of what was put on account right before, to be read out */
    @GetMapping({DESK, ALONE})
    ResponseEntity<byte[]> form(
            @PathVariable String procedure,
            @PathVariable Optional<String> act,
            @RequestParam(defaultValue = "") String opened,
            Visit visit,
            Actor actor,
            Kept kept) {
        IntakePage page = page(visit, actor, at(procedure, act, actor), kept.typed());
        return pages.show("intake", opened.isEmpty() ? page : intakePages.after(actor, visit, page, opened));
    }

    private Openings.Opening at(String procedure, Optional<String> act, Actor actor) {
        return act.map(name -> openings.get(procedure, name, actor)).orElseGet(() -> openings.first(procedure, actor));
    }

    private IntakePage page(Visit visit, Actor actor, Openings.Opening at, Map<String, String> typed) {
        BesidePage beside = intakePages.beside(visit, actor, at, facts(visit, at, typed));
        return intakePages.of(visit, actor, at, draft(at, typed), beside);
    }

    private Map<String, String> facts(Visit visit, Openings.Opening at, Map<String, String> typed) {
        Map<String, String> facts = new LinkedHashMap<>(reading.facts(visit.say(), at.procedure(), at.act(), typed));
        Optional.ofNullable(typed.get(Ties.TIE)).ifPresent(tie -> facts.put(Ties.TIE, tie));
        return facts;
    }

    private static Forms.Draft draft(Openings.Opening at, Map<String, String> typed) {
        return new Forms.Draft(at.procedure(), at.act(), at.path(), 0, typed, List.of());
    }

    /**
     * What is known about a call while it lasts. Asked by POST: who called and what was said stands in no address and in no
     * log of addresses. A script gets the part of the page, anybody else the whole with all that is typed.
     */
    @PostMapping(
            path = {DESK, ALONE},
            params = "look=beside")
    ResponseEntity<byte[]> beside(
            @PathVariable String procedure,
            @PathVariable Optional<String> act,
            Typed typed,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Visit visit,
            Actor actor) {
        Openings.Opening at = at(procedure, act, actor);
        return part
                ? pages.show("beside", intakePages.beside(visit, actor, at, facts(visit, at, typed.values())))
                : pages.show("intake", page(visit, actor, at, typed.values()));
    }

    @PostMapping({DESK, ALONE})
    ResponseEntity<byte[]> open(
            @PathVariable String procedure, @PathVariable Optional<String> act, Typed typed, Visit visit, Actor actor) {
        Openings.Opening at = at(procedure, act, actor);
        Map<String, String> facts = reading.facts(visit.say(), at.procedure(), at.act(), typed.values());
        Ties ties = new Ties(at.procedure(), at.act(), actor);
        Optional<Ties.Chosen> tie = Ties.Chosen.read(typed.values().getOrDefault(Ties.TIE, ""));
        tie.filter(chosen -> ties.field().filter(chosen.name()::equals).isPresent())
                .ifPresent(chosen -> facts.putIfAbsent(chosen.name(), chosen.number()));
        Command command = FormReading.slipped(
                Command.open(procedure, at.act().name(), actor, facts, Command.Via.WEB), typed.values());
        return switch (typed.at(desk, command, at.procedure(), at.act())) {
            case Outcome.Recorded recorded ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(next(at, recorded.entry().number().orElseThrow(), act.isPresent(), ties, tie))
                        .build();
            case Outcome.Refused refused -> refused(visit, actor, at, typed.values(), refused);
        };
    }

    /** To the act that ties it to another; at the desk to the next call; else to the matter itself. */
    private static URI next(
            Openings.Opening at, String number, boolean isAtTheDesk, Ties ties, Optional<Ties.Chosen> tie) {
        UriComponentsBuilder matter = UriComponentsBuilder.fromPath("/matters").pathSegment(number);
        Optional<URI> tying = tie.flatMap(chosen -> ties.next(chosen)
                .map(field -> matter.cloneBuilder()
                        .pathSegment(chosen.name())
                        .queryParam(field.name(), "{number}")
                        .build(chosen.number())));
        return tying.orElseGet(() -> isAtTheDesk
                ? UriComponentsBuilder.fromPath(at.path())
                        .queryParam("opened", number)
                        .build()
                        .toUri()
                : matter.build().toUri());
    }

    private ResponseEntity<byte[]> refused(
            Visit visit, Actor actor, Openings.Opening at, Map<String, String> typed, Outcome.Refused refused) {
        BesidePage beside = intakePages.beside(visit, actor, at, facts(visit, at, typed));
        Forms.Draft draft = draft(at, IntakePages.offered(typed, beside)).wrong(refused.why());
        return pages.show(Status.of(refused.why()), "intake", intakePages.of(visit, actor, at, draft, beside));
    }
}
