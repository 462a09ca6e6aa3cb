package org.shishi.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.shishi.TestDatabase;
import org.shishi.matter.store.DueTable.DueRow;
import org.shishi.watch.Rounds;

/** When the clock looks at a matter stands in one row, never later than what rings, and is worked out anew with the calendar. */
class RingingDbTest {
    private static final List<String> LIFE = List.of("register", "dispatch", "sign", "answer", "call-back", "strike");
    private static final Map<String, String> EXTENSION =
            Map.of("cause", "灯杆需要另行定做", "measures", "先装两盏太阳能灯", "new-date", "2021-10-18");
    private static final Instant LONG_AFTER = TestOffice.at("2022-01-05T09:00");

    private final PGSimpleDataSource database = TestDatabase.fresh();

    @Test
    void theClockNeverLooksTooLate() throws SQLException {
        try (TestOffice office = TestOffice.over(TestDatabase.asDesk(database))) {
            for (String last : LIFE) {
                String number = office.upTo(last);
                Optional<DueRow> next = Ringing.next(standing(office, number));
                assertTrue(
                        next.stream().allMatch(rings -> !looked(rings.matter()).isAfter(rings.at())), last);
            }
        }
    }

    @Test
    void whatComesLaterMovesNothingAndWhatComesSoonerDoes() throws SQLException {
        try (TestOffice office = TestOffice.over(TestDatabase.asDesk(database))) {
            String number = office.register();
            Instant dispatching = due(office, number, "dispatching");
            assertEquals(List.of(dispatching), List.copyOf(rows().values()));
            TestOffice.recorded(office.act(number, "dispatch", TestOffice.DISPATCHER, Map.of("unit", "chengguan")));
            Instant signing = due(office, number, "signing");
            assertTrue(signing.isBefore(dispatching));
            assertEquals(List.of(signing), List.copyOf(rows().values()));
            TestOffice.recorded(office.act(number, "sign", TestOffice.CHENGGUAN, Map.of()));
            TestOffice.recorded(office.act(number, "contact", TestOffice.CHENGGUAN, Map.of("contacted", "spoken")));
            assertEquals(List.of(signing), List.copyOf(rows().values()));
            Instant yellow = due(office, number, "yellow");
            TestOffice.recorded(office.act(number, "ask-extension", TestOffice.CHENGGUAN, EXTENSION));
            assertTrue(due(office, number, "deciding").isBefore(yellow));
            assertEquals(List.of(due(office, number, "deciding")), List.copyOf(rows().values()));
        }
    }

    @Test
    void whatWasMetIsFoundOutByLooking() throws SQLException {
        try (TestOffice office = TestOffice.over(TestDatabase.asDesk(database))) {
            String answered = office.upTo("answer");
            String struck = office.upTo("strike");
            assertEquals(2, rows().size());
            Instant soon = due(office, answered, "calling-back").minusSeconds(1);
            assertEquals(List.of(), office.desk().past(soon, 1));
            assertEquals(List.of(due(office, answered, "calling-back")), List.copyOf(rows().values()));
            assertEquals(List.of(), office.desk().past(soon, 1));
            assertEquals(Optional.empty(), Ringing.next(standing(office, struck)));
        }
    }

    @Test
    void eachDeadlineRingsOnceAndInItsOrder() {
        try (TestOffice office = TestOffice.over(TestDatabase.asDesk(database))) {
            String number = office.upTo("dispatch");
            List<String> rung = new Rounds(office.clock("2022-01-05T09:00").desk())
                    .go(LONG_AFTER).stream().map(Desk.Past::deadline).toList();
            assertEquals(List.of("signing", "contact", "yellow", "answer", "red"), rung.subList(0, 5));
            assertEquals(rung.stream().distinct().toList(), rung);
            assertEquals(Optional.empty(), Ringing.next(standing(office, number)));
            assertEquals(Map.of(), rows());
        }
    }

    @Test
    void aDueBeyondTheCalendarRingsOnceTheNextYearIsAnnounced() throws SQLException {
        try (TestOffice office = TestOffice.over(TestDatabase.asDesk(database))) {
            office.register();
            office.upTo("sign");
            office.upTo("strike");
            run("DELETE FROM due");
            run("UPDATE due_calendar SET last_year = last_year - 1");
            TestOffice.over(TestDatabase.asDesk(database)).close();
            List<Long> rings = office.matters().list(List.of(1L, 2L, 5L)).stream()
                    .flatMap(matter -> Ringing.next(matter.standing()).stream())
                    .map(DueRow::matter)
                    .toList();
            assertEquals(List.of(1L, 2L), rings);
            assertEquals(rings, List.copyOf(rows().keySet()));
        }
    }

    @Test
    void nothingIsWorkedOutAnewWhileTheCalendarStays() throws SQLException {
        try (TestOffice office = TestOffice.over(TestDatabase.asDesk(database))) {
            office.register();
        }
        run("DELETE FROM due");
        TestOffice.over(TestDatabase.asDesk(database)).close();
        assertEquals(Map.of(), rows());
    }

    private static Standing standing(TestOffice office, String number) {
        return office.matters().get(number).standing();
    }

    private static Instant due(TestOffice office, String number, String deadline) {
        return standing(office, number).findDue(deadline).orElseThrow().at();
    }

    private Instant looked(long matter) {
        return Optional.ofNullable(rows().get(matter)).orElseThrow();
    }

    private void run(String sql) throws SQLException {
        try (Connection c = database.getConnection();
                Statement statement = c.createStatement()) {
            statement.execute(sql);
        }
    }

    /** When each matter is looked at. */
    private SortedMap<Long, Instant> rows() {
        try (Connection c = database.getConnection();
                Statement statement = c.createStatement();
                ResultSet found = statement.executeQuery("SELECT matter, at FROM due")) {
            SortedMap<Long, Instant> rows = new TreeMap<>();
            while (found.next()) {
                rows.put(found.getLong(1), found.getTimestamp(2).toInstant());
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
