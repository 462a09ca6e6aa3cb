package org.shishi.sheet;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
            seen(scope);
        }
    }

    private void seen(Scope scope) {
        List<String> any = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        if (!scope.units().isEmpty()) {
            any.add("units && ?::text[]");
            values.add(scope.units().toArray());
        }
        if (!scope.own().isEmpty()) {
            any.add("\"opened_by\" = ?");
            values.add(scope.own());
        }
        and(any.isEmpty() ? "false" : "(" + String.join(" OR ", any) + ")", values.toArray());
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
            } else if (name.endsWith(".some")) {
                some(name.substring(0, name.length() - 5));
            } else if (name.endsWith(".not")) {
                noneOf(name.substring(0, name.length() - 4), values);
            } else {
                oneOf(name, values);
            }
        });
        return this;
    }

    private void some(String column) {
        kind(column);
        and(Definition.sql(column) + " IS NOT NULL");
    }

    private void late(List<String> values, Instant now) {
        boolean wanted = values.contains("true");
        and(wanted ? "\"due\" < ?" : "(\"due\" IS NULL OR \"due\" >= ?)", now.atOffset(ZoneOffset.UTC));
    }

    /** A day means the whole day: from its beginning, or before the beginning of the next. */
    private void range(String column, String sign, String value, int days) {
        Kind kind = kind(column);
        Kind said = kind == Kind.MOMENT ? Kind.DAY : kind;
        String fit = said.fit(value).orElseThrow(() -> new UnknownColumn(column, value));
        Object bound = switch (kind) {
            case NUMBER -> new BigDecimal(fit);
            case DAY -> LocalDate.parse(fit).plusDays(days);
            case MOMENT ->
                LocalDate.parse(fit)
                        .plusDays(days)
                        .atStartOfDay(WorkingDays.ZONE)
                        .toOffsetDateTime();
            case TEXT -> throw new UnknownColumn(column, value);
        };
        String including = kind == Kind.NUMBER && days == 1 ? "<=" : sign;
        and(Definition.sql(column) + " " + including + " ?", bound);
    }

    /** Of a moment, its day in Shanghai is compared. */
    private void oneOf(String column, List<String> values) {
        String cell = Definition.sql(column);
        Object[] some = fit(column, values);
        String any = compared(column) + " = ANY (?::text[]::" + said(column).type() + "[])";
        if (!values.contains("")) {
            and(any, (Object) some);
        } else if (some.length == 0) {
            and(cell + " IS NULL");
        } else {
            and("(" + cell + " IS NULL OR " + any + ")", (Object) some);
        }
    }

    /** An empty cell holds none of the values. */
    private void noneOf(String column, List<String> values) {
        Object[] some = fit(column, values);
        String cell = Definition.sql(column);
        and(
                "(" + cell + " IS NULL OR " + compared(column) + " <> ALL (?::text[]::"
                        + said(column).type() + "[]))",
                (Object) some);
    }

    private Object[] fit(String column, List<String> values) {
        return values.stream()
                .filter(value -> !value.isEmpty())
                .map(value -> said(column).fit(value).orElseThrow(() -> new UnknownColumn(column, value)))
                .toArray();
    }

    private Kind said(String column) {
        return kind(column) == Kind.MOMENT ? Kind.DAY : kind(column);
    }

    private String compared(String column) {
        String cell = Definition.sql(column);
        return kind(column) == Kind.MOMENT ? "(" + cell + " AT TIME ZONE '" + WorkingDays.ZONE + "')::date" : cell;
    }

    private Kind kind(String column) {
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
                from.cell().map(order::fit).orElse(order.nothing()),
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
