package org.shishi.web;

import java.time.InstantSource;
import java.util.Map;
import org.shishi.calendar.WorkingDays;
import org.shishi.people.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The figures: each opens into the rows it is made of. */
@Controller
@Profile("!command")
final class FiguresDoor {
    private final Pages pages;
    private final FiguresPages figuresPages;
    private final InstantSource clock;

    FiguresDoor(Pages pages, FiguresPages figuresPages, InstantSource clock) {
        this.pages = pages;
        this.figuresPages = figuresPages;
        this.clock = clock;
    }

    @GetMapping("/figures")
    ResponseEntity<byte[]> show(@RequestParam Map<String, String> said, Visit visit, Actor actor) {
        var today = clock.instant().atZone(WorkingDays.ZONE).toLocalDate();
        return pages.show("figures", figuresPages.of(visit, actor, FiguresAsked.of(said, today)));
    }
}
