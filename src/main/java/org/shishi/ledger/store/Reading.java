package org.shishi.ledger.store;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shishi.ledger.Body;
import org.shishi.ledger.Entry;
import org.shishi.ledger.Hash;
import org.shishi.ledger.Line;

/** Rows of the ledger's tables back into its types. */
final class Reading {
    private static final int WIDTH = 256;
    private static final String FACTS =
            ByKey.select("position, salt, facts", "entry", "position") + " WHERE found.facts IS NOT NULL";
    private static final String SECRETS = ByKey.select("position, salt, bytes", "secret", "position");

    private Reading() {}

    static List<Line> lines(PreparedStatement select) throws SQLException {
        List<Line> lines = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                byte[] header = rows.getBytes(1);
                lines.add(new Line(Entry.read(header), header, Hash.of(rows.getBytes(2))));
            }
        }
        return lines;
    }

    static Map<Long, Body> bodies(Connection c, String city, Collection<Long> positions, Body.Kind kind)
            throws SQLException {
        Map<Long, Body> bodies = new HashMap<>();
        try (PreparedStatement select = c.prepareStatement(kind == Body.Kind.FACTS ? FACTS : SECRETS)) {
            ByKey.ask(select, "int8", positions, city);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    bodies.put(rows.getLong(1), new Body(kind, rows.getBytes(2), rows.getBytes(3)));
                }
            }
        }
        return bodies;
    }

    static byte[] tile(Connection c, String city, int level, long index) throws SQLException {
        String sql = level == 0
                ? "SELECT leaf FROM entry WHERE city = ? AND position > ? AND position <= ? ORDER BY position"
                : "SELECT hashes FROM tile WHERE city = ? AND index = ? AND level = ?";
        try (PreparedStatement select = c.prepareStatement(sql)) {
            select.setString(1, city);
            select.setLong(2, level == 0 ? index * WIDTH : index);
            select.setLong(3, level == 0 ? (index + 1) * WIDTH : level);
            ByteArrayOutputStream hashes = new ByteArrayOutputStream(WIDTH * Hash.LENGTH);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    hashes.writeBytes(rows.getBytes(1));
                }
            }
            return hashes.toByteArray();
        }
    }
}
