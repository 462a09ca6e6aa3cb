package org.shishi.ledger.store;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.shishi.ledger.Edge;
import org.shishi.ledger.Frontier;
import org.shishi.ledger.Hash;
import org.shishi.ledger.NewLine;

/**
 * New lines on their way into the tables, made ready beforehand by whoever has the time. They go in by two steps of one
 * transaction: the edge is moved past them, which succeeds only if the ledger still ends where they begin, and they are
 * laid.
 */
public final class Appending {
    private static final int TILE_HEIGHT = 8;
    /** Whether the last line is there, and if so something to say to the disk, in one round trip. */
    private static final String ON_DISK =
            "SELECT " + LedgerTables.FLUSH + " FROM entry WHERE city = ? AND position = ? AND leaf = ?; COMMIT";

    private final String city;
    private final Edge before;
    private final Edge after;
    private final Laying lines;
    private final List<Object[]> tiles;
    private final Hash last;

    private Appending(String city, Edge before, List<NewLine> lines, Edge after) {
        this.city = city;
        this.before = before;
        this.after = after;
        this.lines = Laying.of(city, lines);
        this.tiles = tiles(grow(before, lines, after));
        this.last = lines.getLast().line().leaf();
    }

    /**
     * Lines that lead from one edge to the other.
     *
     * @throws IllegalStateException when they do not: nothing may be appended to a ledger that would not verify
     */
    public static Appending of(String city, Edge before, List<NewLine> lines, Edge after) {
        return new Appending(city, before, lines, after);
    }

    private record Tile(long level, long index) implements Comparable<Tile> {
        @Override
        public int compareTo(Tile other) {
            return level == other.level ? Long.compare(index, other.index) : Long.compare(level, other.level);
        }
    }

    /** Builds the tree once more from the leaves alone: that gives the tiles, and proves that the edge is right. */
    private static SortedMap<Tile, ByteArrayOutputStream> grow(Edge before, List<NewLine> lines, Edge after) {
        TreeMap<Tile, ByteArrayOutputStream> tiles = new TreeMap<>();
        Frontier.Growing growing = before.frontier().growing((height, index, hash) -> {
            if (height % TILE_HEIGHT == 0) {
                tiles.computeIfAbsent(
                                new Tile(height / TILE_HEIGHT, index >> TILE_HEIGHT), t -> new ByteArrayOutputStream())
                        .writeBytes(hash.bytes());
            }
        });
        long position = before.size();
        for (NewLine line : lines) {
            if (line.line().entry().position() != ++position) {
                throw new IllegalStateException(
                        "entry " + line.line().entry().position() + " stands in place " + position);
            }
            growing.append(line.line().leaf());
        }
        if (!growing.frontier().equals(after.frontier())) {
            throw new IllegalStateException("the lines do not lead to the edge at " + after.size());
        }
        return tiles;
    }

    private static List<Object[]> tiles(SortedMap<Tile, ByteArrayOutputStream> tiles) {
        return List.of(
                tiles.keySet().stream().map(Tile::level).toArray(Long[]::new),
                tiles.keySet().stream().map(Tile::index).toArray(Long[]::new),
                tiles.values().stream().map(ByteArrayOutputStream::toByteArray).toArray(byte[][]::new));
    }

    /** Lays the lines inside the open transaction; fails when a line stands there already, or a slip was used before. */
    public void lay(Connection c) throws SQLException {
        lines.into(c);
    }

    /** What lays them likewise, to go over together with other calls; empty when they are too many for a call. */
    public Optional<Call> inOneCall() {
        return lines.call();
    }

    /** Moves the edge past them, inside the same transaction; fails when the ledger does not end where they begin. */
    public Call moveEdge() {
        return Call.of("move_edge")
                .with(city, before.size(), before.frontier().bytes())
                .with(after.size(), after.frontier().bytes(), Call.micros(after.recordedAt()))
                .with(tiles.toArray());
    }

    /**
     * Waits until the lines, committed ahead of the disk, and all before them are on it. Commits the caller's transaction.
     *
     * @return false when they are not there: the database went down before they were on disk
     */
    public boolean areOnDisk(Connection c) throws SQLException {
        try (PreparedStatement statement = c.prepareStatement(ON_DISK)) {
            statement.setString(1, city);
            statement.setLong(2, after.size());
            statement.setBytes(3, last.bytes());
            statement.execute();
            try (ResultSet found = statement.getResultSet()) {
                return found.next();
            }
        }
    }
}
