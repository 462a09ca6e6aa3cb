package org.shishi.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** The private key a city signs its checkpoints with. Kept in the data folder, not in the database. */
public final class SigningKey {
    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");
    private static final String PRIVATE = "PRIVATE+KEY+";

    private final PrivateKey secret;
    private final VerifierKey verifier;

    private SigningKey(PrivateKey secret, VerifierKey verifier) {
        this.secret = secret;
        this.verifier = verifier;
    }

    /**
     * The city's key in {@code checkpoint-<city>.key} of this folder (mode 600), made at first use. Two lines: the private
     * key as note signers spell it, and the public one.
     *
     * @throws IllegalStateException when the file holds no such keys or others may read it
     */
    public static SigningKey in(Path folder, String city) {
        Path file = folder.resolve("checkpoint-" + city + ".key");
        List<String> lines = KeyFile.lines(file, () -> generate(VerifierKey.origin(city)));
        try {
            SigningKey key = read(lines);
            byte[] trial = "trial".getBytes(StandardCharsets.UTF_8);
            if (key.verifier.verify(trial, key.sign(trial))) {
                return key;
            }
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IllegalStateException("no signing key in " + file, e);
        }
        throw new IllegalStateException("the two keys in " + file + " do not belong together");
    }

    private static List<String> generate(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            VerifierKey verifier = new VerifierKey(name, VerifierKey.raw(pair.getPublic()));
            byte[] encoded = pair.getPrivate().getEncoded();
            byte[] seed = Arrays.copyOfRange(encoded, PKCS8.length, PKCS8.length + 32);
            String id = HexFormat.of().formatHex(verifier.id());
            String typed = Base64.getEncoder().encodeToString(VerifierKey.typed(seed));
            return List.of(PRIVATE + name + "+" + id + "+" + typed, verifier.vkey());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SigningKey read(List<String> lines) throws GeneralSecurityException {
        VerifierKey verifier = VerifierKey.read(lines.get(1));
        byte[] typed = Base64.getDecoder()
                .decode(lines.get(0).substring(PRIVATE.length()).split("\\+", 3)[2]);
        byte[] pkcs8 = ByteBuffer.allocate(PKCS8.length + 32)
                .put(PKCS8)
                .put(typed, 1, 32)
                .array();
        PrivateKey secret = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        return new SigningKey(secret, verifier);
    }

    /** The public half, to publish. */
    public VerifierKey verifier() {
        return verifier;
    }

    byte[] sign(byte[] text) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(secret);
            ed25519.update(text);
            return ed25519.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
