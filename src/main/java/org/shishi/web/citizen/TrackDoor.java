package org.shishi.web.citizen;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shishi.matter.Command;
import org.shishi.matter.Desk;
import org.shishi.matter.NotFound;
import org.shishi.matter.Outcome;
import org.shishi.matter.Refusal;
import org.shishi.people.Actor;
import org.shishi.procedure.Act;
import org.shishi.web.FormReading;
import org.shishi.web.Frame;
import org.shishi.web.Frames;
import org.shishi.web.Kept;
import org.shishi.web.Pages;
import org.shishi.web.Status;
import org.shishi.web.Visit;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a caller follows their own matter, rates it, contests it, and opens it again. */
@Controller
@Profile("!command")
final class TrackDoor {
    private static final String AT = "/track";

    private final Pages pages;
    private final Frames frames;
    private final TrackPages trackPages;
    private final Following following;
    private final Acting acting;

    TrackDoor(Pages pages, Frames frames, TrackPages trackPages, Following following, Acting acting) {
        this.pages = pages;
        this.frames = frames;
        this.trackPages = trackPages;
        this.following = following;
        this.acting = acting;
    }

    /** What a caller does goes through the desk like anybody's act. */
    @org.springframework.stereotype.Component
    @Profile("!command")
    record Acting(Desk desk, FormReading reading) {
        Outcome act(Visit visit, Following.Followed followed, Act act, Map<String, String> typed) {
            String number = followed.matter().standing().number();
            Map<String, String> facts =
                    reading.facts(visit.say(), followed.matter().procedure(), act, typed);
            Command command = Command.on(number, act.name(), Actor.callerOf(number), facts, Command.Via.WEB);
            long seen = FormReading.expecting(typed)
                    .orElse(followed.matter().standing().lastPosition());
            return desk.act(FormReading.slipped(command, typed).expecting(seen));
        }

        List<Refusal> objections(Following.Followed followed, Act act) {
            var standing = followed.matter().standing();
            return desk.objections(
                    followed.matter().procedure(), act, Optional.of(standing), Actor.callerOf(standing.number()));
        }
    }

    @GetMapping(AT)
    ResponseEntity<byte[]> track(Visit visit, HttpServletRequest request) {
        return following
                .find(request)
                .map(followed -> pages.show("citizen/track", trackPages.of(visit, followed)))
                .orElseGet(() -> ask(HttpStatus.OK, visit, "", ""));
    }

    private ResponseEntity<byte[]> ask(HttpStatus status, Visit visit, String number, String wrong) {
        Frame frame = frames.of(visit, visit.say().word("track"), AT);
        return pages.show(status, "citizen/ask", new AskPage(frame, number, wrong));
    }

    /** Asked by POST: a code stands in no address and in no log of addresses. */
    @PostMapping(AT)
    ResponseEntity<byte[]> show(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code,
            Visit visit,
            HttpServletRequest request) {
        return switch (following.show(number, code, request)) {
            case Following.Shown.Right right -> {
                request.changeSessionId();
                following.begin(request, right.number());
                yield goTo();
            }
            case Following.Shown.Wrong _ ->
                ask(HttpStatus.UNPROCESSABLE_CONTENT, visit, number, visit.say().word("track.wrong"));
            case Following.Shown.Locked locked ->
                ask(
                        HttpStatus.TOO_MANY_REQUESTS,
                        visit,
                        number,
                        visit.say().word("track.locked", visit.say().time(locked.until())));
        };
    }

    private static ResponseEntity<byte[]> goTo() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(AT))
                .build();
    }

    @PostMapping(AT + "/leave")
    ResponseEntity<byte[]> leave(HttpServletRequest request) {
        following.end(request.getSession());
        return goTo();
    }

    @GetMapping(AT + "/{act}")
    ResponseEntity<byte[]> form(@PathVariable String act, Visit visit, Kept kept, HttpServletRequest request) {
        Optional<Following.Followed> followed = following.find(request);
        if (followed.isEmpty()) {
            kept.again(request);
            return ask(HttpStatus.OK, visit, "", visit.say().word("track.again"));
        }
        Act pressed = get(followed.get(), act);
        List<Refusal> no = acting.objections(followed.get(), pressed);
        return pages.show(
                no.isEmpty() ? HttpStatus.OK : Status.of(no),
                "citizen/track",
                trackPages.form(visit, followed.get(), pressed, kept.typed(), no));
    }

    private static Act get(Following.Followed followed, String act) {
        return followed.matter()
                .procedure()
                .findAct(act)
                .filter(each -> each.by().contains(Actor.CITIZEN))
                .orElseThrow(() -> new NotFound(act));
    }

    @PostMapping(AT + "/{act}")
    ResponseEntity<byte[]> act(
            @PathVariable String act,
            @RequestParam Map<String, String> typed,
            Visit visit,
            HttpServletRequest request) {
        Optional<Following.Followed> followed = following.find(request);
        if (followed.isEmpty()) {
            Kept.keep(request);
            return ask(HttpStatus.OK, visit, "", visit.say().word("track.again"));
        }
        Act pressed = get(followed.get(), act);
        return switch (acting.act(visit, followed.get(), pressed, typed)) {
            case Outcome.Recorded _ -> goTo();
            case Outcome.Refused refused -> {
                Following.Followed now = following.find(request).orElseThrow();
                TrackPage page = trackPages.form(visit, now, pressed, typed, refused.why());
                yield pages.show(Status.of(refused.why()), "citizen/track", page);
            }
        };
    }
}
