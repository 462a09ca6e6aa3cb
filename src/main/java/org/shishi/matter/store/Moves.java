package org.shishi.matter.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Where the matters of a batch stand after it, ready to be written by one call.
 *
 * @param heads of matters that were opened or moved
 * @param counted the last number given in each series
 * @param settled matters whose earlier dues fall away
 */
public record Moves(
        List<HeadRow> heads,
        Map<String, Long> counted,
        Collection<Long> settled,
        List<DueTable.DueRow> dues,
        List<SideTables.TraceRow> traces,
        List<SideTables.LinkRow> links) {
    private static final String CALL = "SELECT move_matters(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    public void write(Connection c, String city) throws SQLException {
        try (PreparedStatement call = c.prepareStatement(CALL)) {
            new Arrays(call, city)
                    .numbers(heads, HeadRow::matter)
                    .texts(heads, HeadRow::number)
                    .texts(heads, HeadRow::under)
                    .texts(counted.keySet(), series -> series)
                    .numbers(counted.values(), last -> last)
                    .numbers(settled, matter -> matter)
                    .numbers(dues, DueTable.DueRow::matter)
                    .texts(dues, DueTable.DueRow::deadline)
                    .numbers(dues, due -> micros(due.at()))
                    .flags(dues, DueTable.DueRow::rings)
                    .texts(traces, SideTables.TraceRow::digest)
                    .numbers(traces, SideTables.TraceRow::matter)
                    .texts(traces, SideTables.TraceRow::field)
                    .numbers(links, SideTables.LinkRow::matter)
                    .texts(links, SideTables.LinkRow::field)
                    .numbers(links, SideTables.LinkRow::other);
            call.execute();
        }
    }

    private static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000L + at.getNano() / 1_000;
    }

    /** The parameters of a call, one after the other: first the city, then arrays. */
    private static final class Arrays {
        private final PreparedStatement call;
        private int last = 1;

        Arrays(PreparedStatement call, String city) throws SQLException {
            this.call = call;
            call.setString(1, city);
        }

        <T> Arrays numbers(Collection<T> rows, Function<T, Long> column) throws SQLException {
            return array("int8", rows.stream().map(column).toArray(Long[]::new));
        }

        <T> Arrays texts(Collection<T> rows, Function<T, String> column) throws SQLException {
            return array("text", rows.stream().map(column).toArray(String[]::new));
        }

        <T> Arrays flags(Collection<T> rows, Function<T, Boolean> column) throws SQLException {
            return array("bool", rows.stream().map(column).toArray(Boolean[]::new));
        }

        private Arrays array(String type, Object[] values) throws SQLException {
            Array array = call.getConnection().createArrayOf(type, values);
            call.setArray(++last, array);
            return this;
        }
    }
}
