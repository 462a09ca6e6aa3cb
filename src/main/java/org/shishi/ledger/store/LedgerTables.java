package org.shishi.ledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shishi.ledger.Body;
import org.shishi.ledger.Digest;
import org.shishi.ledger.Edge;
import org.shishi.ledger.Frontier;
import org.shishi.ledger.Line;
import org.shishi.ledger.NewLine;

/**
 * The tables of the ledger. Holds nothing: every method works on the connection it is given, inside the caller's transaction.
 */
public final class LedgerTables {
    /** A commit waits for the disk, and for all commits before it, only if it has something to say there: an empty message. */
    static final String FLUSH = "pg_logical_emit_message(true, 'flush', '')";

    private static final String EDGE = "SELECT size, frontier, digest, recorded_at FROM ledger WHERE city = ?";
    private static final String LINES =
            "SELECT header, leaf FROM entry WHERE city = ? AND position >= ? ORDER BY position LIMIT ?";
    /** A matter's opening stands at its position; what came later is found by its matter. */
    private static final String LINES_OF = """
            SELECT found.header, found.leaf FROM unnest(?) AS asked(key) CROSS JOIN LATERAL (
                SELECT header, leaf, position FROM entry WHERE city = ? AND position = asked.key AND matter = position
                UNION ALL
                SELECT header, leaf, position FROM entry WHERE city = ? AND matter = asked.key AND matter <> position
                OFFSET 0) AS found
            ORDER BY found.position""";

    private static final String SLIPS = ByKey.select("slip, position", "entry", "slip");

    /** Opens the ledger of a city with its digest; does nothing when there is one already. */
    public void open(Connection c, String city, Digest digest) throws SQLException {
        try (PreparedStatement insert = c.prepareStatement(
                "INSERT INTO ledger (city, size, frontier, digest, recorded_at) VALUES (?, 0, ?, ?, ?)"
                        + " ON CONFLICT (city) DO NOTHING")) {
            insert.setString(1, city);
            insert.setBytes(2, Frontier.empty(digest).bytes());
            insert.setString(3, digest.name());
            insert.setTimestamp(4, Timestamp.from(Instant.EPOCH));
            insert.executeUpdate();
        }
    }

    /** Locks the city's ledger until the transaction ends; whoever appends holds this. @throws IllegalStateException if none is open */
    public Edge lock(Connection c, String city) throws SQLException {
        return findEdge(c, city, " FOR UPDATE").orElseThrow(() -> noLedger(city));
    }

    /** The end of the ledger as committed, without waiting. @throws IllegalStateException if none is open */
    public Edge edge(Connection c, String city) throws SQLException {
        return findEdge(c, city).orElseThrow(() -> noLedger(city));
    }

    /** Empty when the city has no ledger yet. */
    public Optional<Edge> findEdge(Connection c, String city) throws SQLException {
        return findEdge(c, city, "");
    }

    private static Optional<Edge> findEdge(Connection c, String city, String lock) throws SQLException {
        try (PreparedStatement select = c.prepareStatement(EDGE + lock)) {
            select.setString(1, city);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(edge(row)) : Optional.empty();
            }
        }
    }

    private static Edge edge(ResultSet row) throws SQLException {
        Digest digest = Digest.valueOf(row.getString(3));
        Instant recordedAt = row.getTimestamp(4).toInstant().truncatedTo(ChronoUnit.MICROS);
        return new Edge(row.getLong(1), Frontier.of(digest, row.getBytes(2)), digest, recordedAt);
    }

    private static IllegalStateException noLedger(String city) {
        return new IllegalStateException("no ledger is open for city " + city);
    }

    /** The positions of those slips that are known already. */
    public Map<String, Long> slips(Connection c, String city, Collection<String> slips) throws SQLException {
        Map<String, Long> known = new HashMap<>();
        try (PreparedStatement select = c.prepareStatement(SLIPS)) {
            ByKey.ask(select, "text", slips, city);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    known.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return known;
    }

    /**
     * Stores the lines behind the edge that {@link #lock} gave.
     *
     * @throws IllegalStateException when the lines do not lead from the one edge to the other: nothing may be appended to a
     *     ledger that does not verify
     */
    public void append(Connection c, String city, Edge before, List<NewLine> lines, Edge after) throws SQLException {
        Appending appending = Appending.of(city, before, lines, after);
        Call.make(c, appending.moveEdge()); // refuses when somebody else has written
        appending.lay(c);
    }

    /** Commits the caller's transaction; when this returns, whatever anybody committed before is on disk. */
    public void flush(Connection c) throws SQLException {
        try (PreparedStatement statement = c.prepareStatement("SELECT " + FLUSH + "; COMMIT")) {
            statement.execute();
        }
    }

    /** Lines from a position on, at most so many, in order. */
    public List<Line> lines(Connection c, String city, long fromPosition, int limit) throws SQLException {
        try (PreparedStatement select = c.prepareStatement(LINES)) {
            select.setString(1, city);
            select.setLong(2, fromPosition);
            select.setInt(3, limit);
            return Reading.lines(select);
        }
    }

    /** All lines of these matters, in order of position. */
    public List<Line> linesOf(Connection c, String city, Collection<Long> matters) throws SQLException {
        try (PreparedStatement select = c.prepareStatement(LINES_OF)) {
            ByKey.ask(select, "int8", Set.copyOf(matters), city);
            select.setString(3, city);
            return Reading.lines(select);
        }
    }

    /** The bodies of one kind by position; an erased or never given one is absent. */
    public Map<Long, Body> bodies(Connection c, String city, Collection<Long> positions, Body.Kind kind)
            throws SQLException {
        return Reading.bodies(c, city, positions, kind);
    }

    /** Deletes the secret bodies with their salts (抹除); what is left of them is their hash. How many there were. */
    public int eraseSecret(Connection c, String city, Collection<Long> positions) throws SQLException {
        try (PreparedStatement delete = c.prepareStatement("DELETE FROM secret WHERE city = ? AND position = ANY(?)")) {
            delete.setString(1, city);
            delete.setArray(2, c.createArrayOf("int8", positions.toArray(Long[]::new)));
            return delete.executeUpdate();
        }
    }

    /** The hashes of a tile as far as it has grown, one after the other; level 0 are the leaves. Empty when there are none. */
    public byte[] tile(Connection c, String city, int level, long index) throws SQLException {
        return Reading.tile(c, city, level, index);
    }
}
