package org.shishi.sheet;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is wanted of a register.
 *
 * @param filters by column: the values any of which a row must have; a range is {@code column.from} and
 *     {@code column.to} (both included; of moments, days of Shanghai); {@code late} is {@code true} or {@code false};
 *     an empty value means that the cell is empty, {@code column.some} that it is not;
 *     {@code column.not} that it holds none of the values
 * @param search words, all of which a row must hold; two characters are enough
 * @param sort column, with {@code -} before it for falling order
 * @param after where the page before ended
 * @param limit rows on a page, at most 1 000
 */
public record Query(
        Map<String, List<String>> filters,
        Optional<String> search,
        Optional<String> sort,
        Optional<Cursor> after,
        int limit) {

    /** Where a page ended: the sorted cell (empty when there was none) and the matter. */
    public record Cursor(Optional<String> cell, long matter) {}

    public static Query all(int limit) {
        return new Query(Map.of(), Optional.empty(), Optional.empty(), Optional.empty(), limit);
    }

    public Query where(String column, String... values) {
        Map<String, List<String>> more = new java.util.LinkedHashMap<>(filters);
        more.put(column, List.of(values));
        return new Query(more, search, sort, after, limit);
    }

    public Query after(Cursor cursor) {
        return new Query(filters, search, sort, Optional.of(cursor), limit);
    }

    public Query sorted(String by) {
        return new Query(filters, search, Optional.of(by), after, limit);
    }

    public Query searching(String words) {
        return new Query(filters, Optional.of(words), sort, after, limit);
    }
}
