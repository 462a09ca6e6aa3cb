package org.shishi.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.shishi.TestDatabase;

/** What the clock has to do next stands in one row a matter, and is worked out anew when the calendar grows. */
class RingingDbTest {
    private final PGSimpleDataSource database = TestDatabase.fresh();

    @Test
    void aMatterHasOneRowAndItMovesWithTheActs() throws SQLException {
        try (TestOffice office = TestOffice.over(TestDatabase.asDesk(database))) {
            String number = office.register();
            assertEquals(List.of("dispatching"), rows());
            TestOffice.recorded(office.act(number, "dispatch", TestOffice.DISPATCHER, Map.of("unit", "chengguan")));
            assertEquals(List.of("signing"), rows());
            TestOffice.recorded(office.act(number, "sign", TestOffice.CHENGGUAN, Map.of()));
            assertEquals(List.of("contact"), rows());
            TestOffice.recorded(office.act(number, "answer", TestOffice.CHENGGUAN, Map.of("answer", "已修好")));
            assertEquals(List.of("calling-back"), rows());
            TestOffice.recorded(office.act(
                    number,
                    "call-back",
                    TestOffice.CALLER_BACK,
                    Map.of("outcome", "resolved", "satisfaction", "satisfied")));
            assertEquals(List.of("striking"), rows());
            TestOffice.recorded(office.act(number, "strike", TestOffice.SUPERVISOR, Map.of("proof", "照片三张")));
            assertEquals(List.of(), rows());
        }
    }

    @Test
    void aDueBeyondTheCalendarRingsOnceTheNextYearIsAnnounced() throws SQLException {
        try (TestOffice office = TestOffice.over(TestDatabase.asDesk(database))) {
            office.register();
            office.upTo("sign");
            office.upTo("strike");
        }
        List<String> known = rows();
        run("DELETE FROM due");
        run("UPDATE due_calendar SET last_year = last_year - 1");
        TestOffice.over(TestDatabase.asDesk(database)).close();
        assertEquals(List.of("dispatching", "contact"), known);
        assertEquals(known, rows());
    }

    @Test
    void nothingIsWorkedOutAnewWhileTheCalendarStays() throws SQLException {
        try (TestOffice office = TestOffice.over(TestDatabase.asDesk(database))) {
            office.register();
        }
        run("DELETE FROM due");
        TestOffice.over(TestDatabase.asDesk(database)).close();
        assertEquals(List.of(), rows());
    }

    private void run(String sql) throws SQLException {
        try (Connection c = database.getConnection();
                Statement statement = c.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> rows() throws SQLException {
        try (Connection c = database.getConnection();
                Statement statement = c.createStatement();
                ResultSet found = statement.executeQuery("SELECT deadline FROM due ORDER BY matter")) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        }
    }
}
