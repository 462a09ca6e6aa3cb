package org.shishi.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shishi.calendar.WorkingDays;
import org.shishi.procedure.Figure;
import org.shishi.procedure.FigureRows;

/**
 * Where a figure's numbers lie: a count in its cells, a median in the rows of the register.
 *
 * @param values of a part: the value and, for a median or mean, the ninetieth percentile
 * @param rows how many rows a part is made of
 * @param columns by which it may be split, and what each is in the table
 * @param also what else must hold of a row
 */
record Tally(
        Figure figure, String table, String values, String rows, String day, Map<String, String> columns, String also) {
    private static final int PARTS_AT_MOST = 1000;

    static Tally of(Figure figure, Definition definition) {
        return figure.measured()
                .map(measured -> rows(figure, definition, measured))
                .orElseGet(() -> cells(figure));
    }

    private static Tally cells(Figure figure) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (int i = 0; i < figure.by().size(); i++) {
            columns.put(figure.by().get(i), "dims[" + (i + 1) + "]");
        }
        return new Tally(figure, "sheet.cell", "sum(n), NULL::numeric", "sum(n)", "day", columns, "figure = ?");
    }

    private static Tally rows(Figure figure, Definition definition, Figure.Measured of) {
        String measured = Definition.sql(of.column());
        Map<String, String> columns = new LinkedHashMap<>();
        figure.by().forEach(column -> columns.put(column, "coalesce(" + Definition.sql(column) + "::text, '')"));
        String ordered = ") WITHIN GROUP (ORDER BY " + measured + ")";
        return new Tally(
                figure,
                definition.table(),
                of.isMean()
                        ? "avg(" + measured + "), percentile_cont(0.9" + ordered
                        : "percentile_cont(0.5" + ordered + ", percentile_cont(0.9" + ordered,
                "count(*)",
                figure.on().map(on -> day(definition, on)).orElse("DATE '1970-01-01'"),
                columns,
                measured + " IS NOT NULL" + only(figure.rows()));
    }

    /** The condition of the rows a figure is made of; its parameters are bound in the same order. */
    private static String only(FigureRows rows) {
        StringBuilder only = new StringBuilder();
        rows.where()
                .keySet()
                .forEach(
                        column -> only.append(" AND ").append(cell(column)).append(" = ANY (string_to_array(?, ','))"));
        rows.unless()
                .keySet()
                .forEach(column -> only.append(" AND coalesce(")
                        .append(cell(column))
                        .append(", '') <> ALL (string_to_array(?, ','))"));
        rows.least()
                .keySet()
                .forEach(column ->
                        only.append(" AND ").append(Definition.sql(column)).append(" >= ?"));
        return only.toString();
    }

    private static String cell(String column) {
        return Definition.sql(column) + "::text";
    }

    private static String day(Definition definition, String on) {
        boolean isMoment = definition.kind(on).filter(Kind.MOMENT::equals).isPresent();
        return isMoment
                ? "(" + Definition.sql(on) + " AT TIME ZONE '" + WorkingDays.ZONE + "')::date"
                : Definition.sql(on);
    }

    static boolean isTime(String column) {
        return column.equals("day") || column.equals("month");
    }

    /** The parts of the figure: those in time in their order, others the greatest first. */
    List<Figures.Part> parts(Connection c, String city, Figures.Asked asked, Optional<String> split)
            throws SQLException {
        List<Object> values = new ArrayList<>();
        String where = where(city, asked, values);
        String order = split.filter(Tally::isTime).isPresent() ? "1" : "4 DESC, 1";
        String sql = "SELECT " + split.map(this::key).orElse("''") + " AS key, " + this.values + ", " + rows + " FROM "
                + table + where + " GROUP BY 1 HAVING " + rows + " > 0 ORDER BY " + order + " LIMIT " + PARTS_AT_MOST;
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            return parts(statement);
        }
    }

    private String where(String city, Figures.Asked asked, List<Object> values) {
        StringBuilder where = new StringBuilder(" WHERE city = ? AND ").append(also);
        values.add(city);
        if (figure.measured().isEmpty()) {
            values.add(figure.name());
        } else {
            figure.rows().where().values().forEach(some -> values.add(String.join(",", some)));
            figure.rows().unless().values().forEach(some -> values.add(String.join(",", some)));
            values.addAll(figure.rows().least().values());
        }
        asked.where().forEach((column, value) -> and(where, columns.get(column) + " = ?", values, value));
        figure.on().ifPresent(on -> {
            and(where, day + " IS NOT NULL", values);
            asked.from().ifPresent(first -> and(where, day + " >= ?", values, first));
            asked.to().ifPresent(last -> and(where, day + " <= ?", values, last));
        });
        return where.toString();
    }

    private static void and(StringBuilder where, String condition, List<Object> values, Object... value) {
        where.append(" AND ").append(condition);
        values.addAll(List.of(value));
    }

    private String key(String column) {
        return switch (column) {
            case "day" -> day + "::text";
            case "month" -> "to_char(" + day + ", 'YYYY-MM')";
            default -> columns.getOrDefault(column, "''");
        };
    }

    private static List<Figures.Part> parts(PreparedStatement statement) throws SQLException {
        List<Figures.Part> parts = new ArrayList<>();
        try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                parts.add(new Figures.Part(found.getString(1), value(found, 2), value(found, 3), found.getLong(4)));
            }
        }
        return parts;
    }

    private static Optional<BigDecimal> value(ResultSet found, int at) throws SQLException {
        return Optional.ofNullable(found.getBigDecimal(at))
                .map(value -> value.setScale(Math.min(2, Math.max(0, value.scale())), RoundingMode.HALF_UP));
    }
}
