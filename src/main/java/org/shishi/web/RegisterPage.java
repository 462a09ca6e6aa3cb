package org.shishi.web;

import java.util.List;

/**
 * A register.
 *
 * @param path its address without what is asked
 * @param total how many rows fit, in words
 * @param asAt up to which entry it is true
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
        List<Choice> choices,
        List<Heading> headings,
        List<Row> rows,
        String next,
        String first) {

    /** A column to filter by: from a list, or from and to. */
    public record Filter(
            String name,
            String label,
            String type,
            String value,
            String from,
            String to,
            List<FormView.Option> options) {}

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
