package org.shishi.ledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.shishi.ledger.Body;
import org.shishi.ledger.Entry;
import org.shishi.ledger.NewLine;

/** Lines as rows of their tables: few go in by one call, many are copied. */
final class Laying {
    /** So many that copying pays for its round trips. */
    static final int MANY = 100;

    private static final List<String> ENTRY = List.of(
            "city",
            "position",
            "matter",
            "number",
            "act",
            "happened_at",
            "recorded_at",
            "header",
            "leaf",
            "slip",
            "salt",
            "facts");
    private static final List<String> SECRET = List.of("city", "position", "salt", "bytes");

    private final Optional<Call> call;
    private final List<Copying> copies;

    private Laying(Optional<Call> call, List<Copying> copies) {
        this.call = call;
        this.copies = copies;
    }

    static Laying of(String city, List<NewLine> lines) {
        return lines.size() < MANY
                ? new Laying(Optional.of(call(city, lines)), List.of())
                : new Laying(Optional.empty(), copies(city, lines));
    }

    private static Call call(String city, List<NewLine> lines) {
        List<NewLine> secrets =
                lines.stream().filter(line -> line.secret().isPresent()).toList();
        return Call.of("lay_lines")
                .with(city)
                .with((Object) Call.numbers(lines, line -> entry(line).position()))
                .with((Object) Call.numbers(lines, line -> entry(line).matter()))
                .with((Object) Call.texts(lines, line -> number(line).orElse(null)))
                .with((Object) Call.texts(lines, line -> entry(line).act()))
                .with((Object)
                        Call.numbers(lines, line -> Call.micros(entry(line).happenedAt())))
                .with((Object)
                        Call.numbers(lines, line -> Call.micros(entry(line).recordedAt())))
                .with((Object) Call.bytes(lines, line -> line.line().header()))
                .with((Object) Call.bytes(lines, Laying::leaf))
                .with((Object) Call.texts(lines, line -> slip(line).orElse(null)))
                .with((Object) Call.bytes(lines, line -> salt(line.facts()).orElse(null)))
                .with((Object) Call.bytes(lines, line -> bytes(line.facts()).orElse(null)))
                .with((Object) Call.numbers(secrets, line -> entry(line).position()))
                .with((Object) Call.bytes(secrets, line -> salt(line.secret()).orElse(null)))
                .with((Object) Call.bytes(secrets, line -> bytes(line.secret()).orElse(null)));
    }

    private static List<Copying> copies(String city, List<NewLine> lines) {
        Copying entries = new Copying("entry", ENTRY);
        Copying secrets = new Copying("secret", SECRET);
        for (NewLine line : lines) {
            Entry entry = entry(line);
            entries.row(
                    city,
                    entry.position(),
                    entry.matter(),
                    number(line),
                    entry.act(),
                    entry.happenedAt(),
                    entry.recordedAt(),
                    line.line().header(),
                    leaf(line),
                    slip(line),
                    salt(line.facts()),
                    bytes(line.facts()));
            line.secret().ifPresent(secret -> secrets.row(city, entry.position(), secret.salt(), secret.bytes()));
        }
        return List.of(entries, secrets);
    }

    private static Entry entry(NewLine line) {
        return line.line().entry();
    }

    /** Only a matter's own number finds it; one that a later entry gives is that of a document. */
    private static Optional<String> number(NewLine line) {
        return Optional.of(entry(line)).filter(Entry::opens).flatMap(Entry::number);
    }

    private static byte[] leaf(NewLine line) {
        return line.line().leaf().bytes();
    }

    private static Optional<String> slip(NewLine line) {
        return Optional.of(line.slip()).filter(slip -> !slip.isEmpty());
    }

    private static Optional<byte[]> salt(Optional<Body> body) {
        return body.map(Body::salt);
    }

    private static Optional<byte[]> bytes(Optional<Body> body) {
        return body.map(Body::bytes);
    }

    /** The call that lays them; empty when they are too many for one. */
    Optional<Call> call() {
        return call;
    }

    /** Lays them inside the open transaction. */
    void into(Connection c) throws SQLException {
        if (call.isPresent()) {
            Call.make(c, call.get());
        }
        for (Copying copy : copies) {
            copy.into(c);
        }
    }
}
