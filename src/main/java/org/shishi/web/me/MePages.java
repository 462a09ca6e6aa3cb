package org.shishi.web.me;

import java.time.InstantSource;
import org.shishi.people.Actor;
import org.shishi.post.Feeds;
import org.shishi.post.Mailboxes;
import org.shishi.web.Frames;
import org.shishi.web.Pages;
import org.shishi.web.Say;
import org.shishi.web.Visit;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Makes one's own page. */
@Component
@Profile("!command")
final class MePages {
    private final Pages pages;
    private final Frames frames;
    private final Mailboxes mailboxes;
    private final Feeds feeds;
    private final InstantSource clock;

    MePages(Pages pages, Frames frames, Mailboxes mailboxes, Feeds feeds, InstantSource clock) {
        this.pages = pages;
        this.frames = frames;
        this.mailboxes = mailboxes;
        this.feeds = feeds;
        this.clock = clock;
    }

    /** @param done word for what was just done; empty when nothing was */
    ResponseEntity<byte[]> show(Visit visit, Actor actor, String done) {
        return show(
                HttpStatus.OK,
                page(visit, actor, done.isEmpty() ? "" : visit.say().word(done), "", "", ""));
    }

    /** @param at the form that was wrong */
    ResponseEntity<byte[]> wrong(Visit visit, Actor actor, String at, String why) {
        return show(HttpStatus.UNPROCESSABLE_CONTENT, page(visit, actor, "", "", at, why));
    }

    /** With the address of the calendar, this once. */
    ResponseEntity<byte[]> opened(Visit visit, Actor actor, String feed) {
        return show(HttpStatus.OK, page(visit, actor, "", feed, "", ""));
    }

    private ResponseEntity<byte[]> show(HttpStatus status, MePage page) {
        return pages.show(status, "me/me", page);
    }

    private MePage page(Visit visit, Actor actor, String done, String feed, String at, String why) {
        Say say = visit.say();
        return new MePage(
                frames.of(visit, say.word("nav.me"), MeDoor.HERE),
                actor.account(),
                mailboxes.find(actor.account()).orElse(""),
                feeds.since(actor.account())
                        .map(since -> say.moment(since, clock.instant()))
                        .orElse(""),
                feed,
                done,
                at,
                why);
    }
}
