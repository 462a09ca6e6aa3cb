package org.shishi.ledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.shishi.ledger.Line;

/**
 * How far each follower has read. A step is one transaction with the follower's own work, under a lock on its bookmark, so
 * that every line is taken in exactly once though two nodes of the program run.
 */
public final class Bookmarks {
    private final DataSource source;
    private final LedgerTables tables;

    public Bookmarks(DataSource source, LedgerTables tables) {
        this.source = source;
        this.tables = tables;
    }

    /** Shows the follower the next lines, at most so many; how many there were, 0 when it has read everything. */
    public int step(String city, Follower follower, int limit) throws SQLException {
        try (Connection c = source.getConnection()) {
            c.setAutoCommit(false);
            try {
                int read = step(c, city, follower, limit);
                c.commit();
                return read;
            } finally {
                c.rollback(); // after a commit there is nothing left to undo
                c.setAutoCommit(true);
            }
        }
    }

    private int step(Connection c, String city, Follower follower, int limit) throws SQLException {
        long position = lock(c, city, follower.name());
        List<Line> lines = tables.lines(c, city, position + 1, limit);
        if (!lines.isEmpty()) {
            follower.follow(c, lines);
            move(c, city, follower.name(), position + lines.size());
        }
        return lines.size();
    }

    /**
     * Does not wait for the disk either: what a crash takes of a follower's work it takes with the bookmark, and it is
     * done again from there. So followers never stand in the desk's way to the disk.
     */
    private static long lock(Connection c, String city, String follower) throws SQLException {
        try (PreparedStatement select =
                c.prepareStatement("SELECT position, set_config('synchronous_commit', 'off', true)"
                        + " FROM bookmark WHERE city = ? AND follower = ? FOR UPDATE")) {
            select.setString(1, city);
            select.setString(2, follower);
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    return row.getLong(1);
                }
            }
        }
        begin(c, city, follower);
        return lock(c, city, follower);
    }

    private static void begin(Connection c, String city, String follower) throws SQLException {
        try (PreparedStatement insert =
                c.prepareStatement("INSERT INTO bookmark VALUES (?, ?, 0) ON CONFLICT DO NOTHING")) {
            insert.setString(1, city);
            insert.setString(2, follower);
            insert.executeUpdate();
        }
    }

    private static void move(Connection c, String city, String follower, long position) throws SQLException {
        try (PreparedStatement update =
                c.prepareStatement("UPDATE bookmark SET position = ? WHERE city = ? AND follower = ?")) {
            update.setLong(1, position);
            update.setString(2, city);
            update.setString(3, follower);
            update.executeUpdate();
        }
    }

    /** Sends a follower back to the first line, inside the caller's transaction, which also empties what it keeps. */
    public void rewind(Connection c, String city, Follower follower) throws SQLException {
        lock(c, city, follower.name());
        move(c, city, follower.name(), 0);
    }

    /** The last position a follower has taken in, 0 before the first; as committed, without waiting. */
    public long position(Connection c, String city, String follower) throws SQLException {
        try (PreparedStatement select =
                c.prepareStatement("SELECT position FROM bookmark WHERE city = ? AND follower = ?")) {
            select.setString(1, city);
            select.setString(2, follower);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }
}
