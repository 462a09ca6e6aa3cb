package org.shishi.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line on account (记录). Never changed; a mistake is corrected by a further entry.
 *
 * @param position place in the ledger, from 1 without gaps
 * @param matter the position of the matter's first entry
 * @param number the human number issued by this entry: of the matter when it opens one, or of a document
 * @param happenedAt when it happened, and {@code recordedAt} when we wrote it down; to the microsecond
 * @param under the procedure it was done under: {@code appeal@1#} and 16 hexadecimal digits of its content hash
 * @param via how it came in: web, api, import, clock or cli
 * @param facts hash of the salted facts body, {@code secret} of the salted sealed body
 */
public record Entry(
        long position,
        long matter,
        Optional<String> number,
        String act,
        By by,
        Instant happenedAt,
        Instant recordedAt,
        String under,
        String via,
        Optional<Hash> facts,
        Optional<Hash> secret) {

    /** A header goes into entry bundles behind a 16-bit length (tlog-tiles). */
    public static final int MOST_BYTES = 0xffff;

    /** @throws IllegalArgumentException when the matter begins after this entry, or the position is not positive */
    public Entry {
        if (position < 1 || matter < 1 || matter > position) {
            throw new IllegalArgumentException("entry " + position + " cannot belong to matter " + matter);
        }
        happenedAt = happenedAt.truncatedTo(ChronoUnit.MICROS);
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** Does this entry begin its matter? */
    public boolean opens() {
        return matter == position;
    }

    /**
     * The bytes that are hashed and kept: made once, when the entry is appended, and from then on only copied.
     *
     * @throws IllegalArgumentException when they would be longer than 65 535 bytes
     */
    public byte[] header(String city) {
        JsonWriter json =
                new JsonWriter(640).put("city", city).put("position", position).put("matter", matter);
        number.ifPresent(n -> json.put("number", n));
        json.put("act", act).put("account", by.account()).put("duty", by.duty()).put("unit", by.unit());
        json.put("happened", happenedAt)
                .put("recorded", recordedAt)
                .put("under", under)
                .put("via", via);
        facts.ifPresent(hash -> json.put("facts", hash));
        secret.ifPresent(hash -> json.put("secret", hash));
        byte[] bytes = json.bytes();
        if (bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException("a header of " + bytes.length + " bytes is too long");
        }
        return bytes;
    }

    /** @throws RuntimeException when the bytes are not a header as {@link #header} writes it */
    public static Entry read(byte[] header) {
        return of(Json.read(header));
    }

    static Entry of(Json json) {
        Entry entry = new Entry(
                json.number("position"),
                json.number("matter"),
                json.findText("number"),
                json.text("act"),
                new By(json.text("account"), json.text("duty"), json.text("unit")),
                Stamp.read(json.text("happened")),
                Stamp.read(json.text("recorded")),
                json.text("under"),
                json.text("via"),
                json.findText("facts").map(Hash::ofHex),
                json.findText("secret").map(Hash::ofHex));
        if (!json.names().equals(entry.names())) {
            throw new IllegalArgumentException("not the members of a header: " + json.names());
        }
        return entry;
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(List.of("city", "position", "matter"));
        number.ifPresent(n -> names.add("number"));
        names.addAll(List.of("act", "account", "duty", "unit", "happened", "recorded", "under", "via"));
        facts.ifPresent(f -> names.add("facts"));
        secret.ifPresent(s -> names.add("secret"));
        return names;
    }
}
