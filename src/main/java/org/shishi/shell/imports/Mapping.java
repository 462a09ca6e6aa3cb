package org.shishi.shell.imports;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shishi.paper.lists.Written;
import org.shishi.procedure.Procedure;

/**
 * How one row of a foreign list becomes one matter. {@code docs/import.md} explains the language.
 *
 * @param columns our name of a column: its heading in the file
 * @param ignored headings known and left out
 */
record Mapping(
        Procedure procedure,
        Written written,
        Times times,
        Map<String, String> columns,
        Set<String> ignored,
        Slip slip,
        List<MappedAct> acts) {

    /** How times are written, tried in order, and in which zone. */
    record Times(List<DateTimeFormatter> patterns, ZoneId zone) {}

    /** What makes a row's slips. */
    record Slip(String prefix, String column) {}

    /**
     * One thing that happened.
     *
     * @param as the duty it was done by
     * @param inUnit whether that duty acts for the unit that answers for the matter
     * @param at our name of the column with its time
     * @param when only where this column has a value
     */
    record MappedAct(String act, String as, boolean inUnit, String at, Optional<String> when, Map<String, Asks> asks) {}

    /**
     * Where a fact comes from.
     *
     * @param value the same for every row; otherwise taken from the columns
     * @param with what stands between joined columns
     * @param map values put into ours, tried in order
     * @param prefix set before a value that is not empty
     */
    record Asks(
            Optional<String> value,
            List<String> columns,
            String with,
            Optional<Map<String, String>> map,
            String prefix) {}

    String heading(String column) {
        return columns.getOrDefault(column, column);
    }
}
