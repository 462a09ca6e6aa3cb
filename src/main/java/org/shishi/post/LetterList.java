package org.shishi.post;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.shishi.procedure.Notice;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code letter} as people look at it: the latest first, by where letters are. */
record LetterList(JdbcClient jdbc, String city) {
    /** Counting goes no further: whoever has more than this has another trouble than the exact number. */
    static final int COUNTED = 100_000;

    static LetterList of(DataSource database, String city) {
        return new LetterList(JdbcClient.create(database), city);
    }

    List<Letter> list(Letters.Sought sought, Instant now, int atMost) {
        return jdbc.sql("""
                        SELECT * FROM letter
                        WHERE city = :city AND %s AND (:way = '' OR way = :way) AND (:number = '' OR number = :number)%s
                        ORDER BY entry DESC, notice DESC, addressee DESC LIMIT :most""".formatted(
                                sought.where().map(LetterList::where).orElse("true"),
                                sought.before().isEmpty() ? "" : BEHIND))
                .param("city", city)
                .param("now", LetterTable.time(now))
                .param("way", sought.way().map(Notice.Way::name).orElse(""))
                .param("number", sought.number())
                .param("before", sought.before().map(UUID::toString).orElse(""))
                .param("most", atMost)
                .query(LetterRows::read)
                .list();
    }

    private static final String BEHIND = """
             AND (entry, notice, addressee) < (
                SELECT entry, notice, addressee FROM letter WHERE city = :city AND id = cast(:before AS uuid))""";

    /** As {@link Letter#where} says it. */
    private static String where(Letter.Where where) {
        return switch (where) {
            case SENT -> "state = 'SENT'";
            case GIVEN_UP -> "state = 'FAILED'";
            case IN_HAND -> "state = 'WAITING' AND in_hand AND next_at > :now";
            case WAITING -> "state = 'WAITING' AND NOT (in_hand AND next_at > :now) AND why = ''";
            case AGAIN -> "state = 'WAITING' AND NOT (in_hand AND next_at > :now) AND why <> ''";
        };
    }

    /** How many there are, up to {@link #COUNTED} of each. */
    Map<Letter.Where, Long> counts(Instant now) {
        Map<Letter.Where, Long> counts = new EnumMap<>(Letter.Where.class);
        for (Letter.Where where : Letter.Where.values()) {
            counts.put(
                    where,
                    jdbc.sql("SELECT count(*) FROM (SELECT FROM letter WHERE city = :city AND " + where(where)
                                    + " LIMIT :most) counted")
                            .param("city", city)
                            .param("now", LetterTable.time(now))
                            .param("most", COUNTED)
                            .query(Long.class)
                            .single());
        }
        return counts;
    }
}
