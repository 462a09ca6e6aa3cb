package org.shishi.web.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.shishi.people.Actor;
import org.shishi.post.Letter;
import org.shishi.post.Letters;
import org.shishi.procedure.Notice;
import org.shishi.web.Frames;
import org.shishi.web.Pages;
import org.shishi.web.Problems;
import org.shishi.web.Say;
import org.shishi.web.Visit;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The list of letters, for the duties that look after the outbox. */
@Controller
@Profile("!command")
final class OutboxDoor {
    static final String HERE = "/outbox";
    private static final int SHOWN = 50;

    private final Pages pages;
    private final Frames frames;
    private final Letters letters;
    private final OutboxView view;

    OutboxDoor(Pages pages, Frames frames, Letters letters, OutboxView view) {
        this.pages = pages;
        this.frames = frames;
        this.letters = letters;
        this.view = view;
    }

    static void requireKeeper(Actor actor) {
        if (!Letters.isKeeper(actor)) {
            throw new Problems.Forbidden();
        }
    }

    /** Whatever is asked for that does not exist is as if it were not asked for. */
    @GetMapping(HERE)
    ResponseEntity<byte[]> list(@RequestParam Map<String, String> asked, Visit visit, Actor actor) {
        requireKeeper(actor);
        Letters.Sought sought = sought(asked);
        List<Letter> found = letters.list(sought, SHOWN + 1);
        List<Letter> shown = found.subList(0, Math.min(SHOWN, found.size()));
        Say say = visit.say();
        return pages.show(
                "outbox/outbox",
                new OutboxPage(
                        frames.of(visit, say.word("nav.outbox"), HERE),
                        counts(say, sought),
                        Stream.of(Notice.Way.values())
                                .map(way -> new OutboxPage.Choice(way.keyword(), say.first("way." + way.keyword())))
                                .toList(),
                        sought.way().map(Notice.Way::keyword).orElse(""),
                        sought.number(),
                        sought.where().map(OutboxView::key).orElse(""),
                        view.rows(say, actor, shown),
                        found.size() > SHOWN ? behind(sought, shown.getLast()) : ""));
    }

    private static Letters.Sought sought(Map<String, String> asked) {
        Optional<Letter.Where> where = Stream.of(Letter.Where.values())
                .filter(each -> OutboxView.key(each).equals(asked.get("where")))
                .findFirst();
        String number = asked.getOrDefault("number", "").replaceAll("[\\p{Cntrl}\\p{Cs}\\s]", "");
        return new Letters.Sought(
                where,
                Notice.Way.find(asked.getOrDefault("way", "").toLowerCase(Locale.ROOT)),
                number.substring(
                        0, number.offsetByCodePoints(0, Math.min(60, number.codePointCount(0, number.length())))),
                LetterDoor.id(asked.getOrDefault("before", "")));
    }

    private List<OutboxPage.Count> counts(Say say, Letters.Sought sought) {
        List<OutboxPage.Count> counts = new ArrayList<>();
        letters.counts().forEach((where, count) -> {
            Letters.Sought there =
                    new Letters.Sought(Optional.of(where), sought.way(), sought.number(), Optional.empty());
            counts.add(new OutboxPage.Count(
                    address(there),
                    OutboxView.light(where),
                    say.word("outbox." + OutboxView.key(where)),
                    say.number(count),
                    sought.where().equals(Optional.of(where))));
        });
        return counts;
    }

    private static String behind(Letters.Sought sought, Letter last) {
        return address(new Letters.Sought(sought.where(), sought.way(), sought.number(), Optional.of(last.id())));
    }

    private static String address(Letters.Sought sought) {
        return UriComponentsBuilder.fromPath(HERE)
                .queryParamIfPresent("where", sought.where().map(OutboxView::key))
                .queryParamIfPresent("way", sought.way().map(Notice.Way::keyword))
                .queryParamIfPresent("number", Optional.of(sought.number()).filter(number -> !number.isEmpty()))
                .queryParamIfPresent("before", sought.before().map(UUID::toString))
                .encode()
                .toUriString();
    }
}
