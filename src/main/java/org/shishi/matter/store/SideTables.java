package org.shishi.matter.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The small tables beside the entries: series, traces, links. */
public final class SideTables {
    private SideTables() {}

    /** A keyed hash by which a person's matters are found. */
    public record TraceRow(UUID digest, long matter, String field) {}

    /** One matter named in a field of another. */
    public record LinkRow(long matter, String field, long other) {}

    /** The last number given in a series; 0 when none was. */
    public static long lastOf(Connection c, String city, String series) throws SQLException {
        try (PreparedStatement statement =
                c.prepareStatement("SELECT last FROM series WHERE city = ? AND series = ?")) {
            statement.setString(1, city);
            statement.setString(2, series);
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? found.getLong(1) : 0;
            }
        }
    }

    /** Forgets the traces of people in matters whose personal data is destroyed. */
    public static void forget(Connection c, String city, List<Long> matters) throws SQLException {
        if (!matters.isEmpty()) {
            new Columns(c, city).numbers(matters).run("DELETE FROM trace WHERE city = ? AND matter = ANY (?)");
        }
    }

    /** The matters a traced person stands in, the latest first. */
    public static List<Long> traced(Connection c, String city, UUID digest, int atMost) throws SQLException {
        String sql = "SELECT DISTINCT matter FROM trace WHERE city = ? AND digest = ? ORDER BY matter DESC LIMIT ?";
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            statement.setString(1, city);
            statement.setObject(2, digest);
            statement.setInt(3, atMost);
            return numbers(statement);
        }
    }

    /** The other matters in which a person of this one stands, the latest first. */
    public static List<Long> sharing(Connection c, String city, long matter, int atMost) throws SQLException {
        String sql = "SELECT DISTINCT o.matter FROM trace t JOIN trace o ON o.city = t.city AND o.digest = t.digest "
                + "AND o.matter <> t.matter WHERE t.city = ? AND t.matter = ? ORDER BY 1 DESC LIMIT ?";
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            statement.setString(1, city);
            statement.setLong(2, matter);
            statement.setInt(3, atMost);
            return numbers(statement);
        }
    }

    /** Who names these matters, and in which field. */
    public static List<LinkRow> naming(Connection c, String city, Collection<Long> others) throws SQLException {
        String sql = "SELECT matter, field, other FROM link WHERE city = ? AND other = ANY (?) ORDER BY matter";
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            statement.setString(1, city);
            statement.setArray(2, c.createArrayOf("bigint", others.toArray()));
            List<LinkRow> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(new LinkRow(found.getLong(1), found.getString(2), found.getLong(3)));
                }
            }
            return rows;
        }
    }

    /** The matters linked to one, in either direction. */
    public static List<Long> linked(Connection c, String city, long matter) throws SQLException {
        String sql = "SELECT other FROM link WHERE city = ? AND matter = ? UNION SELECT matter FROM link "
                + "WHERE city = ? AND other = ? ORDER BY 1";
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            statement.setString(1, city);
            statement.setLong(2, matter);
            statement.setString(3, city);
            statement.setLong(4, matter);
            return numbers(statement);
        }
    }

    /** The positions a query gives. */
    static List<Long> numbers(PreparedStatement statement) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                numbers.add(found.getLong(1));
            }
        }
        return numbers;
    }
}
