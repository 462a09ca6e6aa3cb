package org.shishi.web.citizen;

import java.net.URI;
import org.shishi.web.Frames;
import org.shishi.web.Pages;
import org.shishi.web.Say;
import org.shishi.web.Size;
import org.shishi.web.Visit;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a visitor sees first: say it, follow it, verify it; and today's true numbers, each with how it is made. */
@Controller
@Profile("!command")
final class StartDoor {
    private final Pages pages;
    private final Frames frames;
    private final Size size;
    private final PublishedFigures figures;

    StartDoor(Pages pages, Frames frames, Size size, PublishedFigures figures) {
        this.pages = pages;
        this.frames = frames;
        this.size = size;
        this.figures = figures;
    }

    /** Whoever is signed in has work to do. */
    @GetMapping("/")
    ResponseEntity<byte[]> start(Visit visit) {
        Say say = visit.say();
        return visit.actor().isPresent()
                ? ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/work"))
                        .build()
                : pages.show(
                        "citizen/start",
                        new StartPage(
                                frames.of(visit, say.word("city"), "/"),
                                size.now(),
                                figures.list(say),
                                figures.asAt(say)));
    }

    @GetMapping("/published/{figure}")
    ResponseEntity<byte[]> figure(@PathVariable String figure, Visit visit) {
        Say say = visit.say();
        PublishedPage.Shown shown = figures.get(say, figure);
        return pages.show(
                "citizen/published",
                new PublishedPage(
                        frames.of(visit, shown.title(), "/"), shown, figures.made(say, figure), figures.asAt(say)));
    }
}
