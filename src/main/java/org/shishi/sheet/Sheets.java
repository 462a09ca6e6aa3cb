package org.shishi.sheet;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shishi.ledger.store.LedgerTables;
import org.shishi.matter.NotFound;
import org.shishi.matter.Scope;
import org.shishi.matter.Setting;

/** Reads registers. Every answer says up to which entry it is true. */
public final class Sheets {
    private static final int COUNT_AT_MOST = 1_000_000;
    private final Setting setting;
    private final Map<String, Definition> definitions;

    public Sheets(Setting setting, SheetKeeper keeper) {
        this.setting = setting;
        this.definitions = keeper.definitions().stream()
                .collect(Collectors.toMap(each -> each.register().name(), each -> each));
    }

    /** One row: cells by column; what is missing is not there. Moments are ISO 8601 in UTC. */
    public record Line(long matter, Map<String, String> cells) {}

    /** Up to which entry something was worked out, and when that entry was recorded. */
    public record AsAt(long position, Optional<Instant> recordedAt) {}

    /**
     * A page of a register.
     *
     * @param total rows that fit, counted up to a million
     * @param next where the next page begins; empty on the last
     */
    public record Page(List<Line> lines, long total, Optional<Query.Cursor> next, AsAt asAt) {}

    public Set<String> columns(String register) {
        return definition(register).columns().keySet();
    }

    /** Whether a column holds numbers or moments, which can be given as a range. */
    public boolean isRange(String register, String column) {
        return definition(register)
                .kind(column)
                .filter(kind -> kind != Kind.TEXT)
                .isPresent();
    }

    /** @throws UnknownColumn when the register has no such column */
    public Kind kind(String register, String column) {
        return definition(register).kind(column).orElseThrow(() -> new UnknownColumn(column, ""));
    }

    /** Whether a column holds numbers. */
    public boolean isNumber(String register, String column) {
        return definition(register)
                .kind(column)
                .filter(kind -> kind == Kind.NUMBER)
                .isPresent();
    }

    /** Whether a column holds moments. */
    public boolean isMoment(String register, String column) {
        return definition(register)
                .kind(column)
                .filter(kind -> kind == Kind.MOMENT)
                .isPresent();
    }

    Definition definition(String register) {
        return Optional.ofNullable(definitions.get(register)).orElseThrow(() -> new NotFound(register));
    }

    /**
     * @throws NotFound when there is no such register
     * @throws UnknownColumn when the query names no column, or a value that cannot stand in it
     */
    public Page page(String register, Scope scope, Query query) {
        Definition definition = definition(register);
        Order order =
                Order.of(definition, query.sort().orElse(definition.register().sort()));
        Instant now = setting.clock().instant();
        int limit = Math.clamp(query.limit(), 1, 1000);
        return Snapshot.read(setting.database(), c -> {
            long total = count(c, definition, wanted(definition, scope, query, now));
            Wanted page = wanted(definition, scope, query, now).after(order, query.after());
            List<Line> lines = lines(c, definition, page, order.sql(), limit + 1);
            return page(order, lines, limit, total, asAt(c));
        });
    }

    private static Page page(Order order, List<Line> lines, int limit, long total, AsAt asAt) {
        if (lines.size() <= limit) {
            return new Page(List.copyOf(lines), total, Optional.empty(), asAt);
        }
        List<Line> shown = List.copyOf(lines.subList(0, limit));
        return new Page(shown, total, Optional.of(cursor(order, shown)), asAt);
    }

    private Wanted wanted(Definition definition, Scope scope, Query query, Instant now) {
        return new Wanted(definition, setting.city(), scope)
                .filtered(query.filters(), now)
                .searching(query.search());
    }

    private static Query.Cursor cursor(Order order, List<Line> shown) {
        Line last = shown.getLast();
        return new Query.Cursor(Optional.ofNullable(last.cells().get(order.column())), last.matter());
    }

    private static long count(Connection c, Definition definition, Wanted wanted) throws SQLException {
        String sql = "SELECT count(*) FROM (SELECT 1 FROM " + definition.table() + wanted.where() + " LIMIT "
                + COUNT_AT_MOST + ") AS fitting";
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            wanted.bind(c, statement);
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    private static List<Line> lines(Connection c, Definition definition, Wanted wanted, String order, int limit)
            throws SQLException {
        String columns =
                definition.columns().keySet().stream().map(Definition::sql).collect(Collectors.joining(", "));
        String sql = "SELECT matter, " + columns + " FROM " + definition.table() + wanted.where() + order + " LIMIT "
                + limit;
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            wanted.bind(c, statement);
            List<Line> lines = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    lines.add(new Line(
                            found.getLong(1),
                            Tables.cells(found, definition, definition.columns().keySet())));
                }
            }
            return lines;
        }
    }

    /** Up to which entry the sheets are worked out. */
    public AsAt asAt() {
        return Snapshot.read(setting.database(), this::asAt);
    }

    AsAt asAt(Connection c) throws SQLException {
        LedgerTables ledger = new LedgerTables();
        long position = new org.shishi.ledger.store.Bookmarks(setting.database(), ledger)
                .position(c, setting.city(), SheetKeeper.NAME);
        return position == 0
                ? new AsAt(0, Optional.empty())
                : new AsAt(
                        position,
                        ledger.lines(c, setting.city(), position, 1).stream()
                                .map(line -> line.entry().recordedAt())
                                .findFirst());
    }
}
