package org.shishi.web;

import java.util.List;
import java.util.Map;

/**
 * A register.
 *
 * @param path its address without what is asked
 * @param total how many rows fit, in words
 * @param asAt up to which entry it is true
 * @param beyond what is asked for that no filter shows
 * @param filtered how many filters are set
 * @param sort the column it is sorted by now, as asked
 * @param next address of the next page; empty on the last
 * @param first address of the first page; empty on it
 */
public record RegisterPage(
        Frame frame,
        String path,
        String excel,
        String total,
        String asAt,
        String search,
        String sort,
        int filtered,
        List<Filter> filters,
        List<Map.Entry<String, String>> beyond,
        Kept kept,
        List<Choice> choices,
        List<Heading> headings,
        List<Row> rows,
        String next,
        String first) {

    /**
     * Views of this register.
     *
     * @param here what is asked now, by name, to be kept
     * @param units the reader may share with
     * @param note what became of keeping one; empty when none was
     * @param isKept whether it was kept
     */
    public record Kept(
            List<View> views,
            List<Map.Entry<String, String>> here,
            List<FormView.Option> units,
            String note,
            boolean isKept) {}

    /** @param from whose it is when another shares it; empty for the reader's own */
    public record View(String name, String href, String from) {}

    /**
     * A column to filter by: from a list, or from and to.
     *
     * @param often one of those commonly used, or set now
     */
    public record Filter(
            boolean often,
            String name,
            String label,
            String type,
            String value,
            String from,
            String to,
            List<FormView.Option> options) {}

    /** The filters commonly used, or all others. */
    public List<Filter> filters(boolean often) {
        return filters.stream().filter(filter -> filter.often() == often).toList();
    }

    /** A column that may be shown. */
    public record Choice(String column, String label, boolean shown) {}

    /** @param sorted {@code ascending}, {@code descending} or {@code none} */
    public record Heading(String label, String href, String sorted, boolean right) {}

    /** One matter. */
    public record Row(String number, List<Cell> cells) {}

    /** @param kind {@code link}, {@code number}, {@code late}, {@code text} or nothing */
    public record Cell(String label, String text, String kind) {
        /** The cell that opens the matter. */
        Cell link() {
            return new Cell(label, text, "link");
        }
    }
}
