package org.shishi.ledger;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a tile under {@code /log/tile/} as C2SP tlog-tiles has it: {@code <L>/<N>[.p/<W>]} for hashes,
 * {@code entries/<N>[.p/<W>]} for the headers themselves.
 *
 * @param entries headers rather than hashes; then the level is 0
 * @param index of the tile in its level, from the left, from 0
 * @param width how many hashes or headers: 256, or fewer in a partial tile
 */
public record TilePath(boolean entries, int level, long index, int width) {
    private static final Pattern PATH =
            Pattern.compile("(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    /** Reads what follows {@code /log/tile/}; empty when it is not the one spelling of a tile's address. */
    public static Optional<TilePath> find(String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            return Optional.empty();
        }
        boolean entries = parts.group(1).equals("entries");
        int level = entries ? 0 : Integer.parseInt(parts.group(1));
        long index = Long.parseLong(parts.group(2).replace("/", "").replace("x", ""));
        int width = Optional.ofNullable(parts.group(3)).map(Integer::valueOf).orElse(Tiles.WIDTH);
        TilePath tile = new TilePath(entries, level, index, width);
        return Optional.of(tile)
                .filter(t -> level < 64 && width <= Tiles.WIDTH && t.text().equals(path));
    }

    /** The address, without {@code /log/tile/}. */
    public String text() {
        StringBuilder text = new StringBuilder("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            text.insert(0, "x%03d/".formatted(rest % 1000));
        }
        String partial = width == Tiles.WIDTH ? "" : ".p/" + width;
        return (entries ? "entries" : Integer.toString(level)) + "/" + text + partial;
    }
}
