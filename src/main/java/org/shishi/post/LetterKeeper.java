package org.shishi.post;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.shishi.ledger.Entry;
import org.shishi.ledger.Line;
import org.shishi.ledger.store.Bookmarks;
import org.shishi.ledger.store.Follower;
import org.shishi.ledger.store.LedgerTables;
import org.shishi.matter.Broken;
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
    private final Supplier<Addressing> addressing;
    private final Wording wording;
    private final Bookmarks bookmarks;
    private final LetterTable letters;

    /** @param addressing a new one for every step: within one, accounts stand still */
    LetterKeeper(
            Setting setting, Matters matters, Versions versions, Supplier<Addressing> addressing, Wording wording) {
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
        Map<Long, Entry> telling = new LinkedHashMap<>();
        List<Long> touched = new ArrayList<>();
        for (Line line : lines) {
            Entry entry = line.entry();
            if (!notices(entry).isEmpty() || act(entry).does().isNotice()) {
                telling.put(entry.position(), entry);
                touched.add(entry.matter());
            }
        }
        Map<Long, Matter> read = new LinkedHashMap<>();
        matters.list(c, touched.stream().distinct().toList())
                .forEach(matter -> read.put(matter.standing().matter(), matter));
        Addressing who = addressing.get();
        for (Entry entry : telling.values()) {
            follow(c, entry, Optional.ofNullable(read.get(entry.matter())).orElseThrow(), who);
        }
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

    private void follow(Connection c, Entry entry, Matter matter, Addressing who) throws SQLException {
        Act act = act(entry);
        if (act.does().isNotice()) {
            settle(c, entry, act, matter);
            return;
        }
        Matter then = matters.asOf(matter, entry.position());
        for (Notice notice : notices(entry)) {
            String words = wording.of(notice, then);
            for (Addressing.Addressee each : who.of(c, notice, then, entry.by().account())) {
                letters.on(c).add(letter(entry, notice, each, then, words));
            }
        }
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
