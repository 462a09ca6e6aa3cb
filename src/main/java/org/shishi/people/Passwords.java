package org.shishi.people;

import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Hashes passwords with Argon2id, which is slow and takes memory on purpose. */
final class Passwords {
    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int KIBIBYTES = 19 * 1024;
    static final int LONGEST = 200;
    /** Without those that look alike. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    /** Of the strength of those we make; no password fits it. */
    private static final String NOBODYS =
            "$argon2id$v=19$m=" + KIBIBYTES + ",t=2,p=1$" + "A".repeat(22) + "$" + "A".repeat(43);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Argon2PasswordEncoder chosen = new Argon2PasswordEncoder(SALT, HASH, 1, KIBIBYTES, 2);
    private final Argon2PasswordEncoder generated = new Argon2PasswordEncoder(SALT, HASH, 1, 1024, 1);
    /** So that many who sign in at once queue for the processor and not for memory. */
    private final Semaphore gate = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    /** Readable, of 60 random bits: kept-hamd-9xyz. */
    static String generate() {
        return RANDOM.ints(12, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining())
                .replaceAll("(.{4})(?=.)", "$1-");
    }

    String hash(String password) {
        return alone(() -> chosen.encode(password));
    }

    /** A password of our making cannot be guessed at any speed, so its hash may be quick until its first use. */
    String hashGenerated(String password) {
        return alone(() -> generated.encode(password));
    }

    boolean fits(String password, String hash) {
        return password.length() <= LONGEST && alone(() -> chosen.matches(password, hash));
    }

    /** Whether the hash is weaker than we make them now. */
    boolean isOutdated(String hash) {
        return chosen.upgradeEncoding(hash);
    }

    /** Takes as long as a real check: whether an account exists must not be told by the clock. */
    void pretend(String password) {
        fits(password, NOBODYS);
    }

    private <T> T alone(Supplier<T> work) {
        gate.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            gate.release();
        }
    }
}
