package org.shishi.advice;

import java.util.HashMap;
import java.util.Map;
import org.shishi.ledger.Line;

/** How far the ledger was read, and what the entry there was, so that another ledger is noticed. */
record Bookmark(long position, String leaf) {
    static final Bookmark START = new Bookmark(0, "");

    /** Changes whenever documents are made otherwise: an index of another shape is begun anew. */
    private static final String SHAPE = "1";

    /** As an index keeps it beside its documents. */
    static Bookmark read(Iterable<Map.Entry<String, String>> data) {
        Map<String, String> said = new HashMap<>();
        data.forEach(each -> said.put(each.getKey(), each.getValue()));
        return SHAPE.equals(said.get("shape"))
                ? new Bookmark(Long.parseLong(said.getOrDefault("position", "0")), said.getOrDefault("leaf", ""))
                : START;
    }

    /** Whether this line is the one that was read last. */
    boolean isAt(Line line) {
        return line.leaf().hex().equals(leaf);
    }

    Map<String, String> written() {
        return Map.of("shape", SHAPE, "position", Long.toString(position), "leaf", leaf);
    }
}
