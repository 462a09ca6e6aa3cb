package org.shishi.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * One flat JSON object: text, whole numbers and yes/no by name. Reads only the spelling that {@link JsonWriter} writes, so
 * that no byte of a stored or exported line is without meaning: what reads the same is the same.
 */
public final class Json {
    static final String PLAIN = "\"\\\b\f\n\r\t";
    static final String ESCAPED = "\"\\bfnrt";

    private final SequencedMap<String, Object> members;

    private Json(SequencedMap<String, Object> members) {
        this.members = Collections.unmodifiableSequencedMap(members);
    }

    /** @throws IllegalArgumentException when the bytes are anything but one object in that spelling */
    public static Json read(byte[] bytes) {
        try {
            return read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not UTF-8", e);
        }
    }

    /** @throws IllegalArgumentException when the text is anything but one object in that spelling */
    public static Json read(String text) {
        return new Json(new JsonReader(text).object());
    }

    /** Values are {@link String}, {@link Long} or {@link Boolean}, in the order written. */
    public SequencedMap<String, Object> members() {
        return members;
    }

    public List<String> names() {
        return new ArrayList<>(members.keySet());
    }

    /** @throws IllegalArgumentException when there is no such text */
    public String text(String name) {
        return findText(name).orElseThrow(() -> new IllegalArgumentException("no text \"" + name + "\""));
    }

    public Optional<String> findText(String name) {
        return Optional.ofNullable(members.get(name))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    /** @throws IllegalArgumentException when there is no such number */
    public long number(String name) {
        if (members.get(name) instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException("no number \"" + name + "\"");
    }
}
