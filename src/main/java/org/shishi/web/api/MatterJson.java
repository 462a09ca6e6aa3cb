package org.shishi.web.api;

import java.time.Instant;
import java.util.List;
import org.shishi.ledger.By;
import org.shishi.ledger.Entry;
import org.shishi.matter.Matter;
import org.shishi.matter.Standing;
import org.shishi.procedure.Facts;
import tools.jackson.core.JsonGenerator;

/**
 * A matter with all its entries.
 *
 * @param masked its personal facts, masked
 * @param possible the acts its reader may do now
 * @param linked numbers of the matters it is linked with
 */
record MatterJson(Matter matter, Facts masked, List<String> possible, List<String> linked) {

    void write(JsonGenerator json, Instant now) {
        Standing standing = matter.standing();
        json.writeStringProperty("number", standing.number());
        json.writeNumberProperty("matter", standing.matter());
        json.writeNumberProperty("position", standing.lastPosition());
        json.writeStringProperty("procedure", matter.procedure().name());
        json.writeStringProperty("under", standing.under());
        json.writeBooleanProperty("closed", matter.isClosed());
        json.writeStringProperty("openedAt", standing.openedAt().toString());
        json.writeStringProperty("lastAt", standing.lastAt().toString());
        Recorded.standing(json, standing, now);
        put(json, "facts", matter.facts().values());
        put(json, "masked", masked.values());
        put(json, "possible", possible);
        put(json, "linked", linked);
        json.writeArrayPropertyStart("entries");
        matter.said().forEach(said -> entry(json, said));
        json.writeEndArray();
    }

    private static void put(JsonGenerator json, String name, Object value) {
        json.writeName(name);
        JsonText.value(json, value);
    }

    private static void entry(JsonGenerator json, Standing.Said said) {
        Entry entry = said.entry();
        json.writeStartObject();
        json.writeNumberProperty("position", entry.position());
        json.writeStringProperty("act", entry.act());
        by(json, entry.by());
        entry.number().ifPresent(number -> json.writeStringProperty("number", number));
        json.writeStringProperty("happenedAt", entry.happenedAt().toString());
        json.writeStringProperty("recordedAt", entry.recordedAt().toString());
        json.writeStringProperty("under", entry.under());
        json.writeStringProperty("via", entry.via());
        put(json, "facts", said.facts().values());
        json.writeStringProperty("receipt", "/log/proof/" + entry.position());
        json.writeEndObject();
    }

    private static void by(JsonGenerator json, By by) {
        json.writeObjectPropertyStart("by");
        json.writeStringProperty("account", by.account());
        json.writeStringProperty("duty", by.duty());
        json.writeStringProperty("unit", by.unit());
        json.writeEndObject();
    }
}
