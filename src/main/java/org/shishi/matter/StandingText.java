package org.shishi.matter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shishi.calendar.Within;
import org.shishi.ledger.Json;
import org.shishi.ledger.JsonWriter;
import org.shishi.matter.store.HeadRow;
import org.shishi.procedure.Facts;

/**
 * A standing as it lies in the database and back. What a head holds besides its columns is one flat JSON object:
 * {@code units}, {@code mark.<fact>}, {@code done.<act>} and {@code due.<deadline>}.
 */
final class StandingText {
    private static final String MARK = "mark.";
    private static final String DONE = "done.";
    private static final String DUE = "due.";

    private StandingText() {}

    static HeadRow write(Standing standing) {
        JsonWriter json = new JsonWriter(600).put("units", String.join(" ", standing.units()));
        standing.marks().values().forEach((key, value) -> json.put(MARK + key, value));
        standing.done().forEach((act, done) -> json.put(DONE + act, text(done)));
        standing.dues().forEach(due -> json.put(DUE + due.deadline(), text(due)));
        return new HeadRow(
                standing.matter(),
                standing.number(),
                standing.under(),
                standing.stage(),
                standing.holder(),
                standing.lastPosition(),
                standing.openedAt(),
                standing.lastAt(),
                standing.rings(),
                json.bytes());
    }

    private static String text(Done done) {
        return done.times() + " " + millis(done.firstAt()) + " " + done.position() + " " + millis(done.lastAt()) + " "
                + done.account() + " " + done.unit();
    }

    private static String text(Due due) {
        return millis(due.from()) + "|" + millis(due.at()) + "|" + due.within() + "|" + due.estimated() + "|"
                + due.rung() + "|" + due.basis();
    }

    private static long millis(Instant at) {
        return at.toEpochMilli();
    }

    static Standing read(HeadRow row) {
        Set<String> units = new LinkedHashSet<>();
        Map<String, String> marks = new LinkedHashMap<>();
        Map<String, Done> done = new LinkedHashMap<>();
        List<Due> dues = new ArrayList<>();
        Json.read(row.state()).members().forEach((key, value) -> {
            String text = (String) value;
            if (key.startsWith(MARK)) {
                marks.put(key.substring(MARK.length()), text);
            } else if (key.startsWith(DONE)) {
                done.put(key.substring(DONE.length()), done(text));
            } else if (key.startsWith(DUE)) {
                dues.add(due(key.substring(DUE.length()), text));
            } else if (!text.isEmpty()) {
                units.addAll(List.of(text.split(" ")));
            }
        });
        return new Standing(
                row.matter(),
                row.number(),
                row.under(),
                row.stage(),
                row.holder(),
                units,
                Facts.of(marks),
                done,
                dues,
                row.lastPosition(),
                row.openedAt(),
                row.lastAt(),
                row.rings());
    }

    private static Done done(String text) {
        String[] part = text.split(" ", -1);
        return new Done(
                Integer.parseInt(part[0]), moment(part[1]), Long.parseLong(part[2]), moment(part[3]), part[4], part[5]);
    }

    private static Due due(String deadline, String text) {
        String[] part = text.split("\\|", 6);
        Optional<Within> within = Within.find(part[2]);
        return new Due(
                deadline,
                moment(part[0]),
                moment(part[1]),
                within.orElseThrow(),
                part[5],
                Boolean.parseBoolean(part[3]),
                Boolean.parseBoolean(part[4]));
    }

    private static Instant moment(String millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }
}
