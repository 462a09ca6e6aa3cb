package org.shishi.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals personal data (个人信息) before it is stored and finds it again by a keyed trace. The keys lie in a file of the data
 * folder, outside the database: a stolen database says nothing. For any number of threads.
 */
public final class Seals {
    /** The usual cipher; {@code SM4/GCM/NoPadding} is the other, when a provider of the Java platform has it. */
    public static final String AES = "AES/GCM/NoPadding";

    private static final String HMAC = "HmacSHA256";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();
    /** What people write between digits. */
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\-‐-―()]");

    private static final Pattern CHINA = Pattern.compile("^(\\+|00)86(?=\\d)");

    private final String cipher;
    private final Provider provider;
    private final SecretKeySpec key;
    private final Mac traces;
    private final Map<String, Mac> marks = new ConcurrentHashMap<>();

    private Seals(String cipher, SecretKeySpec key, SecretKeySpec traceKey) {
        this.cipher = cipher;
        this.provider = provider(cipher);
        this.key = key;
        this.traces = mac(traceKey);
    }

    /** Asked for once: the platform goes through all providers each time it is not told. */
    private static Provider provider(String cipher) {
        try {
            return Cipher.getInstance(cipher).getProvider();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no provider has " + cipher, e);
        }
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The keys in {@code seals.key} of this folder, made for AES-256-GCM at first use. */
    public static Seals in(Path folder) {
        return in(folder, AES);
    }

    /**
     * The keys in {@code seals.key} of this folder (mode 600), made for that cipher at first use; the file's word stands.
     *
     * @throws IllegalStateException when no provider has the cipher, or the file holds no keys or others may read it
     */
    public static Seals in(Path folder, String cipher) {
        Path file = folder.resolve("seals.key");
        List<String> lines = KeyFile.lines(file, () -> List.of(line(cipher), line(HMAC)));
        try {
            Seals seals = new Seals(name(lines.get(0)), key(lines.get(0)), key(lines.get(1)));
            byte[] trial = HMAC.getBytes(StandardCharsets.UTF_8);
            if (Arrays.equals(seals.open(seals.seal(trial)), trial)) {
                return seals;
            }
        } catch (RuntimeException e) {
            throw new IllegalStateException("no keys to seal with in " + file, e);
        }
        throw new IllegalStateException("the keys in " + file + " do not open what they seal");
    }

    private static String line(String algorithm) {
        byte[] key = new byte[algorithm.startsWith("SM4") ? 16 : 32];
        RANDOM.nextBytes(key);
        return algorithm + " " + Base64.getEncoder().encodeToString(key);
    }

    private static String name(String line) {
        return line.substring(0, line.indexOf(' '));
    }

    private static SecretKeySpec key(String line) {
        byte[] key = Base64.getDecoder().decode(line.substring(line.indexOf(' ') + 1));
        return new SecretKeySpec(key, name(line).split("/", 2)[0]);
    }

    /** Nonce and ciphertext, 28 bytes longer than what is sealed. */
    public byte[] seal(byte[] clear) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, clear, 0);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    /** @throws IllegalStateException when it was not sealed with these keys, or was changed */
    public byte[] open(byte[] sealed) {
        return run(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), sealed, NONCE);
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, int from) {
        try {
            Cipher gcm = Cipher.getInstance(cipher, provider);
            gcm.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return gcm.doFinal(input, from, input.length - from);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("sealed with other keys, changed, or no cipher " + cipher, e);
        }
    }

    /** What a telephone or identity number is found again by: 128 bits of a keyed hash, that say nothing without the key. */
    public UUID trace(String number) {
        ByteBuffer hash = ByteBuffer.wrap(hmac(traces, normal(number)));
        return new UUID(hash.getLong(), hash.getLong());
    }

    /** A keyed hash for one purpose: 32 bytes that nobody without the key can make, and that say nothing of other purposes. */
    public byte[] mark(String purpose, String text) {
        return hmac(marks.computeIfAbsent(purpose, this::own), text);
    }

    private Mac own(String purpose) {
        return mac(new SecretKeySpec(hmac(traces, "purpose\n" + purpose), HMAC));
    }

    /** A keyed one is never used itself but copied: that is cheaper than keying another, and any thread may do it. */
    private static byte[] hmac(Mac keyed, String text) {
        try {
            return ((Mac) keyed.clone()).doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The number however it was typed: full-width digits, spaces, hyphens, +86, a small x at the end of an identity number. */
    static String normal(String number) {
        String narrow = Normalizer.normalize(number, Normalizer.Form.NFKC);
        String plain = BETWEEN.matcher(narrow).replaceAll("");
        return CHINA.matcher(plain).replaceFirst("").toUpperCase(Locale.ROOT);
    }
}
