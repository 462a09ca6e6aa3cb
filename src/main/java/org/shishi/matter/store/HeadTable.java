package org.shishi.matter.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table {@code head}: one row a matter, written when it is opened and when it moves to another procedure version. */
public final class HeadTable {
    private static final String SELECT = "SELECT matter, number, under FROM head WHERE city = ? AND ";

    private HeadTable() {}

    public static Optional<HeadRow> find(Connection c, String city, String number) throws SQLException {
        try (PreparedStatement statement = c.prepareStatement(SELECT + "number = ?")) {
            statement.setString(1, city);
            statement.setString(2, number);
            return row(statement);
        }
    }

    public static Optional<HeadRow> find(Connection c, String city, long matter) throws SQLException {
        try (PreparedStatement statement = c.prepareStatement(SELECT + "matter = ?")) {
            statement.setString(1, city);
            statement.setLong(2, matter);
            return row(statement);
        }
    }

    /** Matters in the order they were put on account, behind one of them. */
    public static List<Long> list(Connection c, String city, long after, int atMost) throws SQLException {
        String sql = "SELECT matter FROM head WHERE city = ? AND matter > ? ORDER BY matter LIMIT ?";
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            statement.setString(1, city);
            statement.setLong(2, after);
            statement.setInt(3, atMost);
            List<Long> matters = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    matters.add(found.getLong(1));
                }
            }
            return matters;
        }
    }

    private static Optional<HeadRow> row(PreparedStatement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery()) {
            return found.next()
                    ? Optional.of(new HeadRow(found.getLong(1), found.getString(2), found.getString(3)))
                    : Optional.empty();
        }
    }
}
