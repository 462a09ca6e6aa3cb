package org.shishi.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shishi.ledger.Lines.CITY;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.shishi.TestDatabase;
import org.shishi.ledger.Body;
import org.shishi.ledger.Digest;
import org.shishi.ledger.Edge;
import org.shishi.ledger.Entry;
import org.shishi.ledger.Line;
import org.shishi.ledger.Lines;
import org.shishi.ledger.NewLine;

class LedgerTablesDbTest {
    private final LedgerTables tables = new LedgerTables();
    private final PGSimpleDataSource desk = TestDatabase.asDesk(TestDatabase.fresh());
    private final List<NewLine> all = new ArrayList<>();

    @BeforeEach
    void openTheLedger() throws SQLException {
        try (Connection c = desk.getConnection()) {
            tables.open(c, CITY, Digest.SHA256);
            tables.open(c, CITY, Digest.SM3); // the first word stands
        }
    }

    private void append(int count) throws SQLException {
        try (Connection c = desk.getConnection()) {
            c.setAutoCommit(false);
            Edge before = tables.lock(c, CITY);
            List<NewLine> lines = Lines.some(before, count, before.size());
            tables.append(c, CITY, before, lines, Lines.after(before, lines));
            c.commit();
            all.addAll(lines);
        }
    }

    @Test
    void whatWasAppendedIsReadBack() throws SQLException {
        for (int count : new int[] {1, 7, 300, 500, 2}) {
            append(count);
        }
        try (Connection c = desk.getConnection()) {
            Edge edge = tables.edge(c, CITY);
            assertThat(edge).isEqualTo(Lines.after(Lines.start(Digest.SHA256), all));
            List<Line> lines = tables.lines(c, CITY, 5, 400);
            assertThat(lines).hasSize(400);
            for (int i = 0; i < 400; i++) {
                Line stored = all.get(i + 4).line();
                assertThat(lines.get(i).entry()).isEqualTo(stored.entry());
                assertThat(lines.get(i).header()).isEqualTo(stored.header());
                assertThat(lines.get(i).leaf()).isEqualTo(stored.leaf());
            }
            assertThat(tables.linesOf(c, CITY, List.of(3L, 11L)))
                    .extracting(line -> line.entry().position())
                    .containsExactly(3L, 4L, 11L, 12L);
            assertThat(tables.slips(c, CITY, List.of("slip-6", "slip-unheard", "slip-810")))
                    .containsOnly(Map.entry("slip-6", 6L), Map.entry("slip-810", 810L));
        }
    }

    @Test
    void fewAndManyStandInTheTableAlike() throws SQLException {
        append(Laying.MANY - 1); // by a call
        append(Laying.MANY); // copied
        try (Connection c = desk.getConnection();
                ResultSet row = c.createStatement()
                        .executeQuery(
                                "SELECT position, matter, number, act, happened_at, recorded_at, leaf, slip, salt, facts"
                                        + " FROM entry ORDER BY position")) {
            for (NewLine line : all) {
                Entry entry = line.line().entry();
                assertThat(row.next()).isTrue();
                assertThat(List.of(row.getLong(1), row.getLong(2), row.getString(4), row.getString(8)))
                        .containsExactly(entry.position(), entry.matter(), entry.act(), line.slip());
                assertThat(Optional.ofNullable(row.getString(3)))
                        .isEqualTo(entry.number().filter(_ -> entry.opens()));
                assertThat(row.getTimestamp(5).toInstant()).isEqualTo(entry.happenedAt());
                assertThat(row.getTimestamp(6).toInstant()).isEqualTo(entry.recordedAt());
                assertThat(row.getBytes(7)).isEqualTo(line.line().leaf().bytes());
                assertThat(new Body(Body.Kind.FACTS, row.getBytes(9), row.getBytes(10)))
                        .isEqualTo(line.facts().orElseThrow());
            }
            assertThat(row.next()).isFalse();
        }
        assertSecretsStand();
    }

    private void assertSecretsStand() throws SQLException {
        try (Connection c = desk.getConnection()) {
            List<Long> positions = LongStream.rangeClosed(1, all.size()).boxed().toList();
            Map<Long, Body> secrets = new LinkedHashMap<>();
            for (NewLine line : all) {
                line.secret()
                        .ifPresent(secret -> secrets.put(line.line().entry().position(), secret));
            }
            assertThat(tables.bodies(c, CITY, positions, Body.Kind.SECRET)).isEqualTo(secrets);
        }
    }

    @Test
    void bodiesAreReadBackAndSecretsErased() throws SQLException {
        append(9);
        try (Connection c = desk.getConnection()) {
            List<Long> positions = LongStream.rangeClosed(1, 9).boxed().toList();
            assertThat(tables.bodies(c, CITY, positions, Body.Kind.FACTS)).hasSize(9);
            assertThat(tables.bodies(c, CITY, positions, Body.Kind.SECRET))
                    .containsOnlyKeys(3L, 6L, 9L)
                    .containsEntry(6L, all.get(5).secret().orElseThrow());
            assertThat(tables.eraseSecret(c, CITY, List.of(5L, 6L))).isEqualTo(1);
            assertThat(tables.bodies(c, CITY, positions, Body.Kind.SECRET)).containsOnlyKeys(3L, 9L);
            assertThat(tables.bodies(c, CITY, positions, Body.Kind.FACTS)).hasSize(9);
        }
    }

