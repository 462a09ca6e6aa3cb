package org.shishi.matter.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** The table {@code due}. */
public final class DueTable {
    private DueTable() {}

    /** One due as a row. */
    public record DueRow(long matter, String deadline, Instant at, boolean rings) {}

    /** The dues that ring and passed before a moment, the oldest first. */
    public static List<DueRow> past(Connection c, String city, Instant now, int atMost) throws SQLException {
        String sql = "SELECT matter, deadline, at FROM due WHERE city = ? AND rings AND at < ? ORDER BY at LIMIT ?";
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            statement.setString(1, city);
            statement.setObject(2, Columns.moment(now));
            statement.setInt(3, atMost);
            List<DueRow> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    Instant at = found.getObject(3, OffsetDateTime.class).toInstant();
                    rows.add(new DueRow(found.getLong(1), found.getString(2), at, true));
                }
            }
            return rows;
        }
    }
}
