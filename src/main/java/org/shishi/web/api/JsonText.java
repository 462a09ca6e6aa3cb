package org.shishi.web.api;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** JSON as it comes and goes: token by token, with nothing bound to classes. */
final class JsonText {
    private static final int DEEPEST = 8;
    private static final int LONGEST_NUMBER = 60;
    private static final int LONGEST_NAME = 200;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxNameLength(LONGEST_NAME)
                    .build())
            .build();

    private JsonText() {}

    static JsonParser read(byte[] body) {
        return FACTORY.createParser(ObjectReadContext.empty(), body);
    }

    /** One object, whose members are written by the content. */
    static byte[] object(Consumer<JsonGenerator> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            content.accept(json);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /** Maps, lists, texts, numbers and truths as they stand. */
    static void value(JsonGenerator json, Object value) {
        switch (value) {
            case Map<?, ?> map -> {
                json.writeStartObject();
                members(json, map);
                json.writeEndObject();
            }
            case Iterable<?> all -> {
                json.writeStartArray();
                all.forEach(each -> value(json, each));
                json.writeEndArray();
            }
            case Boolean truth -> json.writeBoolean(truth);
            case Number number -> json.writeNumber(number.toString());
            default -> json.writeString(value.toString());
        }
    }

    static void members(JsonGenerator json, Map<?, ?> map) {
        map.forEach((name, value) -> {
            json.writeName(String.valueOf(name));
            value(json, value);
        });
    }
}
