package org.shishi.sheet;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import org.shishi.procedure.Figure;
import org.shishi.procedure.Procedure;
import org.shishi.procedure.Register;

/**
 * A register as a table: one row a matter, a typed column for each column of the pack. All identifiers come from packs and
 * are of small letters, digits and hyphens only.
 *
 * @param figures what is counted from its rows
 */
record Definition(Register register, Map<String, Kind> columns, List<Figure> figures) {
    /** To be raised when rows are worked out otherwise than before: every register is then worked out anew. */
    private static final int MAKING = 3;

    /** What the table holds besides the register's columns. */
    private static final Set<String> OWN = Set.of("city", "matter", "units", "words", "last-position");

    /**
     * @param procedures those whose matters stand in the register
     * @throws org.shishi.procedure.PackError when a name cannot stand in a database, or one column holds two kinds of
     *     values
     */
    static Definition of(Register register, List<Procedure> procedures, List<Figure> figures) {
        if (!register.name().matches("[a-z][a-z0-9-]{0,40}")) {
            throw register.spot().error("'" + register.name() + "' is no name for a register");
        }
        Map<String, Kind> columns = house();
        for (Register.Column column : register.columns().values()) {
            columns.put(column.name(), kind(column, procedures));
        }
        figures.forEach(figure -> requireNumbers(figure, columns));
        return new Definition(register, columns, figures);
    }

    private static void requireNumbers(Figure figure, Map<String, Kind> columns) {
        figure.rows().least().keySet().stream()
                .filter(column -> columns.get(column) != Kind.NUMBER)
                .forEach(column -> {
                    throw figure.spot().error("'" + column + "' holds no numbers, so nothing can be the least of it");
                });
    }

    private static Map<String, Kind> house() {
        Map<String, Kind> columns = new LinkedHashMap<>();
        columns.put("number", Kind.TEXT);
        columns.put("procedure", Kind.TEXT);
        columns.put("stage", Kind.TEXT);
        columns.put("closed", Kind.TEXT);
        columns.put("holder", Kind.TEXT);
        columns.put("opened", Kind.MOMENT);
        columns.put("opened-by", Kind.TEXT);
        columns.put("due", Kind.MOMENT);
        columns.put("last", Kind.MOMENT);
        return columns;
    }

    private static Kind kind(Register.Column column, List<Procedure> procedures) {
        Set<Kind> kinds = procedures.stream()
                .map(procedure -> Kind.of(column.source(), procedure))
                .collect(Collectors.toSet());
        if (kinds.size() != 1) {
            throw column.spot().error("column '" + column.name() + "' holds " + kinds + "; expected one of them");
        }
        if (OWN.contains(column.name())) {
            throw column.spot()
                    .error("every register keeps a '" + column.name() + "' of its own; expected another name");
        }
        return kinds.iterator().next();
    }

    String table() {
        return "sheet.\"register_" + register.name().replace('-', '_') + "\"";
    }

    /** The column of the database that holds a column of the register. */
    static String sql(String column) {
        return '"' + column.replace('-', '_') + '"';
    }

    Optional<Kind> kind(String column) {
        return Optional.ofNullable(columns.get(column));
    }

    /** The columns that figures are counted by. */
    Set<String> counted() {
        Set<String> counted = new LinkedHashSet<>();
        for (Figure figure : figures) {
            counted.addAll(figure.rows().columns());
            figure.on().ifPresent(counted::add);
            counted.addAll(figure.by());
        }
        return counted;
    }

    /** The statements that make the table; also what its hash is taken of. */
    String ddl() {
        StringBuilder ddl = new StringBuilder("CREATE TABLE " + table() + " (\n  city text NOT NULL,\n"
                + "  matter bigint NOT NULL,\n  last_position bigint NOT NULL,\n  units text[] NOT NULL,\n"
                + "  words text[] NOT NULL,\n");
        columns.forEach((name, kind) -> ddl.append("  ")
                .append(sql(name))
                .append(' ')
                .append(kind.type())
                .append(",\n"));
        ddl.append("  PRIMARY KEY (city, matter)\n);\n");
        indexes()
                .forEach(keys -> ddl.append("CREATE INDEX ON ")
                        .append(table())
                        .append(' ')
                        .append(keys)
                        .append(";\n"));
        return ddl.toString();
    }

    private Set<String> indexes() {
        Set<String> indexes = new LinkedHashSet<>();
        for (String sort : List.of(register.sort(), "opened", "due")) {
            indexes.add("(city, (" + Order.of(this, sort).expression() + "), matter)");
        }
        indexes.add("(city, \"due\")");
        indexes.add("(city, \"number\")");
        indexes.add("(city, \"holder\")");
        indexes.add("(city, \"opened_by\")");
        indexes.add("USING gin (units)");
        indexes.add("USING gin (words)");
        return indexes;
    }

    /** Changes when the table, what its rows are worked out from or what is counted from them changes. */
    String hash() {
        StringBuilder made = new StringBuilder(ddl()).append(MAKING).append(new TreeSet<>(register.of()));
        register.columns()
                .forEach((name, column) -> made.append(name).append('=').append(column.source()));
        figures.forEach(figure -> made.append(figure.name())
                .append(figure.rows())
                .append(figure.on())
                .append(figure.by())
                .append(figure.measured().isPresent()));
        CRC32C crc = new CRC32C();
        crc.update(made.toString().getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }
}
