package org.shishi.people;

import java.util.List;
import java.util.regex.Pattern;

/**
 * An account to be opened.
 *
 * @param account its name: 2 to 64 lower-case letters, digits, dots and dashes, beginning with a letter
 * @param name as shown to people
 * @param password in clear, at least {@value #SHORTEST} characters; only its hash is kept
 */
public record Opening(String account, String name, String password, List<Post> posts) {
    static final int SHORTEST = 10;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.-]{1,63}");

    public Opening {
        posts = List.copyOf(posts);
        if (!isName(account) || account.equals(Actor.CLOCK.account())) {
            throw new IllegalArgumentException("'" + account + "' cannot be the name of an account");
        }
        requireLong(password);
    }

    static boolean isName(String account) {
        return NAME.matcher(account).matches();
    }

    static void requireLong(String password) {
        if (password.length() < SHORTEST) {
            throw new IllegalArgumentException("A password has at least " + SHORTEST + " characters");
        }
    }

    /** The password stays out of logs. */
    @Override
    public String toString() {
        return account;
    }
}
