package org.shishi.paper.lists;

import java.util.Map;

/**
 * One row of a list.
 *
 * @param number of the line it begins on in a CSV, of the row in a workbook; from 1, headings included
 * @param cells by heading; an empty cell is an empty text
 */
public record ListRow(long number, Map<String, String> cells) {
    public ListRow {
        cells = Map.copyOf(cells);
    }
}
