package org.shishi.post;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.shishi.ledger.Entry;
import org.shishi.ledger.Line;
import org.shishi.ledger.store.Bookmarks;
import org.shishi.ledger.store.Follower;
import org.shishi.ledger.store.LedgerTables;
import org.shishi.matter.Broken;
import org.shishi.matter.Contacts;
import org.shishi.matter.Matter;
import org.shishi.matter.Matters;
import org.shishi.matter.Reserved;
import org.shishi.matter.Setting;
import org.shishi.matter.Standing;
import org.shishi.matter.Versions;
import org.shishi.procedure.Act;
import org.shishi.procedure.Facts;
import org.shishi.procedure.Notice;

/**
 * Reads the ledger and writes the letters it asks for. What the ledger says was delivered is delivered: when letters are
 * worked out again from the first entry, none goes out a second time.
 */
final class LetterKeeper implements Follower {
    static final int STEP = 500;
    /** History is no news: what happened longer before it was recorded tells nobody anything. */
    private static final Duration NEWS = Duration.ofHours(24);

    private final Setting setting;
    private final Matters matters;
    private final Versions versions;
    private final Function<Contacts, Addressing> addressing;
    private final Wording wording;
    private final Bookmarks bookmarks;
    private final LetterTable letters;

    /** @param addressing a new one for every step: within one, accounts and contacts stand still */
    LetterKeeper(
            Setting setting,
            Matters matters,
            Versions versions,
            Function<Contacts, Addressing> addressing,
            Wording wording) {
        this.setting = setting;
        this.matters = matters;
        this.versions = versions;
        this.addressing = addressing;
        this.wording = wording;
        this.bookmarks = new Bookmarks(setting.database(), new LedgerTables());
        this.letters = LetterTable.of(setting.database(), setting.city());
    }

    @Override
    public String name() {
        return "post";
    }

    /** Takes in the next lines; how many there were, 0 when every letter there should be is written. */
    int step() {
        try {
            return bookmarks.step(setting.city(), this, STEP);
        } catch (SQLException e) {
            throw new Broken("letters cannot be written", e);
        }
    }

    @Override
    public void follow(Connection c, List<Line> lines) throws SQLException {
        List<Entry> entries = lines.stream().map(Line::entry).toList();
        List<Entry> told =
                entries.stream().filter(entry -> act(entry).does().isNotice()).toList();
        List<Entry> telling = entries.stream()
                .filter(entry ->
                        !act(entry).does().isNotice() && !notices(entry).isEmpty())
                .toList();
        Map<Long, Matter> read = read(c, Stream.concat(told.stream(), telling.stream()));
        Addressing who = addressing.apply(contacts(c, telling));
        List<Letter> made = telling.stream()
                .flatMap(entry -> made(entry, matter(read, entry), who))
                .toList();
        new NewLetters(setting.city(), made).add(c);
        told.forEach(entry -> settle(c, entry, act(entry), matter(read, entry)));
    }

    private Map<Long, Matter> read(Connection c, Stream<Entry> entries) throws SQLException {
        Map<Long, Matter> read = new LinkedHashMap<>();
        matters.list(c, entries.map(Entry::matter).distinct().toList())
                .forEach(matter -> read.put(matter.standing().matter(), matter));
        return read;
    }

    private static Matter matter(Map<Long, Matter> read, Entry entry) {
        return Optional.ofNullable(read.get(entry.matter())).orElseThrow();
    }

    /** Of those matters alone whose people are told: nothing else is opened. */
    private Contacts contacts(Connection c, List<Entry> telling) throws SQLException {
        List<Long> ofPeople = telling.stream()
                .filter(entry -> notices(entry).stream().anyMatch(notice -> notice.to() instanceof Notice.To.Person))
                .map(Entry::matter)
                .distinct()
                .toList();
        return Contacts.of(matters, c, ofPeople);
    }

    private Act act(Entry entry) {
        return versions.get(entry.under()).act(entry.act());
    }

    private List<Notice> notices(Entry entry) {
        boolean isNews = entry.happenedAt().plus(NEWS).isAfter(entry.recordedAt());
        return isNews && !entry.via().equals("import")
                ? versions.get(entry.under()).noticesOn(entry.act())
                : List.of();
    }

    private Stream<Letter> made(Entry entry, Matter matter, Addressing who) {
        Matter then = matters.asOf(matter, entry.position());
        return notices(entry).stream().flatMap(notice -> {
            String words = wording.of(notice, then);
            return who.of(notice, then, entry.by().account()).stream()
                    .map(each -> letter(entry, notice, each, then, words));
        });
    }

    private void settle(Connection c, Entry entry, Act act, Matter matter) {
        Facts facts = matter.said().stream()
                .filter(said -> said.entry().position() == entry.position())
                .map(Standing.Said::facts)
                .findFirst()
                .orElse(Facts.NONE);
        Letter.Key key = new Letter.Key(
                facts.find(Reserved.NOTICE_OF).map(Long::parseLong).orElse(0L),
                facts.find(Reserved.NOTICE).orElse(""),
                facts.find(Reserved.NOTICE_TO).orElse(""));
        Letter.State state = act.does() == Act.Does.NOTICE_SENT ? Letter.State.SENT : Letter.State.FAILED;
        letters.on(c).settled(key, state, entry.position(), entry.happenedAt());
    }

    private Letter letter(Entry entry, Notice notice, Addressing.Addressee to, Matter matter, String words) {
        Letter.Key key = new Letter.Key(entry.position(), notice.name(), to.name());
        boolean isLost = to.ways().isEmpty();
        List<Notice.Way> ways = isLost ? notice.by() : to.ways();
        Instant now = setting.clock().instant();
        return new Letter(
                key,
                key.id(setting.city()),
                entry.matter(),
                matter.standing().number(),
                words,
                ways.getFirst(),
                isLost ? List.of() : ways.subList(1, ways.size()),
                isLost ? Letter.State.FAILED : Letter.State.WAITING,
                0,
                0,
                now,
                false,
                "",
                "",
                isLost ? Settling.NO_ADDRESS : "",
                "",
                now,
                isLost ? Optional.of(now) : Optional.empty(),
                Optional.empty());
    }
}
