package org.shishi.matter.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Rows turned into columns, for {@code INSERT … SELECT … FROM unnest(…)}: one round trip whatever the number of rows. */
public final class Columns {
    private final Connection connection;
    private final String city;
    private final List<Array> arrays = new ArrayList<>();

    public Columns(Connection connection, String city) {
        this.connection = connection;
        this.city = city;
    }

    public Columns text(List<String> values) throws SQLException {
        return array("text", values.toArray());
    }

    public Columns numbers(List<Long> values) throws SQLException {
        return array("bigint", values.toArray());
    }

    public Columns flags(List<Boolean> values) throws SQLException {
        return array("boolean", values.toArray());
    }

    public Columns bytes(List<byte[]> values) throws SQLException {
        return array("bytea", values.toArray(byte[][]::new));
    }

    /** Moments travel as microseconds and are turned back by {@code to_timestamp}-free arithmetic in the statement. */
    public Columns moments(List<Instant> values) throws SQLException {
        Object[] micros = values.stream()
                .map(value -> value.getEpochSecond() * 1_000_000L + value.getNano() / 1_000)
                .toArray();
        return array("bigint", micros);
    }

    private Columns array(String type, Object[] values) throws SQLException {
        arrays.add(connection.createArrayOf(type, values));
        return this;
    }

    /** Runs a statement whose first parameter is the city and whose others are the columns in the order given. */
    public int run(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, city);
            for (int i = 0; i < arrays.size(); i++) {
                statement.setArray(i + 2, arrays.get(i));
            }
            return statement.executeUpdate();
        }
    }

    static OffsetDateTime moment(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
