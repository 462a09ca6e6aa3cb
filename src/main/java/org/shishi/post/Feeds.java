package org.shishi.post;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Addresses of calendars (日历订阅): calendar programs cannot sign in, so whoever knows the address reads. Its secret part is
 * 256 random bits, shown once; an account has one at a time, and a new one ends the old.
 */
public final class Feeds {
    private static final int SECRET = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final String city;

    public Feeds(DataSource database, String city) {
        this.jdbc = JdbcClient.create(database);
        this.city = city;
    }

    /** A new secret for an account, in clear for the only time. */
    public String open(String account, Instant now) {
        byte[] random = new byte[SECRET];
        RANDOM.nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        jdbc.sql("""
                        INSERT INTO feed (city, account, hash, since) VALUES (?, ?, ?, ?)
                        ON CONFLICT (city, account) DO UPDATE SET hash = excluded.hash, since = excluded.since""").params(city, account, hash(secret), LetterTable.time(now)).update();
        return secret;
    }

    /** Nobody reads it any more. */
    public void close(String account) {
        jdbc.sql("DELETE FROM feed WHERE city = ? AND account = ?")
                .params(city, account)
                .update();
    }

    /** Since when an account has one. */
    public Optional<Instant> since(String account) {
        return jdbc.sql("SELECT since FROM feed WHERE city = ? AND account = ?")
                .params(city, account)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Whose calendar it is; empty for one that was revoked, and for what never was one. */
    public Optional<String> find(String secret) {
        return jdbc.sql("SELECT account FROM feed WHERE city = ? AND hash = ?")
                .params(city, hash(secret))
                .query(String.class)
                .optional();
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
