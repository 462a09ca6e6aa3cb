package org.shishi.web.api;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.shishi.ledger.Entry;
import org.shishi.matter.Due;
import org.shishi.matter.QueryCode;
import org.shishi.matter.Standing;
import org.shishi.procedure.Facts;
import tools.jackson.core.JsonGenerator;

/**
 * What a program is told of an entry that stands.
 *
 * @param standing of the matter after it
 * @param again it had been recorded before under the same key
 * @param shown personal facts in clear, when that was the act
 * @param code of a matter just put on account, for whoever did it to tell the caller
 */
record Recorded(Entry entry, Standing standing, boolean again, Facts shown, Optional<QueryCode> code) {

    /** Whether the matter was put on account by it. */
    boolean opens() {
        return entry.opens();
    }

    String location() {
        return "/api/matters/" + standing.number();
    }

    void write(JsonGenerator json, Instant now) {
        json.writeStringProperty("number", standing.number());
        json.writeNumberProperty("matter", entry.matter());
        json.writeNumberProperty("position", entry.position());
        json.writeStringProperty("act", entry.act());
        Optional<String> document = opens() ? Optional.empty() : entry.number();
        code.ifPresent(own -> json.writeStringProperty("code", own.text()));
        document.ifPresent(number -> json.writeStringProperty("document", number));
        json.writeStringProperty("happenedAt", entry.happenedAt().toString());
        json.writeStringProperty("recordedAt", entry.recordedAt().toString());
        standing(json, standing, now);
        if (!shown.isEmpty()) {
            json.writeName("shown");
            JsonText.value(json, shown.values());
        }
        json.writeStringProperty("receipt", "/log/proof/" + entry.position());
    }

    /** Where a matter stands: stage, who answers for it, by when. */
    static void standing(JsonGenerator json, Standing standing, Instant now) {
        json.writeStringProperty("stage", standing.stage());
        standing.holder().ifPresent(holder -> json.writeStringProperty("holder", holder));
        json.writeArrayPropertyStart("dues");
        standing.dues().forEach(due -> due(json, due, now));
        json.writeEndArray();
    }

    private static void due(JsonGenerator json, Due due, Instant now) {
        json.writeStartObject();
        json.writeStringProperty("deadline", due.deadline());
        json.writeStringProperty("kind", due.kind().name().toLowerCase(Locale.ROOT));
        json.writeBooleanProperty("stopped", due.stoppedAt().isPresent());
        json.writeStringProperty("from", due.from().toString());
        json.writeStringProperty("at", due.at().toString());
        json.writeStringProperty("within", due.within().toString());
        json.writeStringProperty("basis", due.basis());
        json.writeBooleanProperty("estimated", due.estimated());
        json.writeBooleanProperty("late", due.isLate(now));
        json.writeEndObject();
    }
}
