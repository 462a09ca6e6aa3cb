package org.shishi.matter;

import java.util.LinkedHashMap;
import java.util.Map;
import org.shishi.ledger.Json;
import org.shishi.ledger.JsonWriter;
import org.shishi.procedure.Facts;

/** Facts as the bytes of a body and back: one flat JSON object. */
final class FactsText {
    private FactsText() {}

    static byte[] write(Facts facts) {
        JsonWriter json = new JsonWriter(400);
        facts.values().forEach(json::put);
        return json.bytes();
    }

    static Facts read(byte[] bytes) {
        Map<String, String> values = new LinkedHashMap<>();
        Json.read(bytes).members().forEach((name, value) -> values.put(name, String.valueOf(value)));
        return Facts.of(values);
    }
}
