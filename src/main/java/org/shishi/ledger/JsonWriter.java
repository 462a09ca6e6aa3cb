package org.shishi.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * Writes one flat JSON object as bytes, in the only spelling {@link Json} reads back: no spaces, members in the order given,
 * characters as UTF-8 and escaped only where JSON must.
 */
public final class JsonWriter {
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] buffer;
    private int at;

    public JsonWriter() {
        this(512);
    }

    /** @param expected about how many bytes there will be */
    public JsonWriter(int expected) {
        buffer = new byte[Math.max(expected, 16)];
        buffer[at++] = '{';
    }

    /** @throws IllegalArgumentException when the text holds half of a surrogate pair */
    public JsonWriter put(String name, String value) {
        name(name);
        text(value);
        return this;
    }

    public JsonWriter put(String name, long value) {
        name(name);
        ascii(Long.toString(value));
        return this;
    }

    public JsonWriter put(String name, boolean value) {
        name(name);
        ascii(value ? "true" : "false");
        return this;
    }

    public JsonWriter put(String name, Hash value) {
        name(name);
        room(2 * Hash.LENGTH + 2);
        buffer[at++] = '"';
        for (byte b : value.raw()) {
            buffer[at++] = DIGITS[b >> 4 & 15];
            buffer[at++] = DIGITS[b & 15];
        }
        buffer[at++] = '"';
        return this;
    }

    /** Cut to the microsecond. */
    public JsonWriter put(String name, Instant value) {
        name(name);
        room(Stamp.LENGTH + 2);
        buffer[at++] = '"';
        Stamp.write(value, buffer, at);
        at += Stamp.LENGTH;
        buffer[at++] = '"';
        return this;
    }

    /** Closes the object. The writer is used up. */
    public byte[] bytes() {
        room(1);
        buffer[at++] = '}';
        return Arrays.copyOf(buffer, at);
    }

    private void name(String name) {
        if (at > 1) {
            room(1);
            buffer[at++] = ',';
        }
        text(name);
        room(1);
        buffer[at++] = ':';
    }

    private void ascii(String value) {
        room(value.length());
        for (int i = 0; i < value.length(); i++) {
            buffer[at++] = (byte) value.charAt(i);
        }
    }

    private void text(String value) {
        room(6 * value.length() + 2);
        buffer[at++] = '"';
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isSurrogate(c)) {
                pair(value, i++);
            } else if (c < ' ' || c == '"' || c == '\\') {
                escaped(c);
            } else {
                plain(c);
            }
        }
        buffer[at++] = '"';
    }

    private void plain(char c) {
        if (c < 0x80) {
            buffer[at++] = (byte) c;
        } else if (c < 0x800) {
            buffer[at++] = (byte) (0xc0 | (c >> 6));
            buffer[at++] = (byte) (0x80 | (c & 63));
        } else {
            buffer[at++] = (byte) (0xe0 | (c >> 12));
            buffer[at++] = (byte) (0x80 | (c >> 6 & 63));
            buffer[at++] = (byte) (0x80 | (c & 63));
        }
    }

    private void pair(String value, int i) {
        int c = value.codePointAt(i);
        if (c < 0x10000) {
            throw new IllegalArgumentException("half of a surrogate pair at character " + i);
        }
        buffer[at++] = (byte) (0xf0 | (c >> 18));
        buffer[at++] = (byte) (0x80 | (c >> 12 & 63));
        buffer[at++] = (byte) (0x80 | (c >> 6 & 63));
        buffer[at++] = (byte) (0x80 | (c & 63));
    }

    private void escaped(char c) {
        buffer[at++] = '\\';
        int known = Json.PLAIN.indexOf(c);
        if (known >= 0) {
            buffer[at++] = (byte) Json.ESCAPED.charAt(known);
        } else {
            buffer[at++] = 'u';
            buffer[at++] = '0';
            buffer[at++] = '0';
            buffer[at++] = DIGITS[c >> 4];
            buffer[at++] = DIGITS[c & 15];
        }
    }

    private void room(int more) {
        if (buffer.length - at < more) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, at + more));
        }
    }
}
