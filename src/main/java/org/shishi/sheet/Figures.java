package org.shishi.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shishi.calendar.WorkingDays;
import org.shishi.matter.Broken;
import org.shishi.matter.NotFound;
import org.shishi.matter.Setting;
import org.shishi.procedure.Register;

/**
 * Numbers counted from registers. A count is read from its cells, a median from the rows themselves; either says up to
 * which entry it is true and which rows it is made of. Nothing to count is no value, not zero percent.
 */
public final class Figures {
    private final Setting setting;
    private final Sheets sheets;

    public Figures(Setting setting, Sheets sheets) {
        this.setting = setting;
        this.sheets = sheets;
    }

    /**
     * What is asked of a figure.
     *
     * @param from first day, and {@code to} the last; empty for open ends
     * @param where values of the figure's own columns
     * @param split the column it is split by, or {@code day} or {@code month}
     */
    public record Asked(
            Optional<LocalDate> from, Optional<LocalDate> to, Map<String, String> where, Optional<String> split) {
        public static final Asked ALL = new Asked(Optional.empty(), Optional.empty(), Map.of(), Optional.empty());

        public Asked by(String column) {
            return new Asked(from, to, where, Optional.of(column));
        }

        public Asked during(LocalDate first, LocalDate last) {
            return new Asked(Optional.of(first), Optional.of(last), where, split);
        }
    }

    /** One part of a figure; of the whole when the key is empty. */
    public record Part(String key, Optional<BigDecimal> value, long rows) {}

    /**
     * A figure as it stands.
     *
     * @param rows how many rows it is made of
     * @param made the register's filters that give just these rows
     */
    public record Figure(
            String name,
            String register,
            Optional<BigDecimal> value,
            long rows,
            List<Part> parts,
            Map<String, List<String>> made,
            Sheets.AsAt asAt) {}

    public List<Register.Figure> list() {
        return setting.packs().figures();
    }

    /**
     * @throws NotFound when no pack has such a figure
     * @throws UnknownColumn when it is not split by that column
     */
    public Figure get(String name, Asked asked) {
        Register.Figure figure = list().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound(name));
        asked.where().keySet().forEach(column -> requireColumn(figure, column));
        asked.split().filter(column -> !isTime(column)).ifPresent(column -> requireColumn(figure, column));
        Source source = figure.median().isPresent() ? median(figure) : cells(figure);
        Part whole = parts(source, figure, asked, Optional.empty()).stream()
                .findFirst()
                .orElse(new Part("", Optional.empty(), 0));
        List<Part> parts = asked.split().isEmpty() ? List.of() : parts(source, figure, asked, asked.split());
        return new Figure(
                name, figure.register(), whole.value(), whole.rows(), parts, made(figure, asked), sheets.asAt());
    }

    private static boolean isTime(String column) {
        return column.equals("day") || column.equals("month");
    }

    private static void requireColumn(Register.Figure figure, String column) {
        if (!figure.by().contains(column)) {
            throw new UnknownColumn(column, "");
        }
    }

    /** Where a figure's numbers lie: table, the value, its day, and each column it may be split by. */
    private record Source(
            String table, String value, String rows, String day, Map<String, String> columns, String also) {}

    private Source cells(Register.Figure figure) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (int i = 0; i < figure.by().size(); i++) {
            columns.put(figure.by().get(i), "dims[" + (i + 1) + "]");
        }
        return new Source("sheet.cell", "sum(n)", "sum(n)", "day", columns, "figure = '" + figure.name() + "'");
    }

    private Source median(Register.Figure figure) {
        Map<String, String> columns = new LinkedHashMap<>();
        figure.by().forEach(column -> columns.put(column, "coalesce(" + Definition.sql(column) + ", '')"));
        String measured = Definition.sql(figure.median().orElseThrow());
        String day = figure.on()
                .map(on -> "(" + Definition.sql(on) + " AT TIME ZONE '" + WorkingDays.ZONE + "')::date")
                .orElse("DATE '1970-01-01'");
        return new Source(
                "sheet.\"register_" + figure.register().replace('-', '_') + "\"",
                "percentile_cont(0.5) WITHIN GROUP (ORDER BY " + measured + ")",
                "count(*)",
                day,
                columns,
                measured + " IS NOT NULL");
    }

    private List<Part> parts(Source source, Register.Figure figure, Asked asked, Optional<String> split) {
        List<Object> parameters = new ArrayList<>(List.of(setting.city()));
        StringBuilder where = new StringBuilder(" WHERE city = ? AND ").append(source.also());
        asked.where().forEach((column, value) -> {
            where.append(" AND ").append(source.columns().get(column)).append(" = ?");
            parameters.add(value);
        });
        if (figure.on().isPresent()) {
            where.append(" AND ").append(source.day()).append(" BETWEEN ? AND ?");
            parameters.add(asked.from().orElse(LocalDate.of(1900, 1, 1)));
            parameters.add(asked.to().orElse(LocalDate.of(9999, 12, 31)));
        }
        String key = split.map(column -> key(source, column)).orElse("''");
        String sql = "SELECT " + key + " AS key, " + source.value() + ", " + source.rows() + " FROM " + source.table()
                + where + " GROUP BY 1 HAVING " + source.rows() + " > 0 ORDER BY "
                + (split.filter(Figures::isTime).isPresent() ? "1" : "3 DESC, 1") + " LIMIT 1000";
        return read(sql, parameters);
    }

    private static String key(Source source, String column) {
        return switch (column) {
            case "day" -> source.day() + "::text";
            case "month" -> "to_char(" + source.day() + ", 'YYYY-MM')";
            default -> source.columns().getOrDefault(column, "''");
        };
    }

    private List<Part> read(String sql, List<Object> parameters) {
        try (Connection c = setting.database().getConnection();
                PreparedStatement statement = c.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            List<Part> parts = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    Optional<BigDecimal> value = Optional.ofNullable(found.getBigDecimal(2))
                            .map(each -> each.setScale(Math.min(2, Math.max(0, each.scale())), RoundingMode.HALF_UP));
                    parts.add(new Part(found.getString(1), value, found.getLong(3)));
                }
            }
            return parts;
        } catch (SQLException e) {
            throw new Broken("cannot read figures", e);
        }
    }

    /** The filters of the register that give just the rows counted. */
    private static Map<String, List<String>> made(Register.Figure figure, Asked asked) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        if (!figure.stages().isEmpty()) {
            filters.put("stage", figure.stages().stream().sorted().toList());
        }
        figure.on().ifPresent(on -> {
            filters.put(
                    on + ".from",
                    List.of(asked.from().orElse(LocalDate.of(1900, 1, 1)).toString()));
            asked.to().ifPresent(to -> filters.put(on + ".to", List.of(to.toString())));
        });
        asked.where().forEach((column, value) -> filters.put(column, List.of(value)));
        return filters;
    }
}
