package org.shishi.matter.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * The table {@code due}: when the clock has to look at each matter again. It stands there no later than what rings next;
 * what was met since, or put off, is found out by looking.
 */
public final class DueTable {
    private DueTable() {}

    /** When a matter is to be looked at. */
    public record DueRow(long matter, Instant at) {}

    /** The matters to be looked at by a moment, those that wait longest first. */
    public static List<Long> past(Connection c, String city, Instant now, int atMost) throws SQLException {
        String sql = "SELECT matter FROM due WHERE city = ? AND at < ? ORDER BY at LIMIT ?";
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            statement.setString(1, city);
            statement.setObject(2, Columns.moment(now));
            statement.setInt(3, atMost);
            return SideTables.numbers(statement);
        }
    }

    /** The last year of the calendar the rows were worked out by; 0 when they never were. */
    public static int lastYear(Connection c, String city) throws SQLException {
        try (PreparedStatement statement = c.prepareStatement("SELECT last_year FROM due_calendar WHERE city = ?")) {
            statement.setString(1, city);
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? found.getInt(1) : 0;
            }
        }
    }

    public static void setLastYear(Connection c, String city, int year) throws SQLException {
        String sql = "INSERT INTO due_calendar (city, last_year) VALUES (?, ?) "
                + "ON CONFLICT (city) DO UPDATE SET last_year = excluded.last_year";
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            statement.setString(1, city);
            statement.setInt(2, year);
            statement.executeUpdate();
        }
    }
}
