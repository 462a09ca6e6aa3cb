package org.shishi.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bearer tokens (令牌) of programs: 256 random bits, of which only the SHA-256 is kept. */
record Tokens(JdbcClient jdbc, String city) {
    /** So that a token that leaked into a file is known for what it is. */
    private static final String MARK = "shishi_";

    private static final Duration USED_TO_THE = Duration.ofMinutes(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The token in clear, for the only time. */
    String issue(String account, Instant now) {
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        String token = MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        jdbc.sql("INSERT INTO token (city, hash, account, issued_at) VALUES (?, ?, ?, ?)")
                .params(city, hash(token), account, AccountTables.time(now))
                .update();
        return token;
    }

    /** Whose token it is; notes the use. */
    Optional<String> find(String token, Instant now) {
        byte[] hash = hash(token);
        Optional<String> account = jdbc.sql(
                        "SELECT account FROM token WHERE city = ? AND hash = ? AND revoked_at IS NULL")
                .params(city, hash)
                .query(String.class)
                .optional();
        account.ifPresent(_ -> note(hash, now));
        return account;
    }

    /** To the minute: a program that calls a thousand times a second does not write as often. */
    private void note(byte[] hash, Instant now) {
        jdbc.sql("UPDATE token SET used_at = ? WHERE city = ? AND hash = ? AND (used_at IS NULL OR used_at < ?)")
                .params(AccountTables.time(now), city, hash, AccountTables.time(now.minus(USED_TO_THE)))
                .update();
    }

    /** All of an account; gives how many. */
    int revoke(String account, Instant now) {
        return jdbc.sql("UPDATE token SET revoked_at = ? WHERE city = ? AND account = ? AND revoked_at IS NULL")
                .params(AccountTables.time(now), city, account)
                .update();
    }

    static boolean isToken(String text) {
        return text.startsWith(MARK) && text.length() == MARK.length() + 43;
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
