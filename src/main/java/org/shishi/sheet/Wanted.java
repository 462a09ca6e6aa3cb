package org.shishi.sheet;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shishi.calendar.WorkingDays;
import org.shishi.matter.Scope;

/**
 * The condition of a query. What a client names is looked up among the register's columns and never reaches the text of
 * the statement; values are parameters. Whose rows may be seen is part of every condition.
 */
final class Wanted {
    private final Definition definition;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    Wanted(Definition definition, String city, Scope scope) {
        this.definition = definition;
        and("city = ?", city);
        if (!scope.all()) {
            and(
                    "(units && ?::text[] OR (\"opened_by\" = ? AND \"opened_by\" <> ''))",
                    scope.units().toArray(),
                    scope.own());
        }
    }

    private void and(String condition, Object... values) {
        conditions.add(condition);
        parameters.addAll(List.of(values));
    }

    /** @throws UnknownColumn when a filter names no column, or a value is not of its kind */
    Wanted filtered(Map<String, List<String>> filters, Instant now) {
        filters.forEach((name, values) -> {
            if (name.equals("late")) {
                late(values, now);
            } else if (name.endsWith(".from")) {
                range(name.substring(0, name.length() - 5), ">=", values.getFirst(), 0);
            } else if (name.endsWith(".to")) {
                range(name.substring(0, name.length() - 3), "<", values.getFirst(), 1);
            } else {
                oneOf(name, values);
            }
        });
        return this;
    }

    private void late(List<String> values, Instant now) {
        boolean wanted = values.contains("true");
        and(wanted ? "\"due\" < ?" : "(\"due\" IS NULL OR \"due\" >= ?)", now.atOffset(ZoneOffset.UTC));
    }

    /** A day means the whole day: from its beginning, or before the beginning of the next. */
    private void range(String column, String sign, String value, int days) {
        Definition.Kind kind = kind(column);
        try {
            Object bound = switch (kind) {
                case NUMBER -> number(column, value);
                case DAY -> LocalDate.parse(value).plusDays(days);
                case MOMENT ->
                    LocalDate.parse(value)
                            .plusDays(days)
                            .atStartOfDay(WorkingDays.ZONE)
                            .toOffsetDateTime();
                case TEXT -> throw new UnknownColumn(column, value);
            };
            String including = kind == Definition.Kind.NUMBER && days == 1 ? "<=" : sign;
            and(Definition.sql(column) + " " + including + " ?", bound);
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new UnknownColumn(column, value);
        }
    }

    /** {@code 1e999999999} is a short text and a long number. */
    private static BigDecimal number(String column, String value) {
        BigDecimal number = new BigDecimal(value);
        if (value.length() > 40 || Math.abs((long) number.scale()) > 40) {
            throw new UnknownColumn(column, value);
        }
        return number;
    }

    private void oneOf(String column, List<String> values) {
        kind(column);
        String cell = "coalesce(to_jsonb(" + Definition.sql(column) + ") #>> '{}', '')";
        boolean isText = kind(column) == Definition.Kind.TEXT;
        boolean isPlain = isText && !values.contains("");
        and((isPlain ? Definition.sql(column) : cell) + " = ANY (?::text[])", (Object) values.toArray());
    }

    private Definition.Kind kind(String column) {
        return definition.kind(column).orElseThrow(() -> new UnknownColumn(column, ""));
    }

    /** Rows that hold every pair of neighbouring characters of what is searched. */
    Wanted searching(Optional<String> search) {
        search.map(Bigrams::of)
                .filter(pairs -> !pairs.isEmpty())
                .ifPresent(pairs -> and("words @> ?::text[]", (Object) pairs.toArray()));
        return this;
    }

    Wanted after(Order order, Optional<Query.Cursor> cursor) {
        cursor.ifPresent(from -> and(
                "(" + order.expression() + ", matter) " + (order.falling() ? "<" : ">") + " (" + order.parameter()
                        + ", ?)",
                from.cell().orElse(order.nothing()),
                from.matter()));
        return this;
    }

    String where() {
        return " WHERE " + String.join(" AND ", conditions);
    }

    void bind(Connection c, PreparedStatement statement) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            Object value = parameters.get(i);
            if (value instanceof Object[] texts) {
                statement.setArray(i + 1, c.createArrayOf("text", texts));
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }
}
