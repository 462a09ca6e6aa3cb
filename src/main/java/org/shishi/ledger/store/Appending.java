package org.shishi.ledger.store;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.shishi.ledger.Body;
import org.shishi.ledger.Edge;
import org.shishi.ledger.Entry;
import org.shishi.ledger.Frontier;
import org.shishi.ledger.NewLine;

/**
 * New lines on their way into the tables, made ready beforehand by whoever has the time. They go in by two steps of one
 * transaction: the edge is moved past them, which succeeds only if the ledger still ends where they begin, and they are
 * laid.
 */
public final class Appending {
    private static final int TILE_HEIGHT = 8;

    private final String city;
    private final Edge before;
    private final Edge after;
    private final List<Object[]> lines;
    private final List<Object[]> tiles;

    private Appending(String city, Edge before, Edge after, List<Object[]> lines, List<Object[]> tiles) {
        this.city = city;
        this.before = before;
        this.after = after;
        this.lines = lines;
        this.tiles = tiles;
    }

    /**
     * Lines that lead from one edge to the other.
     *
     * @throws IllegalStateException when they do not: nothing may be appended to a ledger that would not verify
     */
    public static Appending of(String city, Edge before, List<NewLine> lines, Edge after) {
        return new Appending(city, before, after, columns(lines), tiles(grow(before, lines, after)));
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

    private static List<Object[]> columns(List<NewLine> lines) {
        int n = lines.size();
        Long[][] numbers = new Long[4][n];
        String[] acts = new String[n];
        byte[][] headers = new byte[n][];
        byte[][] leaves = new byte[n][];
        Columns<Body> bodies = new Columns<>(2 * n);
        Columns<String> slips = new Columns<>(n);
        for (int i = 0; i < n; i++) {
            NewLine line = lines.get(i);
            number(numbers, i, line.line().entry());
            acts[i] = line.line().entry().act();
            headers[i] = line.line().header();
            leaves[i] = line.line().leaf().bytes();
            say(line, bodies, slips);
        }
        return List.of(
                numbers[0],
                numbers[1],
                acts,
                numbers[2],
                numbers[3],
                headers,
                leaves,
                bodies.positions(),
                bodies.map(body -> body.kind().name(), String[]::new),
                bodies.map(Body::salt, byte[][]::new),
                bodies.map(Body::bytes, byte[][]::new),
                slips.positions(),
                slips.map(slip -> slip, String[]::new));
    }

    private static void number(Long[][] numbers, int i, Entry entry) {
        numbers[0][i] = entry.position();
        numbers[1][i] = entry.matter();
        numbers[2][i] = micros(entry.happenedAt());
        numbers[3][i] = micros(entry.recordedAt());
    }

    private static long micros(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1000);
    }

    private static void say(NewLine line, Columns<Body> bodies, Columns<String> slips) {
        long position = line.line().entry().position();
        line.facts().ifPresent(body -> bodies.add(position, body));
        line.secret().ifPresent(body -> bodies.add(position, body));
        if (!line.slip().isEmpty()) {
            slips.add(position, line.slip());
        }
    }

    /** Lays the lines; fails when a line stands there already, or one of the slips was used before. */
    public Call lay() {
        return Call.of("lay_lines").with(city).with(lines.toArray());
    }

    /** Moves the edge past them, inside the same transaction; fails when the ledger ends elsewhere or is being written to. */
    public Call moveEdge() {
        return Call.of("move_edge")
                .with(city, before.size(), after.size(), after.frontier().bytes(), micros(after.recordedAt()))
                .with(tiles.toArray());
    }
}
