package org.shishi.paper.lists;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One row of a list.
 *
 * @param number of the line it begins on in a CSV, of the row in a workbook; from 1, headings included
 * @param cells by heading; an empty cell is an empty text
 * @param width how many cells there are; in a CSV that may not be as many as there are headings
 */
public record ListRow(long number, Map<String, String> cells, int width) {
    public ListRow {
        cells = Map.copyOf(cells);
    }

    /** Of two equal headings the first counts; cells without a heading are left out. */
    static ListRow of(List<String> headings, ListFile.Raw row) {
        Map<String, String> named = new LinkedHashMap<>();
        int found = row.cells().size();
        for (int i = 0; i < headings.size(); i++) {
            if (!headings.get(i).isEmpty()) {
                named.putIfAbsent(headings.get(i), i < found ? row.cells().get(i) : "");
            }
        }
        return new ListRow(row.number(), named, row.ragged() ? headings.size() : found);
    }

    boolean isBlank() {
        return cells.values().stream().allMatch(String::isBlank);
    }
}
