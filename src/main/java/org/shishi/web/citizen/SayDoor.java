package org.shishi.web.citizen;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shishi.matter.Outcome;
import org.shishi.matter.QueryCode;
import org.shishi.matter.Setting;
import org.shishi.matter.Standing;
import org.shishi.web.Frames;
import org.shishi.web.Kept;
import org.shishi.web.Pages;
import org.shishi.web.Say;
import org.shishi.web.Status;
import org.shishi.web.Visit;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where somebody says it in their own words, with a name or without, and takes home number, code and receipt. */
@Controller
@Profile("!command")
final class SayDoor {
    private static final String AT = "/say";

    /** A field that people do not see and programs that fill in everything do. */
    private static final String TRAP = "website";

    private final Pages pages;
    private final Frames frames;
    private final Sayings sayings;
    private final Following following;
    private final Counter counter;

    SayDoor(Pages pages, Frames frames, Sayings sayings, Following following, Counter counter) {
        this.pages = pages;
        this.frames = frames;
        this.sayings = sayings;
        this.following = following;
        this.counter = counter;
    }

    /** Who may speak now, and with which code they are heard again. */
    @Component
    @Profile("!command")
    record Counter(Limits limits, Setting setting) {}

    @GetMapping(AT)
    ResponseEntity<byte[]> say(Visit visit, Kept kept) {
        return form(HttpStatus.OK, visit, kept.typed(), List.of(), "");
    }

    private ResponseEntity<byte[]> form(
            HttpStatus status,
            Visit visit,
            Map<String, String> typed,
            List<org.shishi.matter.Refusal> wrong,
            String said) {
        Say say = visit.say();
        SayPage page = new SayPage(frames.of(visit, say.word("say"), AT), sayings.draw(say, typed, wrong), said);
        return pages.show(status, "citizen/say", page);
    }

    @PostMapping(AT)
    ResponseEntity<byte[]> record(@RequestParam Map<String, String> typed, Visit visit, HttpServletRequest request) {
        Say say = visit.say();
        if (!typed.getOrDefault(TRAP, "").isBlank()) {
            return form(HttpStatus.UNPROCESSABLE_CONTENT, visit, typed, List.of(), say.word("say.trap"));
        }
        Optional<Instant> silenced = counter.limits().findSilenced(request);
        if (silenced.isPresent()) {
            String said = say.word("say.too-many", say.time(silenced.get()));
            return form(HttpStatus.TOO_MANY_REQUESTS, visit, typed, List.of(), said);
        }
        return switch (sayings.record(say, typed)) {
            case Outcome.Recorded recorded -> done(request, recorded);
            case Outcome.Refused refused -> form(Status.of(refused.why()), visit, typed, refused.why(), "");
        };
    }

    private ResponseEntity<byte[]> done(HttpServletRequest request, Outcome.Recorded recorded) {
        if (!recorded.again()) {
            counter.limits().said(request);
        }
        following.begin(request, recorded.entry().number().orElseThrow());
        return goTo(AT + "/done");
    }

    private static ResponseEntity<byte[]> goTo(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }

    /** Number, code and receipt; whoever has left the page finds all but the code by the code. */
    @GetMapping(AT + "/done")
    ResponseEntity<byte[]> done(Visit visit, HttpServletRequest request) {
        Optional<Standing> standing =
                following.find(request).map(followed -> followed.matter().standing());
        if (standing.isEmpty()) {
            return goTo("/track");
        }
        String number = standing.get().number();
        String code = QueryCode.of(counter.setting(), number).grouped();
        return pages.show(
                "citizen/done",
                new DonePage(
                        frames.of(visit, visit.say().word("say.done"), AT),
                        number,
                        code,
                        standing.get().matter()));
    }
}
