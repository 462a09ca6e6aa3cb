package org.shishi.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Supplier;

/** The hash function of a ledger (杂凑算法), chosen once when the ledger is opened. */
public enum Digest {
    SHA256(Digest::sha256),
    /** GB/T 32905-2016, for offices held to the national algorithms (国密). */
    SM3(Sm3::new);

    @SuppressWarnings("ImmutableEnumChecker") // each thread has its own
    private final ThreadLocal<MessageDigest> digests;

    Digest(Supplier<MessageDigest> make) {
        digests = ThreadLocal.withInitial(make);
    }

    /** The hash of the parts, one after the other. */
    public Hash hash(byte[]... parts) {
        MessageDigest digest = digests.get();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return Hash.own(digest.digest());
    }

    /** The hash of a prefix byte and one part: no array is made for the prefix. */
    Hash hash(byte prefix, byte[] part) {
        MessageDigest digest = digests.get();
        digest.update(prefix);
        digest.update(part);
        return Hash.own(digest.digest());
    }

    Hash hash(byte prefix, byte[] first, byte[] second) {
        MessageDigest digest = digests.get();
        digest.update(prefix);
        digest.update(first);
        digest.update(second);
        return Hash.own(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
