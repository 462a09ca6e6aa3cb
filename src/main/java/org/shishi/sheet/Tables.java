package org.shishi.sheet;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shishi.ledger.store.ByKey;

/** Rows of registers into and out of the database: whole rows, one statement for many. */
final class Tables {
    private Tables() {}

    /** Those matters whose rows hold their entries up to the given positions. */
    static Set<Long> holding(Connection c, String city, Definition definition, Map<Long, Long> positions)
            throws SQLException {
        String sql = ByKey.select("matter, last_position", definition.table(), "matter");
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            ByKey.ask(statement, "bigint", positions.keySet(), city);
            Set<Long> holding = new HashSet<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    long matter = found.getLong(1);
                    if (found.getLong(2) >= positions.getOrDefault(matter, Long.MAX_VALUE)) {
                        holding.add(matter);
                    }
                }
            }
            return holding;
        }
    }

    /** What figures were counted from, by matter: the rows as they stood, only the columns that count. */
    static Map<Long, Map<String, String>> old(
            Connection c, String city, Definition definition, Collection<Long> matters) throws SQLException {
        List<String> columns = List.copyOf(definition.counted());
        String read = "matter"
                + columns.stream().map(each -> ", " + Definition.sql(each)).collect(Collectors.joining());
        String sql = ByKey.select(read, definition.table(), "matter");
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            ByKey.ask(statement, "bigint", Set.copyOf(matters), city);
            Map<Long, Map<String, String>> rows = new LinkedHashMap<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.put(found.getLong(1), cells(found, definition, columns));
                }
            }
            return rows;
        }
    }

    /** The cells of these columns, the first of which stands second in the row; what is missing is not there. */
    static Map<String, String> cells(ResultSet found, Definition definition, Collection<String> columns)
            throws SQLException {
        Map<String, String> cells = new LinkedHashMap<>();
        int at = 2;
        for (String column : columns) {
            Kind kind = definition.kind(column).orElseThrow();
            kind.read(found, at++).ifPresent(cell -> cells.put(column, cell));
        }
        return cells;
    }

    static void put(Connection c, String city, Definition definition, List<Row> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        delete(c, city, definition.table(), rows.stream().map(Row::matter).toList());
        List<String> names = List.copyOf(definition.columns().keySet());
        try (PreparedStatement statement = c.prepareStatement(insert(definition, names))) {
            statement.setString(1, city);
            statement.setArray(2, array(c, "bigint", rows, Row::matter));
            statement.setArray(3, array(c, "bigint", rows, Row::lastPosition));
            statement.setArray(4, array(c, "text", rows, row -> String.join("\u001f", row.units())));
            statement.setArray(5, array(c, "text", rows, row -> String.join("\u001f", row.words())));
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(i);
                statement.setArray(
                        i + 6, array(c, "text", rows, row -> row.cells().get(name)));
            }
            statement.executeUpdate();
        }
    }

    private static java.sql.Array array(Connection c, String type, List<Row> rows, Function<Row, Object> value)
            throws SQLException {
        return c.createArrayOf(type, rows.stream().map(value).toArray());
    }

    /** Sets travel as one text each, parted by a character that stands in none of them. */
    private static String insert(Definition definition, List<String> names) {
        String columns = names.stream().map(Definition::sql).collect(Collectors.joining(", "));
        String values = IntStream.range(0, names.size())
                .mapToObj(i -> "v" + i + "::"
                        + definition.kind(names.get(i)).orElseThrow().type())
                .collect(Collectors.joining(", "));
        String aliases = IntStream.range(0, names.size()).mapToObj(i -> "v" + i).collect(Collectors.joining(", "));
        return "INSERT INTO " + definition.table() + " (city, matter, last_position, units, words, " + columns
                + ") SELECT ?, m, p, string_to_array(u, chr(31)), string_to_array(w, chr(31)), " + values
                + " FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[]" + ", ?::text[]".repeat(names.size())
                + ") AS t(m, p, u, w, " + aliases + ")";
    }

    static void delete(Connection c, String city, String table, Collection<Long> matters) throws SQLException {
        try (PreparedStatement statement =
                c.prepareStatement("DELETE FROM " + table + " WHERE city = ? AND matter = ANY (?)")) {
            statement.setString(1, city);
            statement.setArray(2, c.createArrayOf("bigint", matters.toArray()));
            statement.executeUpdate();
        }
    }
}
