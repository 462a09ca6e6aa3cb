package org.shishi.post;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Letters on their way into their table: one statement, however many there are. */
record NewLetters(String city, List<Letter> made) {
    private static final String ADD = """
            INSERT INTO letter (city, entry, notice, addressee, id, matter, number, words, ways, way, state, next_at,
                why, made_at, ended_at)
            SELECT ?, entry, notice, addressee, id, matter, number, words, string_to_array(ways, ' '), way, state, next_at,
                why, made_at, ended_at
            FROM unnest(?::bigint[], ?::text[], ?::text[], ?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::timestamptz[], ?::text[], ?::timestamptz[], ?::timestamptz[])
                AS made (entry, notice, addressee, id, matter, number, words, ways, way, state, next_at,
                    why, made_at, ended_at)
            ON CONFLICT DO NOTHING""";

    /** On a connection of the caller's, who commits. A letter that is there already is not made again. */
    void add(Connection c) {
        if (!made.isEmpty()) {
            new JdbcTemplate(new SingleConnectionDataSource(c, true)).update(ADD, this::fill);
        }
    }

    private void fill(PreparedStatement statement) throws SQLException {
        statement.setString(1, city);
        column(statement, 2, "bigint", letter -> letter.key().entry());
        column(statement, 3, "text", letter -> letter.key().notice());
        column(statement, 4, "text", letter -> letter.key().addressee());
        column(statement, 5, "uuid", Letter::id);
        column(statement, 6, "bigint", Letter::matter);
        column(statement, 7, "text", Letter::number);
        column(statement, 8, "text", Letter::words);
        column(statement, 9, "text", letter -> String.join(" ", LetterTable.names(letter.ways())));
        column(statement, 10, "text", letter -> letter.way().name());
        column(statement, 11, "text", letter -> letter.state().name());
        column(statement, 12, "timestamptz", Letter::nextAt);
        column(statement, 13, "text", Letter::why);
        column(statement, 14, "timestamptz", Letter::madeAt);
        column(statement, 15, "timestamptz", letter -> letter.endedAt().orElse(null));
    }

    private void column(PreparedStatement statement, int index, String type, Function<Letter, Object> value)
            throws SQLException {
        Object[] values = made.stream().map(value).toArray();
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }
}
