package org.shishi.matter;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.shishi.calendar.WorkingDays;
import org.shishi.files.Attachment;
import org.shishi.ledger.Body;
import org.shishi.ledger.Entry;
import org.shishi.ledger.Line;
import org.shishi.ledger.Seals;
import org.shishi.ledger.store.LedgerTables;
import org.shishi.matter.store.EarlierMatters;
import org.shishi.matter.store.FiledTable;
import org.shishi.matter.store.Numbered;
import org.shishi.matter.store.SideTables;
import org.shishi.procedure.Act;
import org.shishi.procedure.Facts;
import org.shishi.procedure.Procedure;

/** Reads matters: folds their entries, so that what is shown is never older than the ledger. */
public final class Matters {
    private final String city;
    private final DataSource database;
    private final LedgerTables ledger = new LedgerTables();
    private final Versions versions;
    private final WorkingDays days;
    private final Seals seals;
    private final Secrets secrets;

    public Matters(Setting setting, Versions versions) {
        this.city = setting.city();
        this.database = setting.database();
        this.versions = versions;
        this.days = setting.days();
        this.seals = setting.seals();
        this.secrets = new Secrets(setting);
    }

    /** Something to be read with a connection. */
    private interface Query<T> {
        T run(Connection connection) throws SQLException;
    }

    private <T> T read(Query<T> query) {
        try (Connection connection = database.getConnection()) {
            return query.run(connection);
        } catch (SQLException e) {
            throw new Broken("cannot read the ledger", e);
        }
    }

    public Optional<Matter> find(String number) {
        return read(c -> {
            var head = Numbered.find(c, city, number);
            return head.isEmpty()
                    ? Optional.empty()
                    : list(c, List.of(head.get().matter())).stream().findFirst();
        });
    }

    /** @throws NotFound when no matter bears the number */
    public Matter get(String number) {
        return find(number).orElseThrow(() -> new NotFound(number));
    }

    /** Matters by the positions of their first entries, in that order. */
    public List<Matter> list(Collection<Long> matters) {
        return matters.isEmpty() ? List.of() : read(c -> list(c, matters));
    }

    /** As {@link #list(Collection)}, within a follower's own transaction. */
    public List<Matter> list(Connection c, Collection<Long> matters) throws SQLException {
        List<Line> lines = ledger.linesOf(c, city, matters);
        List<Long> withFacts = lines.stream()
                .map(Line::entry)
                .filter(entry -> entry.facts().isPresent())
                .map(Entry::position)
                .toList();
        Map<Long, Body> bodies = ledger.bodies(c, city, withFacts, Body.Kind.FACTS);
        Map<Long, List<Standing.Said>> byMatter = new LinkedHashMap<>();
        for (Line line : lines) {
            Entry entry = line.entry();
            byMatter.computeIfAbsent(entry.matter(), matter -> new ArrayList<>())
                    .add(new Standing.Said(entry, facts(bodies, entry.position())));
        }
        return byMatter.values().stream().map(this::fold).toList();
    }

    private static Facts facts(Map<Long, Body> bodies, long position) {
        Body body = bodies.get(position);
        return body == null ? Facts.NONE : FactsText.read(body.bytes());
    }

    private Matter fold(List<Standing.Said> said) {
        Procedure procedure = versions.get(said.getFirst().entry().under());
        Standing standing = Standing.opened(procedure, said.getFirst().entry());
        for (Standing.Said each : said) {
            standing = standing.after(procedure, each.entry(), each.facts(), days);
            procedure = versions.get(standing.under());
        }
        return new Matter(procedure, said, standing);
    }

    /** A matter as it stood right after one of its entries. */
    public Matter asOf(Matter matter, long position) {
        boolean isLast = matter.said().getLast().entry().position() == position;
        return isLast
                ? matter
                : fold(matter.said().stream()
                        .filter(each -> each.entry().position() <= position)
                        .toList());
    }

    /**
     * The personal facts of a matter in clear, the latest of each.
     *
     * @param shown the recorded act of showing, without which nothing is shown
     */
    public Facts reveal(Outcome.Recorded shown) {
        Entry entry = shown.entry();
        Procedure procedure = versions.get(entry.under());
        if (procedure
                .findAct(entry.act())
                .filter(act -> act.does() == Act.Does.REVEAL)
                .isEmpty()) {
            throw new IllegalArgumentException("entry " + entry.position() + " shows nothing");
        }
        return read(c -> secrets(c, entry.matter()));
    }

    private Facts secrets(Connection c, long matter) throws SQLException {
        return secrets(c, List.of(matter)).getOrDefault(matter, Facts.NONE);
    }

    /** The personal facts of some matters in clear; a matter without any is not there. */
    Map<Long, Facts> secrets(Connection c, Collection<Long> of) throws SQLException {
        return secrets.of(c, of);
    }

    /** The personal facts of a matter as everybody who may see the matter sees them: masked. */
    public Facts masked(long matter) {
        return Masking.of(read(c -> secrets(c, matter)));
    }

    /**
     * A file that stands behind a matter. A personal one only for whoever had its personal facts shown, with a reason, within
     * the last half hour.
     */
    public Optional<Attachment> findFile(Matter matter, String hash, String account, Instant now) {
        Attached attached = new Attached(matter);
        Optional<Attachment> open = attached.find(hash);
        return open.isPresent() || !attached.isShownTo(account, now)
                ? open
                : attached.find(read(c -> secrets(c, matter.standing().matter())), hash);
    }

    /** Which of these files some matter names. */
    public List<String> filed(Collection<String> hashes) {
        return hashes.isEmpty() ? List.of() : read(c -> FiledTable.named(c, city, hashes));
    }

    /** The matters of whoever has this phone or identity number, the latest first. */
    public List<Matter> traced(String phoneOrId, int atMost) {
        return read(c -> list(c, SideTables.traced(c, city, seals.trace(phoneOrId), atMost)));
    }

    /** The other matters of the people who stand in this one, the latest first. */
    public List<Matter> sharing(long matter, int atMost) {
        return read(c -> list(c, SideTables.sharing(c, city, matter, atMost)));
    }

    /** How many earlier matters the person of a field of each matter stands in, within a follower's own transaction. */
    public Map<Long, Integer> earlier(Connection c, String field, Collection<Long> of) throws SQLException {
        return EarlierMatters.count(c, city, field, of);
    }

    /** Matters named in this one or naming it. */
    public List<Matter> linked(long matter) {
        return read(c -> list(c, SideTables.linked(c, city, matter)));
    }

    /** The line of one entry, for its proof. */
    public Optional<Line> findLine(long position) {
        return read(c -> ledger.lines(c, city, position, 1).stream()
                .filter(line -> line.entry().position() == position)
                .findFirst());
    }
}
