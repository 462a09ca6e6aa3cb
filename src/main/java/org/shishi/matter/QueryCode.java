package org.shishi.matter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * The query code of a matter (查询码): with its number, what a caller shows to follow their own matter. It is worked out
 * from city and number by a keyed hash whose key lies with the ledger's keys: it is stored nowhere, and cannot be guessed
 * from others. 40 bits; tries are limited where it is asked for.
 *
 * @param text 8 characters without those taken for one another (0 and O, 1 and I)
 */
public record QueryCode(String text) {
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 8;
    private static final int BITS = 5;

    /** The code of the matter with this number, whether or not there is one. */
    public static QueryCode of(Setting setting, String number) {
        byte[] mark = setting.seals().mark("query-code", setting.city() + "\n" + number);
        StringBuilder code = new StringBuilder();
        long bits = 0;
        for (int i = 0; i < LENGTH * BITS / Byte.SIZE; i++) {
            bits = bits << Byte.SIZE | (mark[i] & 0xff);
        }
        for (int i = LENGTH - 1; i >= 0; i--) {
            code.append(ALPHABET.charAt((int) (bits >> (i * BITS)) & 31));
        }
        return new QueryCode(code.toString());
    }

    /** The code to be read to whoever put this matter on account; none where callers do not follow. */
    public static Optional<QueryCode> find(Setting setting, Matter matter) {
        return setting.packs()
                .findFollowed(matter.procedure())
                .map(_ -> of(setting, matter.standing().number()));
    }

    /** Whether this was typed, however it was spaced and in whatever case; takes as long for every wrong one. */
    public boolean isTyped(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\-‐-―]", "")
                .toUpperCase(Locale.ROOT);
        return MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), plain.getBytes(StandardCharsets.UTF_8));
    }

    /** As it is read aloud and written down: two groups of four. */
    public String grouped() {
        return text.substring(0, LENGTH / 2) + " " + text.substring(LENGTH / 2);
    }
}