    @Test
    void theProgramsRoleCannotChangeWhatWasRecorded() throws SQLException {
        append(3);
        for (String forbidden : new String[] {
            "UPDATE entry SET act = 'x'", "DELETE FROM entry", "TRUNCATE entry", "UPDATE entry SET slip = NULL",
                    "UPDATE entry SET facts = NULL, salt = NULL",
            "UPDATE secret SET bytes = ''", "TRUNCATE secret", "DELETE FROM tile", "DELETE FROM checkpoint",
                    "UPDATE checkpoint SET note = ''",
            "DELETE FROM ledger", "DELETE FROM bookmark", "DROP TABLE entry"
        }) {
            try (Connection c = desk.getConnection()) {
                assertThatThrownBy(() -> c.createStatement().execute(forbidden))
                        .as(forbidden)
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    @Test
    void linesThatDoNotLeadToTheEdgeAreNotStored() throws SQLException {
        append(4);
        try (Connection c = desk.getConnection()) {
            c.setAutoCommit(false);
            Edge before = tables.lock(c, CITY);
            List<NewLine> lines = Lines.some(before, 5, 1);
            Edge after = Lines.after(before, lines);
            assertThatThrownBy(() -> tables.append(c, CITY, before, lines.subList(0, 4), after))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> tables.append(c, CITY, before, lines.subList(1, 5), after))
                    .isInstanceOf(IllegalStateException.class);
            Edge old = Lines.start(Digest.SHA256);
            List<NewLine> first = Lines.some(old, 5, 1);
            assertThatThrownBy(() -> tables.append(c, CITY, old, first, Lines.after(old, first)))
                    .hasMessageContaining("no longer ends at 0");
        }
    }

    @Test
    void asManyEntriesAreNotTheSameEntries() throws SQLException {
        append(4);
        try (Connection c = desk.getConnection()) {
            Edge start = Lines.start(Digest.SHA256);
            Edge elsewhere = Lines.after(start, Lines.some(start, 4, 99));
            List<NewLine> next = Lines.some(elsewhere, 1, 1);
            assertThatThrownBy(() -> tables.append(c, CITY, elsewhere, next, Lines.after(elsewhere, next)))
                    .hasMessageContaining("no longer ends at 4");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, Laying.MANY})
    void aSlipIsRecordedOnce(int count) throws SQLException {
        append(4);
        try (Connection c = desk.getConnection()) {
            c.setAutoCommit(false);
            Edge before = tables.lock(c, CITY);
            List<NewLine> again = new ArrayList<>(Lines.some(before, count, 1));
            NewLine last = again.removeLast();
            again.add(new NewLine(last.line(), last.facts(), last.secret(), "slip-2"));
            assertThatThrownBy(() -> tables.append(c, CITY, before, again, Lines.after(before, again)))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("entry_slip");
            c.rollback();
            assertThat(tables.edge(c, CITY)).isEqualTo(before);
            assertThat(tables.lines(c, CITY, 1, 9)).hasSize(4);
        }
        append(2); // as if nothing had been
    }

    @Test
    void whatIsCommittedAheadOfTheDiskIsFoundThereOrNot() throws SQLException {
        append(3);
        try (Connection c = desk.getConnection()) {
            c.setAutoCommit(false);
            Edge before = tables.edge(c, CITY);
            List<NewLine> lines = Lines.some(before, 2, 1);
            Appending appending = Appending.of(CITY, before, lines, Lines.after(before, lines));
            assertThat(appending.areOnDisk(c)).isFalse();
            Call.makeAndCommit(
                    c, true, appending.moveEdge(), appending.inOneCall().orElseThrow());
            assertThat(appending.areOnDisk(c)).isTrue();
            List<NewLine> others = Lines.some(before, 2, 7);
            assertThat(Appending.of(CITY, before, others, Lines.after(before, others))
                            .areOnDisk(c))
                    .as("other lines in the same places")
                    .isFalse();
        }
        try (Connection c = desk.getConnection()) {
            assertThat(c.createStatement().executeQuery("SHOW synchronous_commit"))
                    .satisfies(row -> {
                        assertThat(row.next()).isTrue();
                        assertThat(row.getString(1)).isEqualTo("on");
                    });
        }
    }

    @Test
    void aCityWithoutALedgerIsSaidSo() throws SQLException {
        try (Connection c = desk.getConnection()) {
            assertThat(tables.findEdge(c, "000000")).isEmpty();
            assertThatThrownBy(() -> tables.lock(c, "000000")).hasMessageContaining("000000");
        }
    }
}
