package org.shishi.matter;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shishi.ledger.Edge;
import org.shishi.ledger.Entry;
import org.shishi.ledger.Growth;
import org.shishi.ledger.Line;
import org.shishi.ledger.NewLine;
import org.shishi.matter.store.HeadRow;
import org.shishi.matter.store.HeadTable;
import org.shishi.matter.store.SideTables;

/** The commands of one transaction: locks the ledger, decides each in order, writes all at once. */
final class Batch {
    private final Office office;
    private final Heads heads;
    private final Connection connection;
    private final Written written = new Written();
    private final Map<Long, Standing> moved = new HashMap<>();
    private final Map<String, Long> counted = new LinkedHashMap<>();
    private final Map<String, Entry> slips = new HashMap<>();
    private long size;

    Batch(Office office, Heads heads, Connection connection) {
        this.office = office;
        this.heads = heads;
        this.connection = connection;
    }

    /** Decides and writes; the caller commits. Answers stand in the order of the commands. */
    List<Outcome> run(List<Prepared> commands, Instant now) throws SQLException {
        Edge edge = office.ledger().lock(connection, office.city());
        heads.confirm(edge.size());
        findSlips(commands);
        loadHeads(commands);
        Growth growth = new Growth(office.city(), edge);
        Instant recordedAt = growth.recordedAt(now.truncatedTo(ChronoUnit.MILLIS));
        List<Outcome> outcomes = new ArrayList<>(commands.size());
        for (Prepared command : commands) {
            outcomes.add(answer(command, growth, recordedAt));
        }
        if (!written.lines.isEmpty()) {
            written.write(connection, office, edge, growth.after());
            SideTables.count(connection, office.city(), counted);
        }
        size = growth.after().size();
        return outcomes;
    }

    /** After the commit: what was decided is what stands. */
    void remember() {
        moved.values().forEach(heads::put);
        counted.forEach(heads::count);
        heads.left(size);
    }

    private void findSlips(List<Prepared> commands) throws SQLException {
        List<String> named =
                commands.stream().map(each -> each.command().slip()).toList();
        for (var found : office.ledger().slips(connection, office.city(), named).entrySet()) {
            Line line = office.ledger()
                    .lines(connection, office.city(), found.getValue(), 1)
                    .getFirst();
            slips.put(found.getKey(), line.entry());
        }
    }

    private void loadHeads(List<Prepared> commands) throws SQLException {
        Set<Long> missing = new LinkedHashSet<>();
        for (Prepared command : commands) {
            command.matter().filter(matter -> heads.find(matter).isEmpty()).ifPresent(missing::add);
        }
        for (HeadRow row : HeadTable.list(connection, office.city(), missing)) {
            heads.put(StandingText.read(row));
        }
    }

    private Outcome answer(Prepared command, Growth growth, Instant recordedAt) {
        Entry before = slips.get(command.command().slip());
        if (before != null) {
            return again(command, before);
        }
        Optional<Standing> standing = command.matter().flatMap(this::standing);
        Map<String, Long> tentative = new HashMap<>();
        Numbers numbers = new Numbers(series -> {
            long next = tentative.getOrDefault(series, last(series)) + 1;
            tentative.put(series, next);
            return next;
        });
        var moment = new Decision.Moment(recordedAt, numbers, office.roster());
        Decision.Decided decided = office.decision().decide(command, standing, growth.next(), moment);
        if (decided.steps().isEmpty()) {
            return new Outcome.Refused(decided.refusals());
        }
        counted.putAll(tentative);
        decided.steps().forEach(step -> lay(step, growth));
        return new Outcome.Recorded(decided.steps().getFirst().entry(), false);
    }

    /** The same slip for the same act is the same act; for another it is a mistake. */
    private static Outcome again(Prepared command, Entry before) {
        boolean isSame = before.act().equals(command.act().name())
                && before.by().account().equals(command.command().by().account())
                && command.matter().map(matter -> matter == before.matter()).orElse(before.opens());
        return isSame
                ? new Outcome.Recorded(before, true)
                : new Outcome.Refused(
                        List.of(new Refusal.SlipUsed(command.command().slip())));
    }

    private Optional<Standing> standing(long matter) {
        return Optional.ofNullable(moved.get(matter)).or(() -> heads.find(matter));
    }

    private long last(String series) {
        Long inBatch = counted.get(series);
        if (inBatch != null) {
            return inBatch;
        }
        return heads.lastOf(series).orElseGet(() -> {
            try {
                return SideTables.lastOf(connection, office.city(), series);
            } catch (SQLException e) {
                throw new Broken("cannot read series " + series, e);
            }
        });
    }

    private void lay(Decision.Step step, Growth growth) {
        Line line = growth.append(step.entry());
        slips.put(step.prepared().command().slip(), step.entry());
        moved.put(step.after().matter(), step.after());
        written.add(
                step,
                new NewLine(
                        line,
                        step.prepared().said().map(Prepared.Part::body),
                        step.prepared().sealed().map(Prepared.Part::body),
                        step.prepared().command().slip()));
    }
}
