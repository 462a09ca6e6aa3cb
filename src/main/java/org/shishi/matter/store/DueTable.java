package org.shishi.matter.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** The table {@code due}: of each matter the next moment the clock has to act on. */
public final class DueTable {
    private DueTable() {}

    /** What rings next for a matter. */
    public record DueRow(long matter, String deadline, Instant at) {}

    /** What passed before a moment, the oldest first. */
    public static List<DueRow> past(Connection c, String city, Instant now, int atMost) throws SQLException {
        String sql = "SELECT matter, deadline, at FROM due WHERE city = ? AND at < ? ORDER BY at LIMIT ?";
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            statement.setString(1, city);
            statement.setObject(2, Columns.moment(now));
            statement.setInt(3, atMost);
            List<DueRow> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    Instant at = found.getObject(3, OffsetDateTime.class).toInstant();
                    rows.add(new DueRow(found.getLong(1), found.getString(2), at));
                }
            }
            return rows;
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
