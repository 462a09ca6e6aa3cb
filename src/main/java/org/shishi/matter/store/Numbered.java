package org.shishi.matter.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.shishi.ledger.Entry;

/** Matters by their numbers, which stand on the entries that opened them. The last entry says the version. */
public final class Numbered {
    /** The opening stands at the matter's position; what came later is found by its matter. */
    private static final String LAST = """
            SELECT found.header FROM (%s) AS asked(matter) CROSS JOIN LATERAL (
                (SELECT header, position FROM entry
                 WHERE city = ? AND matter = asked.matter AND matter <> position ORDER BY position DESC LIMIT 1)
                UNION ALL
                SELECT header, position FROM entry WHERE city = ? AND position = asked.matter AND matter = position
            ) AS found
            ORDER BY found.position DESC LIMIT 1""";

    private static final String BY_POSITION = LAST.formatted("SELECT ?::bigint");
    private static final String BY_NUMBER = LAST.formatted("SELECT position FROM entry WHERE number = ? AND city = ?");

    private Numbered() {}

    public static Optional<HeadRow> find(Connection c, String city, String number) throws SQLException {
        try (PreparedStatement statement = c.prepareStatement(BY_NUMBER)) {
            statement.setString(1, number);
            for (int i = 2; i <= 4; i++) {
                statement.setString(i, city);
            }
            return head(statement);
        }
    }

    /** @param matter position of its first entry */
    public static Optional<HeadRow> find(Connection c, String city, long matter) throws SQLException {
        try (PreparedStatement statement = c.prepareStatement(BY_POSITION)) {
            statement.setLong(1, matter);
            statement.setString(2, city);
            statement.setString(3, city);
            return head(statement);
        }
    }

    private static Optional<HeadRow> head(PreparedStatement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery()) {
            return found.next()
                    ? Optional.of(Entry.read(found.getBytes(1))).map(last -> new HeadRow(last.matter(), last.under()))
                    : Optional.empty();
        }
    }

    /** Matters in the order they were put on account, behind one of them. */
    public static List<Long> list(Connection c, String city, long after, int atMost) throws SQLException {
        String sql =
                "SELECT position FROM entry WHERE city = ? AND position > ? AND number IS NOT NULL ORDER BY position LIMIT ?";
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            statement.setString(1, city);
            statement.setLong(2, after);
            statement.setInt(3, atMost);
            return SideTables.numbers(statement);
        }
    }
}
