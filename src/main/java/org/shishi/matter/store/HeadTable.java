package org.shishi.matter.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The table {@code head}. */
public final class HeadTable {
    private static final String COLUMNS =
            "matter, number, under, stage, holder, last_position, opened_at, last_at, rings, state";

    private static final String PUT =
            "INSERT INTO head (city, " + COLUMNS + ") SELECT ?, m, n, u, s, nullif(h, ''), p, "
                    + at("o") + ", " + at("l") + ", r, x FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                    + "AS t(m, n, u, s, h, p, o, l, r, x) ON CONFLICT (city, matter) DO UPDATE SET under = excluded.under, "
                    + "stage = excluded.stage, holder = excluded.holder, last_position = excluded.last_position, "
                    + "last_at = excluded.last_at, rings = excluded.rings, state = excluded.state";

    private HeadTable() {}

    public static List<HeadRow> list(Connection c, String city, Collection<Long> matters) throws SQLException {
        if (matters.isEmpty()) {
            return List.of();
        }
        String sql = "SELECT " + COLUMNS + " FROM head WHERE city = ? AND matter = ANY (?)";
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            statement.setString(1, city);
            statement.setArray(2, c.createArrayOf("bigint", matters.toArray()));
            return rows(statement);
        }
    }

    public static Optional<HeadRow> find(Connection c, String city, String number) throws SQLException {
        String sql = "SELECT " + COLUMNS + " FROM head WHERE city = ? AND number = ?";
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            statement.setString(1, city);
            statement.setString(2, number);
            return rows(statement).stream().findFirst();
        }
    }

    private static List<HeadRow> rows(PreparedStatement statement) throws SQLException {
        List<HeadRow> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                rows.add(row(found));
            }
        }
        return rows;
    }

    private static HeadRow row(ResultSet found) throws SQLException {
        return new HeadRow(
                found.getLong(1),
                found.getString(2),
                found.getString(3),
                found.getString(4),
                Optional.ofNullable(found.getString(5)),
                found.getLong(6),
                moment(found, 7),
                moment(found, 8),
                found.getBoolean(9),
                found.getBytes(10));
    }

    private static Instant moment(ResultSet found, int column) throws SQLException {
        return found.getObject(column, OffsetDateTime.class).toInstant();
    }

    /**
     * Writes heads, new ones and moved ones alike. By key for each row, whatever the planner knows of the table: an update
     * joined with the array would be planned as a scan of all heads.
     */
    public static void put(Connection c, String city, List<HeadRow> rows) throws SQLException {
        if (!rows.isEmpty()) {
            new Columns(c, city)
                    .numbers(rows.stream().map(HeadRow::matter).toList())
                    .text(rows.stream().map(HeadRow::number).toList())
                    .text(rows.stream().map(HeadRow::under).toList())
                    .text(rows.stream().map(HeadRow::stage).toList())
                    .text(rows.stream().map(row -> row.holder().orElse("")).toList())
                    .numbers(rows.stream().map(HeadRow::lastPosition).toList())
                    .moments(rows.stream().map(HeadRow::openedAt).toList())
                    .moments(rows.stream().map(HeadRow::lastAt).toList())
                    .flags(rows.stream().map(HeadRow::rings).toList())
                    .bytes(rows.stream().map(HeadRow::state).toList())
                    .run(PUT);
        }
    }

    /** A moment sent as microseconds since 1970, exact in PostgreSQL's own arithmetic. */
    static String at(String column) {
        return "timestamptz 'epoch' + " + column + " * interval '1 microsecond'";
    }
}
