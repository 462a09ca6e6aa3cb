package org.shishi.ledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shishi.ledger.Checkpoint;
import org.shishi.ledger.Edge;
import org.shishi.ledger.Hash;
import org.shishi.ledger.SigningKey;

/** What the city has signed about the size and root of its ledger. Works inside the caller's transaction. */
public final class Checkpoints {
    /**
     * Signs and keeps the ledger's end, once for each size; the edge must be that of a committed ledger, or of one locked and
     * about to be committed with this checkpoint.
     */
    public Checkpoint sign(Connection c, String city, Edge edge, SigningKey key, Instant at) throws SQLException {
        Checkpoint checkpoint = Checkpoint.sign(key, edge.size(), edge.root());
        try (PreparedStatement insert = c.prepareStatement(
                "INSERT INTO checkpoint (city, size, root, note, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
            insert.setString(1, city);
            insert.setLong(2, edge.size());
            insert.setBytes(3, checkpoint.root().bytes());
            insert.setString(4, checkpoint.note());
            insert.setTimestamp(5, Timestamp.from(at));
            insert.executeUpdate();
        }
        return checkpoint;
    }

    /** The one of most entries. */
    public Optional<Checkpoint> latest(Connection c, String city) throws SQLException {
        return find(c, city, Long.MAX_VALUE, "size <= ? ORDER BY size DESC LIMIT 1");
    }

    /** The one signed at exactly this size. */
    public Optional<Checkpoint> find(Connection c, String city, long size) throws SQLException {
        return find(c, city, size, "size = ?");
    }

    /** A checkpoint and when it was signed. */
    public record Signed(Checkpoint checkpoint, Instant at) {}

    /** The last ones, that of most entries first. */
    public List<Signed> list(Connection c, String city, int atMost) throws SQLException {
        try (PreparedStatement select = c.prepareStatement(
                "SELECT size, root, note, at FROM checkpoint WHERE city = ? ORDER BY size DESC LIMIT ?")) {
            select.setString(1, city);
            select.setInt(2, atMost);
            List<Signed> signed = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    signed.add(new Signed(checkpoint(row), row.getTimestamp(4).toInstant()));
                }
            }
            return signed;
        }
    }

    private static Optional<Checkpoint> find(Connection c, String city, long size, String which) throws SQLException {
        try (PreparedStatement select =
                c.prepareStatement("SELECT size, root, note FROM checkpoint WHERE city = ? AND " + which)) {
            select.setString(1, city);
            select.setLong(2, size);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(checkpoint(row)) : Optional.empty();
            }
        }
    }

    private static Checkpoint checkpoint(ResultSet row) throws SQLException {
        Checkpoint checkpoint = Checkpoint.read(row.getString(3));
        if (checkpoint.size() != row.getLong(1) || !checkpoint.root().equals(Hash.of(row.getBytes(2)))) {
            throw new IllegalStateException("the checkpoint at " + row.getLong(1) + " says something else in its note");
        }
        return checkpoint;
    }
}
