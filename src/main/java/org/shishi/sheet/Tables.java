package org.shishi.sheet;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Rows of registers into and out of the database: whole rows, one statement for many. */
final class Tables {
    private Tables() {}

    /** The rows as they stood, by matter: what figures were counted from. */
    static Map<Long, Map<String, String>> old(
            Connection c, String city, Definition definition, Collection<Long> matters) throws SQLException {
        String columns =
                definition.columns().keySet().stream().map(Tables::asText).collect(Collectors.joining(", "));
        String sql =
                "SELECT matter, " + columns + " FROM " + definition.table() + " WHERE city = ? AND matter = ANY (?)";
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            statement.setString(1, city);
            statement.setArray(2, c.createArrayOf("bigint", matters.toArray()));
            Map<Long, Map<String, String>> rows = new LinkedHashMap<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.put(found.getLong(1), cells(found, definition.columns().keySet()));
                }
            }
            return rows;
        }
    }

    /** Moments as ISO 8601 in UTC whatever the session's settings; all else as the database writes it. */
    private static String asText(String column) {
        return "to_jsonb(" + Definition.sql(column) + ") #>> '{}'";
    }

    private static Map<String, String> cells(ResultSet found, Set<String> columns) throws SQLException {
        Map<String, String> cells = new LinkedHashMap<>();
        int at = 2;
        for (String column : columns) {
            String cell = found.getString(at++);
            if (cell != null) {
                cells.put(column, cell);
            }
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
            int at = 1;
            statement.setString(at++, city);
            statement.setArray(
                    at++,
                    c.createArrayOf("bigint", rows.stream().map(Row::matter).toArray()));
            statement.setArray(at++, joined(c, rows.stream().map(Row::units).toList()));
            statement.setArray(at++, joined(c, rows.stream().map(Row::words).toList()));
            for (String name : names) {
                Object[] column =
                        rows.stream().map(row -> row.cells().get(name)).toArray();
                statement.setArray(at++, c.createArrayOf("text", column));
            }
            statement.executeUpdate();
        }
    }

    /** Sets travel as one text each, parted by a character no text holds. */
    private static java.sql.Array joined(Connection c, List<Set<String>> sets) throws SQLException {
        return c.createArrayOf(
                "text", sets.stream().map(set -> String.join("\u001f", set)).toArray());
    }

    private static String insert(Definition definition, List<String> names) {
        List<String> values = new ArrayList<>();
        names.forEach(name -> values.add(
                "v" + values.size() + "::" + definition.kind(name).orElseThrow().type()));
        String aliases = String.join(
                ", ",
                java.util.stream.IntStream.range(0, names.size())
                        .mapToObj(i -> "v" + i)
                        .toList());
        String parameters = "?::text[], ".repeat(names.size() - 1) + "?::text[]";
        return "INSERT INTO " + definition.table() + " (city, matter, units, words, "
                + names.stream().map(Definition::sql).collect(Collectors.joining(", ")) + ") SELECT ?, m, "
                + "string_to_array(u, chr(31)), string_to_array(w, chr(31)), " + String.join(", ", values)
                + " FROM unnest(?::bigint[], ?::text[], ?::text[], " + parameters + ") AS t(m, u, w, " + aliases + ")";
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
