package org.shishi.ledger;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * What an entry says, kept beside its header, which holds only the hash. The salt makes the hash say nothing about a body
 * that was erased.
 *
 * @param salt 16 random bytes
 * @param bytes of facts: canonical JSON; of a secret: nonce and ciphertext
 */
@SuppressWarnings("ArrayRecordComponent") // copied by nobody, changed by nobody: thousands pass in a second
public record Body(Kind kind, byte[] salt, byte[] bytes) {
    /** Facts are in clear and stay; a secret (个人信息) is sealed and can be erased. */
    public enum Kind {
        FACTS,
        SECRET
    }

    /** Bytes of salt. A fixed length, so that salt and text cannot be told apart in two ways. */
    public static final int SALT = 16;

    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws IllegalArgumentException unless the salt has 16 bytes */
    public Body {
        if (salt.length != SALT) {
            throw new IllegalArgumentException("a salt has 16 bytes, not " + salt.length);
        }
    }

    /** A body with fresh salt. */
    public static Body of(Kind kind, byte[] bytes) {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        return new Body(kind, salt, bytes);
    }

    /** The hash that stands in the header. */
    public Hash hash(Digest digest) {
        return digest.hash(salt, bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Body body
                && kind == body.kind
                && Arrays.equals(salt, body.salt)
                && Arrays.equals(bytes, body.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(salt) + Arrays.hashCode(bytes);
    }
}
