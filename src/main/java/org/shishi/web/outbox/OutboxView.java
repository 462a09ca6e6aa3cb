package org.shishi.web.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.shishi.matter.Matter;
import org.shishi.matter.Matters;
import org.shishi.matter.Scope;
import org.shishi.matter.Setting;
import org.shishi.people.Account;
import org.shishi.people.Actor;
import org.shishi.people.People;
import org.shishi.post.Letter;
import org.shishi.procedure.Facts;
import org.shishi.procedure.Notice;
import org.shishi.web.NoticeWords;
import org.shishi.web.Say;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Puts letters into words for whoever looks after them: addresses masked, and only of matters they may see. */
@Component
@Profile("!command")
final class OutboxView {
    private final Setting setting;
    private final Matters matters;
    private final People people;

    OutboxView(Setting setting, Matters matters, People people) {
        this.setting = setting;
        this.matters = matters;
        this.people = people;
    }

    static String key(Letter.Where where) {
        return where.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String light(Letter.Where where) {
        return switch (where) {
            case WAITING, IN_HAND -> "pause";
            case AGAIN -> "near";
            case SENT -> "go";
            case GIVEN_UP -> "late";
        };
    }

    /** A row for each letter about a matter this actor may see. */
    List<OutboxPage.Row> rows(Say say, Actor actor, List<Letter> letters) {
        Map<Long, Matter> seen = new HashMap<>();
        matters.list(letters.stream().map(Letter::matter).distinct().toList()).stream()
                .filter(matter -> isSeen(matter, actor))
                .forEach(matter -> seen.put(matter.standing().matter(), matter));
        Map<Long, Facts> masked = new HashMap<>();
        List<OutboxPage.Row> rows = new ArrayList<>();
        for (Letter letter : letters) {
            Optional.ofNullable(seen.get(letter.matter()))
                    .ifPresent(matter -> rows.add(
                            row(say, letter, matter, masked.computeIfAbsent(letter.matter(), matters::masked))));
        }
        return rows;
    }

    private boolean isSeen(Matter matter, Actor actor) {
        return Scope.of(setting.packs(), matter.procedure(), actor).sees(matter.standing());
    }

    private OutboxPage.Row row(Say say, Letter letter, Matter matter, Facts masked) {
        Instant now = setting.clock().instant();
        Letter.Where where = letter.where(now);
        return new OutboxPage.Row(
                "/outbox/" + letter.id(),
                letter.number(),
                notice(say, letter, matter),
                to(say, letter, matter, masked),
                say.first("way." + letter.way().keyword()),
                letter.words(),
                light(where),
                say.word("outbox." + key(where)),
                about(say, letter, where, new NoticeWords(say, matter.procedure()), now),
                say.moment(letter.endedAt().orElse(letter.madeAt()), now));
    }

    /** The act it is about. */
    private static String notice(Say say, Letter letter, Matter matter) {
        return matter.said().stream()
                .filter(said -> said.entry().position() == letter.key().entry())
                .map(said -> say.act(matter.procedure(), said.entry().act()))
                .findFirst()
                .orElse("");
    }

    private String to(Say say, Letter letter, Matter matter, Facts masked) {
        String field = letter.key().addressee();
        String whom = new NoticeWords(say, matter.procedure()).to(field);
        String part = letter.way() == Notice.Way.MAIL ? ".mail" : ".phone";
        return letter.account().isPresent()
                ? people.findAccount(whom).map(Account::displayName).orElse(whom)
                : masked.find(field + part).map(address -> whom + " " + address).orElse(whom);
    }

    private static String about(Say say, Letter letter, Letter.Where where, NoticeWords words, Instant now) {
        return switch (where) {
            case WAITING -> "";
            case IN_HAND -> say.word("outbox.until", say.moment(letter.nextAt(), now));
            case AGAIN ->
                say.word("outbox.next", words.why(letter.why()), letter.tries(), say.moment(letter.nextAt(), now));
            case SENT -> words.receipt(letter.receipt());
            case GIVEN_UP -> words.why(letter.why());
        };
    }
}
