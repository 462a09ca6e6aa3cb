package org.shishi.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts and their posts in the database. */
record AccountTables(JdbcClient jdbc, String city) {
    private static final int TRIES = 10;
    private static final Duration LOCKED = Duration.ofMinutes(15);
    private static final String READ = """
            SELECT name, display_name, status, locked_until,
                   array_agg(duty ORDER BY duty, unit) AS duties, array_agg(unit ORDER BY duty, unit) AS units
            FROM account LEFT JOIN post ON post.city = account.city AND post.account = account.name
            WHERE account.city = ? %s
            GROUP BY account.city, name ORDER BY name""";

    boolean isEmpty() {
        return jdbc.sql("SELECT NOT EXISTS (SELECT FROM account WHERE city = ?)")
                .param(city)
                .query(Boolean.class)
                .single();
    }

    List<Account> list() {
        return jdbc.sql(READ.formatted(""))
                .param(city)
                .query(AccountTables::account)
                .list();
    }

    Optional<Account> find(String name) {
        return jdbc.sql(READ.formatted("AND name = ?"))
                .params(city, name)
                .query(AccountTables::account)
                .optional();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getString("name"),
                row.getString("display_name"),
                Account.Status.valueOf(row.getString("status")),
                Optional.ofNullable(row.getTimestamp("locked_until")).map(Timestamp::toInstant),
                posts((String[]) row.getArray("duties").getArray(), (String[])
                        row.getArray("units").getArray()));
    }

    /** An account without a post comes as one row of nothing. */
    private static List<Post> posts(String[] duties, String[] units) {
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < duties.length; i++) {
            if (duties[i] != null) {
                posts.add(new Post(duties[i], units[i]));
            }
        }
        return posts;
    }

    /** @throws org.springframework.dao.DuplicateKeyException if the name is taken */
    void open(Opening opening, String hash, Instant now) {
        jdbc.sql("INSERT INTO account (city, name, display_name, password_hash, opened_at) VALUES (?, ?, ?, ?, ?)")
                .params(city, opening.account(), opening.name(), hash, time(now))
                .update();
        assign(opening.account(), opening.posts());
    }

    void assign(String account, List<Post> posts) {
        jdbc.sql("DELETE FROM post WHERE city = ? AND account = ?")
                .params(city, account)
                .update();
        jdbc.sql("INSERT INTO post (city, account, duty, unit) SELECT ?, ?, * FROM unnest(?::text[], ?::text[])")
                .params(
                        city,
                        account,
                        posts.stream().map(Post::duty).toArray(String[]::new),
                        posts.stream().map(Post::unit).toArray(String[]::new))
                .update();
    }

    boolean close(String account) {
        return jdbc.sql("UPDATE account SET status = 'CLOSED' WHERE city = ? AND name = ?")
                        .params(city, account)
                        .update()
                == 1;
    }

    /**
     * Counts a try before the password is looked at, so that many at once get no more of them than one after another; at
     * the last the account is locked. Gives the hash to look at, or nothing when there is no try to be had.
     */
    Optional<String> attempt(String account, Instant now) {
        return jdbc.sql("""
                        UPDATE account SET
                            wrong = CASE WHEN locked_until IS NULL THEN wrong + 1 ELSE 1 END,
                            locked_until = CASE WHEN locked_until IS NULL AND wrong + 1 >= ? THEN ?::timestamptz END
                        WHERE city = ? AND name = ? AND status = 'OPEN'
                          AND (locked_until IS NULL OR locked_until <= ?)
                        RETURNING password_hash""")
                .params(TRIES, time(now.plus(LOCKED)), city, account, time(now))
                .query(String.class)
                .optional();
    }

    /** The password was right: tries are counted anew. */
    void admit(String account) {
        jdbc.sql("UPDATE account SET wrong = 0, locked_until = NULL WHERE city = ? AND name = ?")
                .params(city, account)
                .update();
    }

    boolean setHash(String account, String hash) {
        return jdbc.sql("""
                        UPDATE account SET password_hash = ?, wrong = 0, locked_until = NULL
                        WHERE city = ? AND name = ?""").params(hash, city, account).update() == 1;
    }

    /** By its holder: whoever signed in with the one before is signed in no more. */
    void setOwn(String account, String hash, Instant now) {
        jdbc.sql("""
                        UPDATE account SET password_hash = ?, password_at = ?, wrong = 0, locked_until = NULL
                        WHERE city = ? AND name = ?""").params(hash, time(now), city, account).update();
    }

    /** Since when the password holds; from the beginning when nobody ever changed it. */
    Optional<Instant> passwordSince(String account) {
        return jdbc.sql("SELECT coalesce(password_at, opened_at) FROM account WHERE city = ? AND name = ?")
                .params(city, account)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    static OffsetDateTime time(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
