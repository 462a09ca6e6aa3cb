package org.shishi.ledger;

import java.util.Arrays;
import java.util.HexFormat;

/** A hash value of 32 bytes, whichever digest made it. */
public final class Hash {
    /** Length of every hash of the ledger, in bytes. */
    public static final int LENGTH = 32;

    private static final HexFormat HEX = HexFormat.of();

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Copies the bytes. @throws IllegalArgumentException unless there are 32 */
    public static Hash of(byte[] bytes) {
        return own(bytes.clone());
    }

    /** Reads 64 hexadecimal digits in lower case; no other spelling, so that a text has one reading and one writing. */
    public static Hash ofHex(String hex) {
        byte[] bytes = HEX.parseHex(hex);
        Hash hash = own(bytes);
        if (!hash.hex().equals(hex)) {
            throw new IllegalArgumentException("not lower-case hexadecimal: " + hex);
        }
        return hash;
    }

    /** Takes the array over; the caller must not keep it. */
    static Hash own(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** The bytes themselves, for readers of this room that do not change them. */
    byte[] raw() {
        return bytes;
    }

    public String hex() {
        return HEX.formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
