package org.shishi.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shishi.matter.Command;
import org.shishi.matter.Desk;
import org.shishi.matter.Matter;
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
import org.springframework.web.bind.annotation.RequestParam;

/** One matter: read, and acted upon. */
@Controller
@Profile("!command")
final class MatterDoor {
    private final Pages pages;
    private final MatterPages matterPages;
    private final Looks looks;
    private final Desk desk;
    private final FormReading reading;

    MatterDoor(Pages pages, MatterPages matterPages, Looks looks, Desk desk, FormReading reading) {
        this.pages = pages;
        this.matterPages = matterPages;
        this.looks = looks;
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
            @PathVariable String number,
            @PathVariable String act,
            @RequestParam Map<String, String> named,
            Visit visit,
            Actor actor,
            Kept kept) {
        Matter matter = matterPages.visible(number, actor);
        Act pressed = matter.procedure().findAct(act).orElseThrow(() -> new NotFound(act));
        List<Refusal> no = desk.objections(matter.procedure(), pressed, Optional.of(matter.standing()), actor);
        Map<String, String> typed = kept.typed().isEmpty() ? reading.suggested(matter, pressed, named) : kept.typed();
        Forms.Draft draft = draft(matter, pressed, matter.standing().lastPosition(), typed, no);
        MatterPage page = matterPages.of(visit, actor, matter, Optional.of(draft), Facts.NONE);
        return pages.show(
                no.isEmpty() ? HttpStatus.OK : Status.of(no),
                "matter",
                page.with(looks.find(visit, actor, matter, pressed, draft.action(), Map.of())));
    }

    private static String action(String number, String act) {
        return "/matters/" + number + "/" + act;
    }

    @PostMapping("/matters/{number}/{act}")
    ResponseEntity<byte[]> act(
            @PathVariable String number, @PathVariable String act, Typed sent, Visit visit, Actor actor) {
        Matter matter = matterPages.visible(number, actor);
        Act pressed = matter.procedure().findAct(act).orElseThrow(() -> new NotFound(act));
        Map<String, String> typed = sent.values();
        Map<String, String> facts = reading.facts(visit.say(), matter.procedure(), pressed, typed);
        Optional<LookPage> look = looks.find(visit, actor, matter, pressed, action(number, act), facts)
                .filter(page -> !page.hints().isEmpty());
        if (look.isPresent() && sent.wrong().isEmpty() && !typed.containsKey(Looks.LOOKED)) {
            return again(visit, actor, matter, pressed, typed, look);
        }
        Command command = FormReading.slipped(Command.on(number, act, actor, facts, Command.Via.WEB), typed);
        long expecting = FormReading.expecting(typed).orElse(matter.standing().lastPosition());
        return switch (sent.at(desk, command.expecting(expecting), matter.procedure(), pressed)) {
            case Outcome.Recorded recorded -> recorded(visit, actor, number, pressed, recorded);
            case Outcome.Refused refused -> {
                Matter now = matterPages.now(number);
                Forms.Draft draft = draft(now, pressed, now.standing().lastPosition(), typed, refused.why());
                MatterPage page =
                        matterPages.since(visit, actor, now, draft, expecting).with(look);
                yield pages.show(Status.of(refused.why()), "matter", page);
            }
        };
    }

    private static Forms.Draft draft(Matter matter, Act act, long seen, Map<String, String> typed, List<Refusal> no) {
        String action = action(matter.standing().number(), act.name());
        return new Forms.Draft(matter.procedure(), act, action, seen, typed, no);
    }

    /** The form once more, with all that is typed and what is worth another look; sent again it is recorded. */
    private ResponseEntity<byte[]> again(
            Visit visit, Actor actor, Matter matter, Act act, Map<String, String> typed, Optional<LookPage> look) {
        long seen = FormReading.expecting(typed).orElse(matter.standing().lastPosition());
        Forms.Draft draft = draft(matter, act, seen, typed, List.of());
        MatterPage page = matterPages.of(visit, actor, matter, Optional.of(draft), Facts.NONE);
        return pages.show(HttpStatus.UNPROCESSABLE_CONTENT, "matter", page.with(look));
    }

    /** What is worth another look, while the form is being typed: a part of its page. */
    @PostMapping(path = "/matters/{number}/{act}", params = "look=again")
    ResponseEntity<byte[]> look(
            @PathVariable String number,
            @PathVariable String act,
            @RequestParam Map<String, String> typed,
            Visit visit,
            Actor actor) {
        Matter matter = matterPages.visible(number, actor);
        Act pressed = matter.procedure().findAct(act).orElseThrow(() -> new NotFound(act));
        String action = action(number, act);
        return pages.show(
                "look",
                looks.find(visit, actor, matter, pressed, action, typed)
                        .orElse(new LookPage(visit.say(), action, List.of())));
    }

    /** What was asked to be shown is shown once, on the answer to the asking, and kept nowhere. */
    private ResponseEntity<byte[]> recorded(
            Visit visit, Actor actor, String number, Act pressed, Outcome.Recorded recorded) {
        if (pressed.does() != Act.Does.REVEAL) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/matters/" + number))
                    .build();
        }
        return pages.show("matter", matterPages.revealed(visit, actor, recorded, number));
    }
}
