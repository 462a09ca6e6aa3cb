package org.shishi.ledger.store;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.shishi.ledger.Body;
import org.shishi.ledger.Edge;
import org.shishi.ledger.Entry;
import org.shishi.ledger.Frontier;
import org.shishi.ledger.Line;
import org.shishi.ledger.NewLine;

/**
 * Writes a batch of lines: one statement a table whatever the size of the batch, and always the same few texts, so that
 * PostgreSQL plans them once a connection. Arrays go over the wire in binary.
 */
final class Appending {
    private static final String ENTRIES = """
            INSERT INTO entry (city, position, matter, act, happened_at, recorded_at, header, leaf)
            SELECT ?, unnest(?::bigint[]), unnest(?::bigint[]), unnest(?::text[]),
                   timestamptz 'epoch' + unnest(?::bigint[]) * interval '1 microsecond',
                   timestamptz 'epoch' + unnest(?::bigint[]) * interval '1 microsecond',
                   unnest(?::bytea[]), unnest(?::bytea[])
            """;
    private static final String BODIES = """
            INSERT INTO body (city, position, kind, salt, bytes)
            SELECT ?, unnest(?::bigint[]), unnest(?::text[]), unnest(?::bytea[]), unnest(?::bytea[])
            """;
    private static final String SLIPS = """
            INSERT INTO slip (city, slip, position) SELECT ?, unnest(?::text[]), unnest(?::bigint[])
            """;
    private static final String TILES = """
            INSERT INTO tile (city, level, index, hashes) SELECT ?, unnest(?::bigint[]), unnest(?::bigint[]), unnest(?::bytea[])
            ON CONFLICT (city, level, index) DO UPDATE SET hashes = tile.hashes || excluded.hashes
            """;
    private static final String EDGE =
            "UPDATE ledger SET size = ?, frontier = ?, recorded_at = ? WHERE city = ? AND size = ?";

    private static final int TILE_HEIGHT = 8;

    void append(Connection c, String city, Edge before, List<NewLine> lines, Edge after) throws SQLException {
        if (lines.isEmpty()) {
            return;
        }
        SortedMap<Tile, ByteArrayOutputStream> tiles = grow(before, lines, after);
        edge(c, city, before, after); // first: it takes the lock, and refuses when somebody else has written
        entries(c, city, lines);
        bodies(c, city, lines);
        slips(c, city, lines);
        tiles(c, city, tiles);
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

    private static void entries(Connection c, String city, List<NewLine> lines) throws SQLException {
        int n = lines.size();
        Long[][] numbers = new Long[4][n];
        String[] acts = new String[n];
        byte[][] headers = new byte[n][];
        byte[][] leaves = new byte[n][];
        for (int i = 0; i < n; i++) {
            Line line = lines.get(i).line();
            Entry entry = line.entry();
            numbers[0][i] = entry.position();
            numbers[1][i] = entry.matter();
            numbers[2][i] = micros(entry.happenedAt());
            numbers[3][i] = micros(entry.recordedAt());
            acts[i] = entry.act();
            headers[i] = line.header();
            leaves[i] = line.leaf().bytes();
        }
        insert(c, ENTRIES, city, numbers[0], numbers[1], acts, numbers[2], numbers[3], headers, leaves);
    }

    private static long micros(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1000);
    }

    private static void bodies(Connection c, String city, List<NewLine> lines) throws SQLException {
        Columns<Body> found = new Columns<>(2 * lines.size());
        for (NewLine line : lines) {
            long position = line.line().entry().position();
            line.facts().ifPresent(body -> found.add(position, body));
            line.secret().ifPresent(body -> found.add(position, body));
        }
        if (!found.isEmpty()) {
            String[] kinds = found.map(body -> body.kind().name(), String[]::new);
            byte[][] salts = found.map(Body::salt, byte[][]::new);
            byte[][] bytes = found.map(Body::bytes, byte[][]::new);
            insert(c, BODIES, city, found.positions(), kinds, salts, bytes);
        }
    }

    private static void slips(Connection c, String city, List<NewLine> lines) throws SQLException {
        Columns<String> found = new Columns<>(lines.size());
        for (NewLine line : lines) {
            if (!line.slip().isEmpty()) {
                found.add(line.line().entry().position(), line.slip());
            }
        }
        if (!found.isEmpty()) {
            insert(c, SLIPS, city, found.map(slip -> slip, String[]::new), found.positions());
        }
    }

    private static void tiles(Connection c, String city, SortedMap<Tile, ByteArrayOutputStream> tiles)
            throws SQLException {
        if (!tiles.isEmpty()) {
            Long[] levels = tiles.keySet().stream().map(Tile::level).toArray(Long[]::new);
            Long[] indexes = tiles.keySet().stream().map(Tile::index).toArray(Long[]::new);
            byte[][] hashes = tiles.values().stream()
                    .map(ByteArrayOutputStream::toByteArray)
                    .toArray(byte[][]::new);
            insert(c, TILES, city, levels, indexes, hashes);
        }
    }

    private static void insert(Connection c, String sql, String city, Object[]... columns) throws SQLException {
        try (PreparedStatement insert = c.prepareStatement(sql)) {
            insert.setString(1, city);
            for (int i = 0; i < columns.length; i++) {
                insert.setArray(i + 2, c.createArrayOf(type(columns[i]), columns[i]));
            }
            insert.executeUpdate();
        }
    }

    private static String type(Object[] column) {
        return switch (column) {
            case Long[] numbers -> "int8";
            case String[] texts -> "text";
            default -> "bytea";
        };
    }

    private static void edge(Connection c, String city, Edge before, Edge after) throws SQLException {
        try (PreparedStatement update = c.prepareStatement(EDGE)) {
            update.setLong(1, after.size());
            update.setBytes(2, after.frontier().bytes());
            update.setTimestamp(3, Timestamp.from(after.recordedAt()));
            update.setString(4, city);
            update.setLong(5, before.size());
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("the ledger of " + city + " no longer ends at " + before.size());
            }
        }
    }
}
