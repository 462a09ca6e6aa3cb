package org.shishi.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shishi.matter.Command;
import org.shishi.matter.Desk;
import org.shishi.matter.Matter;
import org.shishi.matter.Matters;
import org.shishi.matter.NotFound;
import org.shishi.matter.Outcome;
import org.shishi.matter.Refusal;
import org.shishi.people.Actor;
import org.shishi.procedure.Act;
import org.shishi.procedure.Facts;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One matter: read, and acted upon. */
@Controller
@Profile("!command")
final class MatterDoor {
    private final Pages pages;
    private final MatterPages matterPages;
    private final Matters matters;
    private final Desk desk;
    private final FormReading reading;

    MatterDoor(Pages pages, MatterPages matterPages, Matters matters, Desk desk, FormReading reading) {
        this.pages = pages;
        this.matterPages = matterPages;
        this.matters = matters;
        this.desk = desk;
        this.reading = reading;
    }

    @GetMapping("/matters/{number}")
    ResponseEntity<byte[]> show(@PathVariable String number, Visit visit, Actor actor) {
        Matter matter = matterPages.visible(number, actor);
        return pages.show("matter", matterPages.of(visit, actor, matter, Optional.empty(), Facts.NONE));
    }

    /** The form of an act, if it would be accepted; otherwise why not. */
    @GetMapping("/matters/{number}/{act}")
    ResponseEntity<byte[]> form(
            @PathVariable String number, @PathVariable String act, Visit visit, Actor actor, Kept kept) {
        Matter matter = matterPages.visible(number, actor);
        Act pressed = matter.procedure().findAct(act).orElseThrow(() -> new NotFound(act));
        List<Refusal> no = desk.objections(matter.procedure(), pressed, Optional.of(matter.standing()), actor);
        var draft = new Forms.Draft(
                matter.procedure(),
                pressed,
                action(number, act),
                matter.standing().lastPosition(),
                kept.typed().isEmpty() ? reading.suggested(matter, pressed) : kept.typed(),
                no);
        MatterPage page = matterPages.of(visit, actor, matter, Optional.of(draft), Facts.NONE);
        return pages.show(no.isEmpty() ? HttpStatus.OK : Status.of(no), "matter", page);
    }

    private static String action(String number, String act) {
        return "/matters/" + number + "/" + act;
    }

    @PostMapping("/matters/{number}/{act}")
    ResponseEntity<byte[]> act(
            @PathVariable String number, @PathVariable String act, Typed typed, Visit visit, Actor actor) {
        Matter matter = matterPages.visible(number, actor);
        Act pressed = matter.procedure().findAct(act).orElseThrow(() -> new NotFound(act));
        Map<String, String> facts = reading.facts(visit.say(), matter.procedure(), pressed, typed.values());
        Command command = FormReading.slipped(Command.on(number, act, actor, facts, Command.Via.WEB), typed.values());
        long expecting =
                FormReading.expecting(typed.values()).orElse(matter.standing().lastPosition());
        return switch (typed.at(desk, command.expecting(expecting), matter.procedure(), pressed)) {
            case Outcome.Recorded recorded -> recorded(visit, actor, number, pressed, recorded);
            case Outcome.Refused refused -> {
                Matter now = matters.get(number);
                var draft = new Forms.Draft(
                        now.procedure(),
                        pressed,
                        action(number, act),
                        now.standing().lastPosition(),
                        typed.values(),
                        refused.why());
                MatterPage page = matterPages.since(visit, actor, now, draft, expecting);
                yield pages.show(Status.of(refused.why()), "matter", page);
            }
        };
    }

    /** What was asked to be shown is shown once, on the answer to the asking, and kept nowhere. */
    private ResponseEntity<byte[]> recorded(
            Visit visit, Actor actor, String number, Act pressed, Outcome.Recorded recorded) {
        if (pressed.does() != Act.Does.REVEAL) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/matters/" + number))
                    .build();
        }
        Matter matter = matters.get(number);
        MatterPage page = matterPages.of(visit, actor, matter, Optional.empty(), matters.reveal(recorded));
        return pages.show("matter", page);
    }
}
