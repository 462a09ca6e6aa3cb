package org.shishi.post;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.shishi.procedure.Notice;

/** Letters as they stand in their table. */
final class LetterRows {
    private LetterRows() {}

    static Letter read(ResultSet row, int number) throws SQLException {
        long told = row.getLong("told");
        boolean isTold = !row.wasNull();
        return new Letter(
                new Letter.Key(row.getLong("entry"), row.getString("notice"), row.getString("addressee")),
                row.getObject("id", UUID.class),
                row.getLong("matter"),
                row.getString("number"),
                row.getString("words"),
                Notice.Way.valueOf(row.getString("way")),
                ways(row),
                Letter.State.valueOf(row.getString("state")),
                row.getInt("round"),
                row.getInt("tries"),
                moment(row, "next_at").orElseThrow(),
                row.getBoolean("in_hand"),
                row.getString("courier"),
                row.getString("receipt"),
                row.getString("why"),
                row.getString("hand"),
                moment(row, "made_at").orElseThrow(),
                moment(row, "ended_at"),
                isTold ? Optional.of(told) : Optional.empty());
    }

    private static List<Notice.Way> ways(ResultSet row) throws SQLException {
        return Stream.of((String[]) row.getArray("ways").getArray())
                .map(Notice.Way::valueOf)
                .toList();
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
