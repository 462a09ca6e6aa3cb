package org.shishi.web.me;

import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import org.shishi.people.Actor;
import org.shishi.post.Feeds;
import org.shishi.post.Mailboxes;
import org.shishi.web.Visit;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** One's own page: where one is written to, and one's calendar. Nobody opens anybody else's. */
@Controller
@Profile("!command")
final class MeDoor {
    static final String HERE = "/me";
    /** What a page may be asked to say was done. */
    private static final Map<String, String> DONE =
            Map.of("mail", "me.mail-done", "password", "me.password-done", "calendar", "me.calendar-closed");

    private final MePages mePages;
    private final Mailboxes mailboxes;
    private final Feeds feeds;
    private final InstantSource clock;

    MeDoor(MePages mePages, Mailboxes mailboxes, Feeds feeds, InstantSource clock) {
        this.mePages = mePages;
        this.mailboxes = mailboxes;
        this.feeds = feeds;
        this.clock = clock;
    }

    static ResponseEntity<byte[]> done(String what) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(HERE + "?done=" + what))
                .build();
    }

    @GetMapping(HERE)
    ResponseEntity<byte[]> show(@RequestParam(defaultValue = "") String done, Visit visit, Actor actor) {
        return mePages.show(visit, actor, DONE.getOrDefault(done, ""));
    }

    /** Whoever reloads what was answered begins anew. */
    @GetMapping({"/me/mail", "/me/password", "/me/calendar", "/me/calendar/close"})
    ResponseEntity<byte[]> again() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(HERE))
                .build();
    }

    @PostMapping("/me/mail")
    ResponseEntity<byte[]> mail(@RequestParam(defaultValue = "") String mail, Visit visit, Actor actor) {
        String said = mail.strip();
        if (!said.isEmpty() && !Mailboxes.isMail(said)) {
            return mePages.wrong(visit, actor, "mail", visit.say().word("me.mail-wrong"));
        }
        mailboxes.set(actor.account(), said);
        return done("mail");
    }

    @PostMapping("/me/calendar")
    ResponseEntity<byte[]> openCalendar(Visit visit, Actor actor) {
        String secret = feeds.open(actor.account(), clock.instant());
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/calendar/" + secret + ".ics")
                .toUriString();
        return mePages.opened(visit, actor, address);
    }

    @PostMapping("/me/calendar/close")
    ResponseEntity<byte[]> closeCalendar(Actor actor) {
        feeds.close(actor.account());
        return done("calendar");
    }
}
