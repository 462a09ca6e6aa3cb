package org.shishi.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shishi.ledger.Lines.CITY;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.shishi.TestDatabase;
import org.shishi.ledger.Body;
import org.shishi.ledger.Digest;
import org.shishi.ledger.Edge;
import org.shishi.ledger.Entry;
import org.shishi.ledger.Line;
import org.shishi.ledger.Lines;
import org.shishi.ledger.NewLine;
import org.shishi.matter.store.DueTable;
import org.shishi.matter.store.HeadRow;
import org.shishi.matter.store.Numbered;

/** A ledger whose facts and slips stood in tables of their own says the same once they stand in its entries. */
class EarlierTablesDbTest {
    private final LedgerTables tables = new LedgerTables();

    @Test
    void whatWasRecordedBeforeIsReadAsBefore() throws SQLException {
        PGSimpleDataSource office = TestDatabase.after("18");
        List<NewLine> lines = Lines.some(Lines.start(Digest.SHA256), 40, 1);
        try (Connection c = office.getConnection()) {
            tables.open(c, CITY, Digest.SHA256);
            for (NewLine line : lines) {
                lay(c, line);
            }
        }
        Flyway.configure().dataSource(office).load().migrate();
        try (Connection c = TestDatabase.asDesk(office).getConnection()) {
            Map<Long, Body> facts = new HashMap<>();
            Map<Long, Body> secrets = new HashMap<>();
            Map<String, Long> slips = new HashMap<>();
            for (NewLine line : lines) {
                long position = line.line().entry().position();
                line.facts().ifPresent(body -> facts.put(position, body));
                line.secret().ifPresent(body -> secrets.put(position, body));
                slips.put(line.slip(), position);
            }
            assertThat(tables.lines(c, CITY, 1, 100))
                    .isEqualTo(lines.stream().map(NewLine::line).toList());
            assertThat(tables.bodies(c, CITY, slips.values(), Body.Kind.FACTS)).isEqualTo(facts);
            assertThat(tables.bodies(c, CITY, slips.values(), Body.Kind.SECRET)).isEqualTo(secrets);
            assertThat(tables.slips(c, CITY, slips.keySet())).isEqualTo(slips);
        }
        findsMatters(office, lines);
        goesOn(office, lines);
    }

    /** By the numbers their heads bore, and the clock looks at them when it would have rung. */
    private static void findsMatters(PGSimpleDataSource office, List<NewLine> lines) throws SQLException {
        try (Connection c = TestDatabase.asDesk(office).getConnection()) {
            for (NewLine line : lines) {
                Entry entry = line.line().entry();
                if (entry.opens()) {
                    assertThat(Numbered.find(c, CITY, entry.number().orElseThrow()))
                            .contains(new HeadRow(entry.matter(), entry.under()));
                }
            }
            assertThat(DueTable.past(c, CITY, Lines.START.plusSeconds(6), 9)).containsExactly(1L, 3L);
        }
    }

    /** The next entry is laid behind them. */
    private void goesOn(PGSimpleDataSource office, List<NewLine> before) throws SQLException {
        try (Connection c = TestDatabase.asDesk(office).getConnection()) {
            c.setAutoCommit(false);
            Edge edge = Lines.after(Lines.start(Digest.SHA256), before);
            List<NewLine> next = Lines.some(edge, 1, 99);
            execute(
                    c,
                    "UPDATE ledger SET size = ?, frontier = ?",
                    edge.size(),
                    edge.frontier().bytes());
            tables.append(c, CITY, edge, next, Lines.after(edge, next));
            c.commit();
            assertThat(tables.lines(c, CITY, 41, 9))
                    .isEqualTo(List.of(next.getFirst().line()));
        }
    }

    private static void lay(Connection c, NewLine line) throws SQLException {
        Line laid = line.line();
        Entry entry = laid.entry();
        execute(
                c,
                "INSERT INTO entry VALUES ('" + CITY + "', ?, ?, ?, ?, ?, ?, ?)",
                entry.position(),
                entry.matter(),
                entry.act(),
                Timestamp.from(entry.happenedAt()),
                Timestamp.from(entry.recordedAt()),
                laid.header(),
                laid.leaf().bytes());
        for (Body body : List.of(line.facts(), line.secret()).stream()
                .flatMap(body -> body.stream())
                .toList()) {
            execute(
                    c,
                    "INSERT INTO body VALUES ('" + CITY + "', ?, ?, ?, ?)",
                    entry.position(),
                    body.kind().name(),
                    body.salt(),
                    body.bytes());
        }
        if (entry.opens()) {
            execute(
                    c,
                    "INSERT INTO head (city, matter, number, under) VALUES ('" + CITY + "', ?, ?, ?)",
                    entry.matter(),
                    entry.number().orElseThrow(),
                    entry.under());
            execute(
                    c,
                    "INSERT INTO due (city, matter, deadline, at) VALUES ('" + CITY + "', ?, 'answer', ?)",
                    entry.matter(),
                    Timestamp.from(Lines.START.plusSeconds(entry.position() + 2)));
        }
        execute(c, "INSERT INTO slip VALUES ('" + CITY + "', ?, ?)", line.slip(), entry.position());
    }

    private static void execute(Connection c, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
