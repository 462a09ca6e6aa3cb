package org.shishi.people;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The password of whoever is signed in, changed by themselves; wherever else they are signed in, they are no more. */
public final class OwnPassword {
    public static final int SHORTEST = 12;

    private final AccountTables accounts;
    private final Passwords passwords = new Passwords();
    private final Remembered<Instant> since = new Remembered<>(Duration.ofSeconds(5));

    /** @param city code of the city, the first key of every table */
    public OwnPassword(DataSource database, String city) {
        this.accounts = new AccountTables(JdbcClient.create(database), city);
    }

    /** What came of wanting another password. */
    public enum Changed {
        DONE,
        /** The old one was not it; after ten in a row the account is locked, as at the door. */
        WRONG,
        /** Shorter than {@value #SHORTEST} characters. */
        TOO_SHORT,
        TOO_LONG,
        /** It is the old one, or has the account's name in it. */
        TOO_NEAR
    }

    /** @param now the moment from which the new one holds; a session begun before it ends */
    public Changed change(String account, String old, String wanted, Instant now) {
        if (wanted.codePointCount(0, wanted.length()) < SHORTEST) {
            return Changed.TOO_SHORT;
        }
        if (wanted.length() > Passwords.LONGEST) {
            return Changed.TOO_LONG;
        }
        if (wanted.equals(old) || wanted.contains(account)) {
            return Changed.TOO_NEAR;
        }
        Optional<String> hash = accounts.attempt(account, now);
        if (hash.isEmpty() || !passwords.fits(old, hash.get())) {
            return Changed.WRONG;
        }
        accounts.setOwn(account, passwords.hash(wanted), now.truncatedTo(ChronoUnit.MILLIS));
        since.forget();
        return Changed.DONE;
    }

    /** Whether the password was changed after somebody signed in with the one before. */
    public boolean isOvertaken(String account, Instant signedIn) {
        return since.find(account, () -> accounts.passwordSince(account))
                .filter(signedIn::isBefore)
                .isPresent();
    }
}
