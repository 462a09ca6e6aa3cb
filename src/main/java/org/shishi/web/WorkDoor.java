package org.shishi.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shishi.people.Actor;
import org.shishi.sheet.Watchlists;
import org.shishi.sheet.Worklists;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The worklist. */
@Controller
@Profile("!command")
final class WorkDoor {
    private static final int SHOWN = 200;
    private static final int WATCHED = 50;
    private final Pages pages;
    private final WorkPages workPages;
    private final OpenWork work;
    private final Watchlists watchlists;

    WorkDoor(Pages pages, WorkPages workPages, OpenWork work, Watchlists watchlists) {
        this.pages = pages;
        this.workPages = workPages;
        this.work = work;
        this.watchlists = watchlists;
    }

    @GetMapping("/work")
    ResponseEntity<byte[]> work(@RequestParam Optional<String> light, Visit visit, Actor actor) {
        Optional<Worklists.Light> only = light.flatMap(WorkDoor::light);
        WorkPage page = workPages.work(visit, work.of(actor, only, SHOWN), only, "");
        return pages.show("work", workPages.watching(visit, page, watchlists.of(actor, WATCHED)));
    }

    private static Optional<Worklists.Light> light(String said) {
        return List.of(Worklists.Light.values()).stream()
                .filter(light -> light.name().equals(said.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
