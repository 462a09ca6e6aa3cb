package org.shishi.matter;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.shishi.ledger.Edge;
import org.shishi.ledger.Entry;
import org.shishi.ledger.Growth;
import org.shishi.ledger.Line;
import org.shishi.ledger.NewLine;
import org.shishi.matter.store.SideTables;

/** Decides the commands of one batch in order, as they come, each on what those before it have moved. */
final class Batch {
    private final Office office;
    private final Heads heads;
    private final Supplier<Connection> connection;
    private final long generation;
    private final Written written = new Written();
    private final Map<Long, Standing> moved = new HashMap<>();
    private final Map<String, Long> counted = new LinkedHashMap<>();
    private final Map<String, Entry> slips = new LinkedHashMap<>();
    private final Naming naming = new Naming();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final Edge edge;
    private final Growth growth;

    /**
     * @param connection asked only for what this node does not know
     * @param generation of the heads, asked for before the edge: what is forgotten later makes the batch worth nothing
     * @param edge where the ledger ends before it
     */
    Batch(Office office, Heads heads, Supplier<Connection> connection, long generation, Edge edge) {
        this.office = office;
        this.heads = heads;
        this.connection = connection;
        this.generation = generation;
        this.edge = edge;
        this.growth = new Growth(office.city(), edge);
    }

    /** Looks up which slips were used before: needed only when one of them was. */
    void findSlips(List<String> named) throws SQLException {
        Connection c = connection.get();
        for (var found : office.ledger().slips(c, office.city(), named).entrySet()) {
            Line line =
                    office.ledger().lines(c, office.city(), found.getValue(), 1).getFirst();
            slips.put(found.getKey(), line.entry());
        }
    }

    void add(List<Prepared> commands) throws SQLException {
        loadNaming(commands);
        loadHeads(commands);
        var moment =
                new Decision.Moment(growth.recordedAt(office.now().truncatedTo(ChronoUnit.MILLIS)), office.roster());
        for (Prepared command : commands) {
            outcomes.add(answer(command, moment));
        }
    }

    /** What is to be written and answered; nothing can be added any more. */
    Decided close() {
        Optional<Rows> rows = written.rows(office.city(), edge, growth.after(), counted);
        return new Decided(generation, outcomes, rows, growth.after(), moved, counted, slips, naming.added());
    }

    /** Who names the leads whose acts are done on others besides. */
    private void loadNaming(List<Prepared> commands) throws SQLException {
        Set<Long> leads = new LinkedHashSet<>();
        for (Prepared command : commands) {
            command.act()
                    .echo()
                    .flatMap(echo -> command.matter())
                    .filter(lead -> !heads.isUnnamed(lead))
                    .ifPresent(leads::add);
        }
        if (!leads.isEmpty()) {
            naming.load(connection.get(), office.city(), leads);
            naming.with(heads.links(), leads);
        }
    }

    private void loadHeads(List<Prepared> commands) throws SQLException {
        Set<Long> missing = new LinkedHashSet<>(naming.all());
        commands.forEach(command -> command.matter().ifPresent(missing::add));
        missing.removeIf(matter -> standing(matter).isPresent());
        if (!missing.isEmpty()) {
            for (Matter matter : office.matters().list(connection.get(), missing)) {
                moved.put(matter.standing().matter(), matter.standing());
            }
        }
    }

    private Outcome answer(Prepared command, Decision.Moment moment) {
        Optional<Entry> before = findSlip(command.command().slip());
        if (before.isPresent()) {
            return again(command, before.get());
        }
        Map<String, Long> tentative = new HashMap<>();
        Numbers numbers = new Numbers(series -> {
            long next = tentative.getOrDefault(series, last(series)) + 1;
            tentative.put(series, next);
            return next;
        });
        Optional<Standing> standing = command.matter().flatMap(this::standing);
        var result = office.decision().decide(command, standing, growth.next(), moment.with(numbers));
        if (result.steps().isEmpty()) {
            return usedLongAgo(command.command().slip())
                    .map(entry -> again(command, entry))
                    .orElseGet(() -> new Outcome.Refused(result.refusals()));
        }
        result.steps().forEach(this::lay);
        echo(result.steps().getFirst(), moment.with(numbers));
        counted.putAll(tentative);
        Decision.Step first = result.steps().getFirst();
        return new Outcome.Recorded(first.entry(), Optional.of(first.after()));
    }

    /** An act on a lead is done on every matter that names it, where it is possible there. */
    private void echo(Decision.Step lead, Decision.Counting moment) {
        lead.prepared().act().echo().ifPresent(echo -> {
            for (long matter : naming.list(lead.after().matter(), echo.link())) {
                standing(matter)
                        .flatMap(standing -> office.decision().echo(echo, lead, standing, growth.next(), moment))
                        .ifPresent(this::lay);
            }
        });
    }

    private Optional<Entry> findSlip(String slip) {
        return Optional.ofNullable(slips.get(slip)).or(() -> heads.findSlip(slip));
    }

    /** What was recorded already is mostly refused a second time: before a no is said, the ledger is asked. */
    private Optional<Entry> usedLongAgo(String slip) {
        try {
            findSlips(List.of(slip));
            return Optional.ofNullable(slips.get(slip));
        } catch (SQLException e) {
            throw new Broken("cannot read slips", e);
        }
    }

    /** The same slip for the same act is the same act; for another it is a mistake. */
    private static Outcome again(Prepared command, Entry before) {
        boolean isSame = before.act().equals(command.act().name())
                && before.by().account().equals(command.command().by().account())
                && command.matter().map(matter -> matter == before.matter()).orElse(before.opens());
        return isSame
                ? new Outcome.Recorded(before, Optional.empty())
                : new Outcome.Refused(
                        List.of(new Refusal.SlipUsed(command.command().slip())));
    }

    private Optional<Standing> standing(long matter) {
        return Optional.ofNullable(moved.get(matter)).or(() -> heads.find(matter));
    }

    private long last(String series) {
        Long inBatch = counted.get(series);
        return inBatch != null ? inBatch : heads.lastOf(series).orElseGet(() -> stored(series));
    }

    private long stored(String series) {
        try {
            return SideTables.lastOf(connection.get(), office.city(), series);
        } catch (SQLException e) {
            throw new Broken("cannot read series " + series, e);
        }
    }

    private void lay(Decision.Step step) {
        Prepared prepared = step.prepared();
        Line line = growth.append(step.entry());
        slips.put(prepared.command().slip(), step.entry());
        moved.put(step.after().matter(), step.after());
        naming.add(step);
        written.add(
                step,
                new NewLine(
                        line,
                        prepared.said().map(Prepared.Part::body),
                        prepared.sealed().map(Prepared.Part::body),
                        prepared.command().slip()));
    }
}
