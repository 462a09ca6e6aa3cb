package org.shishi.files;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks for what a document to be read has no need of (ISO 32000): scripts, starting programs, films that carry scripts.
 * Names are looked for everywhere, in object streams too; what is locked cannot be looked into and is refused.
 */
final class Pdf {
    private static final Set<String> ACTIVE = Set.of("JavaScript", "Launch", "RichMedia");
    private static final String LOCKED = "Encrypt";
    private static final String PACKED = "ObjStm";
    private static final int UNPACKED_AT_MOST = 64 << 20;
    private static final int NAME_AT_MOST = 40;

    private int unpacked;

    /** What speaks against a document; empty when nothing does. */
    static Optional<Unfit> find(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        return text.lastIndexOf("%%EOF") < 0 ? Optional.of(Unfit.DAMAGED) : new Pdf().look(text);
    }

    private Optional<Unfit> look(String text) {
        for (int at = text.indexOf('/'); at >= 0; at = text.indexOf('/', at + 1)) {
            String name = name(text, at + 1);
            if (ACTIVE.contains(name)) {
                return Optional.of(Unfit.ACTIVE);
            }
            if (name.equals(LOCKED)) {
                return Optional.of(Unfit.LOCKED);
            }
            Optional<Unfit> inside = name.equals(PACKED) ? unpack(text, at) : Optional.empty();
            if (inside.isPresent()) {
                return inside;
            }
        }
        return Optional.empty();
    }

    /** A name as it is meant: {@code /J#61vaScript} is {@code JavaScript}. */
    private static String name(String text, int from) {
        StringBuilder name = new StringBuilder();
        for (int at = from; at < text.length() && name.length() < NAME_AT_MOST; at++) {
            char c = text.charAt(at);
            if (c == '#' && at + 2 < text.length() && isHex(text.charAt(at + 1)) && isHex(text.charAt(at + 2))) {
                c = (char) Integer.parseInt(text.substring(at + 1, at + 3), 16);
                at += 2;
            }
            if (c <= ' ' || "()<>[]{}/%".indexOf(c) >= 0) {
                break;
            }
            name.append(c);
        }
        return name.toString();
    }

    private static boolean isHex(char c) {
        return Character.digit(c, 16) >= 0 && c < 0x80;
    }

    private Optional<Unfit> unpack(String text, int at) {
        int stream = text.indexOf("stream", at);
        if (stream < 0) {
            return Optional.empty();
        }
        int from = stream + "stream".length();
        while (from < text.length() && (text.charAt(from) == '\r' || text.charAt(from) == '\n')) {
            from++;
        }
        int to = text.indexOf("endstream", from);
        byte[] packed = text.substring(from, to < 0 ? text.length() : to).getBytes(StandardCharsets.ISO_8859_1);
        String inside = inflated(packed);
        return unpacked > UNPACKED_AT_MOST ? Optional.of(Unfit.ACTIVE) : look(inside);
    }

    /** As far as it can be unpacked; a bomb ends the counting. */
    private String inflated(byte[] packed) {
        StringBuilder text = new StringBuilder();
        byte[] some = new byte[1 << 16];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(packed);
            for (int n = inflater.inflate(some); n > 0 && unpacked <= UNPACKED_AT_MOST; n = inflater.inflate(some)) {
                text.append(new String(some, 0, n, StandardCharsets.ISO_8859_1));
                unpacked += n;
            }
        } catch (DataFormatException e) {
            // not packed this way, or the name stood elsewhere: what came out is looked at
        }
        return text.toString();
    }
}
