package org.shishi.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public key that checkpoints are checked with, as C2SP signed-note has it: the log's name, and 32 bytes of Ed25519.
 * Published so that anyone can check without us.
 */
public final class VerifierKey {
    private static final byte ED25519 = 1;
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] raw;

    VerifierKey(String name, byte[] raw) {
        if (raw.length != 32
                || name.isEmpty()
                || name.contains("+")
                || name.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("not an Ed25519 key with a name without spaces or '+': " + name);
        }
        this.name = name;
        this.raw = raw.clone();
    }

    /** The name of the ledger of a city: its origin in checkpoints. */
    public static String origin(String city) {
        return "shishi/" + city;
    }

    /** Reads {@code name+hash+base64}. @throws IllegalArgumentException when it is not that, or the hash does not fit */
    public static VerifierKey read(String vkey) {
        String[] parts = vkey.split("\\+", 3);
        if (parts.length == 3) {
            byte[] data = Base64.getDecoder().decode(parts[2]);
            if (data.length == 33 && data[0] == ED25519) {
                VerifierKey key = new VerifierKey(parts[0], Arrays.copyOfRange(data, 1, 33));
                if (key.vkey().equals(vkey)) {
                    return key;
                }
            }
        }
        throw new IllegalArgumentException("not a verifier key (name+hash+base64): " + vkey);
    }

    /** The text to publish: {@code name+hash+base64}. */
    public String vkey() {
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typed(raw));
    }

    public String name() {
        return name;
    }

    /** First 4 bytes of SHA-256(name, newline, type, key): stands before each signature. */
    byte[] id() {
        byte[] hash = Digest.SHA256
                .hash((name + "\n").getBytes(StandardCharsets.UTF_8), typed(raw))
                .raw();
        return Arrays.copyOf(hash, 4);
    }

    /** A key behind the byte that says it is of Ed25519. */
    static byte[] typed(byte[] key) {
        return ByteBuffer.allocate(1 + key.length).put(ED25519).put(key).array();
    }

    boolean verify(byte[] text, byte[] signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(publicKey());
            ed25519.update(text);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException e) {
            return false; // a signature or key that is not even well-formed
        }
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        byte[] x509 =
                ByteBuffer.allocate(X509.length + raw.length).put(X509).put(raw).array();
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509));
    }

    static byte[] raw(PublicKey key) {
        return Arrays.copyOfRange(key.getEncoded(), X509.length, X509.length + 32);
    }

    @Override
    public String toString() {
        return vkey();
    }
}
