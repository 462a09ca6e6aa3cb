package org.shishi.matter.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Which matters name which files. */
public final class FiledTable {
    private FiledTable() {}

    /** A file named in a field of a matter; personal ones go with the personal data of the matter. */
    public record FiledRow(String digest, long matter, String field, boolean personal) {}

    public static void put(Connection c, String city, List<FiledRow> rows) throws SQLException {
        if (!rows.isEmpty()) {
            new Columns(c, city)
                    .text(rows.stream().map(FiledRow::digest).toList())
                    .numbers(rows.stream().map(FiledRow::matter).toList())
                    .text(rows.stream().map(FiledRow::field).toList())
                    .flags(rows.stream().map(FiledRow::personal).toList())
                    .run("INSERT INTO filed (city, digest, matter, field, personal)"
                            + " SELECT ?, * FROM unnest(?, ?, ?, ?) ON CONFLICT DO NOTHING");
        }
    }

    /** Forgets the personal files of these matters; answers those no other field or matter names. */
    public static List<String> forgetPersonal(Connection c, String city, List<Long> matters) throws SQLException {
        String sql = "DELETE FROM filed WHERE city = ? AND matter = ANY (?) AND personal RETURNING digest";
        List<String> forgotten;
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            statement.setString(1, city);
            statement.setArray(2, c.createArrayOf("bigint", matters.toArray()));
            forgotten = texts(statement);
        }
        forgotten.removeAll(named(c, city, forgotten));
        return forgotten;
    }

    /** Which of these files some matter names. */
    public static List<String> named(Connection c, String city, Collection<String> digests) throws SQLException {
        String sql = "SELECT DISTINCT digest FROM filed WHERE city = ? AND digest = ANY (?)";
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            statement.setString(1, city);
            statement.setArray(2, c.createArrayOf("text", digests.toArray()));
            return texts(statement);
        }
    }

    /** What a row is handed to. */
    public interface Reader<T> {
        void take(String number, T what);
    }

    /** The facts of every entry that seems to name a file, with the number of its matter. */
    public static void bodies(Connection c, String city, Reader<byte[]> to) throws SQLException {
        String sql =
                "SELECT o.number, e.facts FROM entry e JOIN entry o ON o.city = e.city AND o.position = e.matter WHERE e.city = ?"
                        + " AND convert_from(e.facts, 'UTF8') ~ '[0-9a-f]{64} [a-z0-9]{2,8} [0-9]+ ' ORDER BY e.position";
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            statement.setString(1, city);
            statement.setFetchSize(1000);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    to.take(found.getString(1), found.getBytes(2));
                }
            }
        }
    }

    /** The personal files that are not erased. */
    public static void personal(Connection c, String city, Reader<String> to) throws SQLException {
        String sql = "SELECT o.number, f.digest FROM filed f JOIN entry o ON o.city = f.city AND o.position = f.matter"
                + " WHERE f.city = ? AND f.personal ORDER BY f.matter, f.digest";
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            statement.setString(1, city);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    to.take(found.getString(1), found.getString(2));
                }
            }
        }
    }

    private static List<String> texts(PreparedStatement statement) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                texts.add(found.getString(1));
            }
        }
        return texts;
    }
}
