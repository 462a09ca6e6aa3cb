package org.shishi.post;

import java.sql.Connection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.shishi.procedure.Notice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The table {@code letter} of one city. */
record LetterTable(JdbcClient jdbc, String city) {
    private static final String CLAIM = """
            WITH due AS MATERIALIZED (
                SELECT entry, notice, addressee FROM letter
                WHERE city = ? AND state = 'WAITING' AND way = ANY (?::text[]) AND next_at <= ?
                ORDER BY next_at LIMIT ? FOR UPDATE SKIP LOCKED)
            UPDATE letter SET tries = tries + 1, next_at = ?, courier = ?, in_hand = true FROM due
            WHERE letter.city = ? AND letter.entry = due.entry AND letter.notice = due.notice
              AND letter.addressee = due.addressee
            RETURNING letter.*""";

    static LetterTable of(DataSource database, String city) {
        return new LetterTable(JdbcClient.create(database), city);
    }

    /** On a connection of the caller's, who commits. */
    LetterTable on(Connection c) {
        return of(new SingleConnectionDataSource(c, true), city);
    }

    /** What the ledger says became of a letter: true whatever this table knew. */
    void settled(Letter.Key key, Letter.State state, long told, Instant at) {
        jdbc.sql("""
                        UPDATE letter SET state = ?, told = ?, ended_at = coalesce(ended_at, ?)
                        WHERE city = ? AND entry = ? AND notice = ? AND addressee = ? AND coalesce(told, 0) < ?
                          AND (state = ? OR round = 0)""")
                .params(
                        state.name(),
                        told,
                        time(at),
                        city,
                        key.entry(),
                        key.notice(),
                        key.addressee(),
                        told,
                        state.name())
                .update();
    }

    /** Takes letters into hand until a moment; another node, or gateway, finds them taken. */
    List<Letter> claim(Collection<Notice.Way> ways, String courier, Instant now, Instant until, int atMost) {
        return jdbc.sql(CLAIM)
                .params(city, names(ways), time(now), atMost, time(until), courier, city)
                .query(LetterRows::read)
                .list();
    }

    /** Gives up letters that were due before a moment and that nobody took; how many. */
    int overtake(Instant dueBefore, String why, Instant now, int atMost) {
        return jdbc.sql("""
                        UPDATE letter SET state = 'FAILED', why = ?, ended_at = ?, in_hand = false
                        WHERE city = ? AND id IN (
                            SELECT id FROM letter WHERE city = ? AND state = 'WAITING' AND way = ANY (?::text[]) AND next_at < ?
                            ORDER BY next_at LIMIT ? FOR UPDATE SKIP LOCKED)""")
                .params(why, time(now), city, city, names(List.of(Notice.Way.values())), time(dueBefore), atMost)
                .update();
    }

    /** How a try ended. Nothing is changed when somebody else has taken the letter since. */
    boolean end(Letter letter, Letter.State state, String receipt, String why, Instant now) {
        return jdbc.sql("""
                        UPDATE letter SET state = ?, receipt = ?, why = ?, ended_at = ?, in_hand = false
                        WHERE city = ? AND id = ? AND state = 'WAITING' AND way = ? AND round = ? AND tries = ?""")
                        .params(state.name(), receipt, why, time(now))
                        .params(seen(letter))
                        .update()
                == 1;
    }

    boolean waitUntil(Letter letter, Instant next, String why) {
        return jdbc.sql("""
                        UPDATE letter SET next_at = ?, why = ?, in_hand = false
                        WHERE city = ? AND id = ? AND state = 'WAITING' AND way = ? AND round = ? AND tries = ?""").params(time(next), why).params(seen(letter)).update() == 1;
    }

    /** On by another way, counted anew. */
    boolean turnTo(Letter letter, Notice.Way way, List<Notice.Way> rest, Instant now, String why) {
        return jdbc.sql("""
                        UPDATE letter SET tries = 0, way = ?, ways = ?::text[], next_at = ?, why = ?, in_hand = false
                        WHERE city = ? AND id = ? AND state = 'WAITING' AND way = ? AND round = ? AND tries = ?""")
                        .params(way.name(), names(rest), time(now), why)
                        .params(seen(letter))
                        .update()
                == 1;
    }

    private List<Object> seen(Letter letter) {
        return List.of(city, letter.id(), letter.way().name(), letter.round(), letter.tries());
    }

    /** Somebody wants a letter tried anew: one that was given up, or one that waits for a later try. */
    boolean again(UUID id, String hand, Instant now) {
        return jdbc.sql("""
                        UPDATE letter SET state = 'WAITING', round = round + (state = 'FAILED')::int, tries = 0, next_at = ?,
                            ended_at = NULL, told = NULL, hand = ?
                        WHERE city = ? AND id = ? AND ((state = 'FAILED' AND told IS NOT NULL)
                            OR (state = 'WAITING' AND NOT (in_hand AND next_at > ?)))""").params(time(now), hand, city, id, time(now)).update() == 1;
    }

    /** Notes who decides about a letter that nobody has in hand, and takes it for them until a moment. */
    Optional<Letter> decide(UUID id, String hand, Instant now, Instant until) {
        return jdbc.sql("""
                        UPDATE letter SET hand = ?, in_hand = true, next_at = ?
                        WHERE city = ? AND id = ? AND state = 'WAITING' AND NOT (in_hand AND next_at > ?)
                        RETURNING *""")
                .params(hand, time(until), city, id, time(now))
                .query(LetterRows::read)
                .optional();
    }

    /** Letters whose end does not stand in the ledger yet, the oldest first. */
    List<Letter> untold(int atMost) {
        return jdbc.sql(
                        "SELECT * FROM letter WHERE city = ? AND state <> 'WAITING' AND told IS NULL ORDER BY entry LIMIT ?")
                .params(city, atMost)
                .query(LetterRows::read)
                .list();
    }

    void told(Letter letter, long position) {
        jdbc.sql("UPDATE letter SET told = ? WHERE city = ? AND id = ? AND round = ? AND told IS NULL")
                .params(position, city, letter.id(), letter.round())
                .update();
    }

    Optional<Letter> find(UUID id) {
        return jdbc.sql("SELECT * FROM letter WHERE city = ? AND id = ?")
                .params(city, id)
                .query(LetterRows::read)
                .optional();
    }

    static String[] names(Collection<Notice.Way> ways) {
        return ways.stream().map(Notice.Way::name).toArray(String[]::new);
    }

    static OffsetDateTime time(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
