package org.shishi.web.outbox;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.shishi.matter.NotFound;
import org.shishi.people.Actor;
import org.shishi.post.Letter;
import org.shishi.post.Letters;
import org.shishi.web.Frames;
import org.shishi.web.Pages;
import org.shishi.web.Problems;
import org.shishi.web.Say;
import org.shishi.web.Visit;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One letter: what is known of it, and a decision with its reason where nothing else helps. */
@Controller
@Profile("!command")
final class LetterDoor {
    private static final int LONGEST = 100;

    private final Pages pages;
    private final Frames frames;
    private final Letters letters;
    private final OutboxView view;

    LetterDoor(Pages pages, Frames frames, Letters letters, OutboxView view) {
        this.pages = pages;
        this.frames = frames;
        this.letters = letters;
        this.view = view;
    }

    static Optional<UUID> id(String said) {
        return said.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(said))
                : Optional.empty();
    }

    @GetMapping("/outbox/{id}")
    ResponseEntity<byte[]> show(@PathVariable String id, Visit visit, Actor actor) {
        OutboxDoor.requireKeeper(actor);
        return show(HttpStatus.OK, visit, actor, get(id), "", "");
    }

    private Letter get(String id) {
        return id(id).flatMap(letters::find).orElseThrow(() -> new NotFound(id));
    }

    @PostMapping("/outbox/{id}")
    ResponseEntity<byte[]> decide(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String decided,
            @RequestParam(defaultValue = "") String why,
            Visit visit,
            Actor actor) {
        OutboxDoor.requireKeeper(actor);
        Letter letter = get(id);
        row(visit.say(), actor, letter);
        Letters.Decided chosen = Stream.of(Letters.Decided.values())
                .filter(each -> key(each).equals(decided))
                .findFirst()
                .orElseThrow(() -> new NotFound(decided));
        if (why.isBlank() || why.length() > LONGEST) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, visit, actor, letter, why, "outbox.why-needed");
        }
        return letters.decide(actor, letter.id(), chosen, why)
                ? ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/outbox/" + letter.id()))
                        .build()
                : show(HttpStatus.CONFLICT, visit, actor, get(id), why, "outbox.not-now");
    }

    private static String key(Letters.Decided decided) {
        return decided.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private OutboxPage.Row row(Say say, Actor actor, Letter letter) {
        return view.rows(say, actor, List.of(letter)).stream().findFirst().orElseThrow(Problems.Forbidden::new);
    }

    private ResponseEntity<byte[]> show(
            HttpStatus status, Visit visit, Actor actor, Letter letter, String why, String wrong) {
        Say say = visit.say();
        OutboxPage.Row row = row(say, actor, letter);
        LetterPage page = new LetterPage(
                frames.of(visit, say.word("outbox.letter"), OutboxDoor.HERE),
                row,
                facts(say, row, letter),
                letters.possible(letter).stream()
                        .map(each -> new OutboxPage.Choice(key(each), say.word("outbox.do." + key(each))))
                        .toList(),
                why,
                wrong.isEmpty() ? "" : say.word(wrong));
        return pages.show(status, "outbox/letter", page);
    }

    private static List<LetterPage.Fact> facts(Say say, OutboxPage.Row row, Letter letter) {
        List<LetterPage.Fact> facts = new ArrayList<>();
        facts.add(new LetterPage.Fact(say.word("outbox.about"), row.notice()));
        facts.add(new LetterPage.Fact(say.word("post.to"), row.to()));
        facts.add(new LetterPage.Fact(say.word("post.by"), row.way()));
        facts.add(new LetterPage.Fact(say.word("outbox.tries"), Integer.toString(letter.tries())));
        facts.add(new LetterPage.Fact(say.word("outbox.at"), row.at()));
        facts.add(new LetterPage.Fact(say.word("outbox.said"), row.about()));
        facts.add(new LetterPage.Fact(say.word("post.hand"), letter.hand()));
        facts.removeIf(fact -> fact.value().isEmpty());
        return facts;
    }
}
