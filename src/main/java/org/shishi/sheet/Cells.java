package org.shishi.sheet;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shishi.calendar.WorkingDays;
import org.shishi.procedure.Figure;

/** What a batch of rows adds to the figures and takes from them. */
final class Cells {
    /** The day of a figure that has none. */
    static final LocalDate UNDATED = LocalDate.EPOCH;

    private static final String PART = "\u001f";
    private final Map<Key, Integer> changes = new HashMap<>();

    /** One cell of one figure. */
    private record Key(String figure, LocalDate day, String dims) {}

    /** Takes an old row out of a figure or lays a new one in: {@code by} is −1 or 1. */
    void count(Figure figure, Map<String, String> row, int by) {
        if (figure.measured().isEmpty() && figure.share().isEmpty()) {
            key(figure, row).ifPresent(key -> changes.merge(key, by, Integer::sum));
        }
    }

    private static Optional<Key> key(Figure figure, Map<String, String> row) {
        Optional<LocalDate> day = figure.on().isEmpty()
                ? Optional.of(UNDATED)
                : Optional.ofNullable(row.get(figure.on().get())).map(Cells::day);
        if (!figure.counts(row) || day.isEmpty()) {
            return Optional.empty();
        }
        List<String> dims = figure.by().stream()
                .map(column -> row.getOrDefault(column, "").replace(PART, " "))
                .toList();
        return Optional.of(new Key(figure.name(), day.get(), String.join(PART, dims)));
    }

    private static LocalDate day(String text) {
        return text.length() == 10
                ? LocalDate.parse(text)
                : OffsetDateTime.parse(text).atZoneSameInstant(WorkingDays.ZONE).toLocalDate();
    }

    void write(Connection c, String city) throws SQLException {
        changes.values().removeIf(change -> change == 0);
        if (changes.isEmpty()) {
            return;
        }
        List<Map.Entry<Key, Integer>> all = List.copyOf(changes.entrySet());
        String sql = "INSERT INTO sheet.cell (city, figure, day, dims, n) SELECT ?, f, d::date, "
                + "CASE WHEN k = '' THEN '{}'::text[] ELSE string_to_array(k, chr(31)) END, n "
                + "FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[]) AS t(f, d, k, n) "
                + "ON CONFLICT (city, figure, day, dims) DO UPDATE SET n = cell.n + excluded.n";
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            statement.setString(1, city);
            statement.setArray(
                    2, texts(c, all.stream().map(each -> each.getKey().figure()).toArray()));
            statement.setArray(
                    3,
                    texts(
                            c,
                            all.stream()
                                    .map(each -> each.getKey().day().toString())
                                    .toArray()));
            statement.setArray(
                    4, texts(c, all.stream().map(each -> each.getKey().dims()).toArray()));
            statement.setArray(
                    5,
                    c.createArrayOf(
                            "bigint",
                            all.stream().map(each -> (long) each.getValue()).toArray()));
            statement.executeUpdate();
        }
    }

    private static java.sql.Array texts(Connection c, Object[] values) throws SQLException {
        return c.createArrayOf("text", values);
    }
}
