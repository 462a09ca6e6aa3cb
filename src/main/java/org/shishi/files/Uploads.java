package org.shishi.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;

/**
 * Takes files in and remembers who sent them. An act may name only what its own actor sent within a day: whoever learns a
 * hash from an export does not thereby get at the picture.
 */
public final class Uploads {
    /** As many files are in hand at once, each in memory. */
    private static final int HANDS = 4;

    private static final int NAME_AT_MOST = 100;

    private final DataSource database;
    private final String city;
    private final FileStore store;
    private final Scan scan;
    private final Semaphore hands = new Semaphore(HANDS);

    public Uploads(DataSource database, String city, FileStore store, Scan scan) {
        this.database = database;
        this.city = city;
        this.store = store;
        this.scan = scan;
    }

    /** What became of a file that was sent. */
    public sealed interface Taken {
        record In(Attachment file) implements Taken {}

        record Not(Unfit why, String name) implements Taken {}
    }

    public FileStore store() {
        return store;
    }

    /** @param name as its sender calls it */
    public Taken take(InputStream in, String name, String account, Instant now) throws IOException {
        hands.acquireUninterruptibly();
        try {
            return take(in.readNBytes(Sort.MOST + 1), clean(name), account, now);
        } finally {
            hands.release();
        }
    }

    private Taken take(byte[] sent, String name, String account, Instant now) {
        Optional<Kind> kind = Kind.of(sent);
        Optional<Unfit> unfit = unfit(sent, kind);
        if (unfit.isPresent() || kind.isEmpty()) {
            return new Taken.Not(unfit.orElse(Unfit.UNKNOWN), name);
        }
        try {
            byte[] kept = kind.get().stripped(sent);
            remember(FileStore.hash(kept), account, now);
            String hash = store.keep(kept, now);
            return new Taken.In(
                    new Attachment(hash, kind.get(), kept.length, kind.get().named(name)));
        } catch (Damaged e) {
            return new Taken.Not(Unfit.DAMAGED, name);
        }
    }

    private Optional<Unfit> unfit(byte[] sent, Optional<Kind> kind) {
        if (sent.length == 0) {
            return Optional.of(Unfit.EMPTY);
        }
        if (kind.isEmpty()) {
            return Optional.of(sent.length > Sort.MOST ? Unfit.TOO_LARGE : Unfit.UNKNOWN);
        }
        if (sent.length > kind.get().sort().atMost()) {
            return Optional.of(Unfit.TOO_LARGE);
        }
        return (kind.get() == Kind.PDF ? Pdf.find(sent) : Optional.<Unfit>empty()).or(() -> scanned(sent));
    }

    private Optional<Unfit> scanned(byte[] sent) {
        return switch (scan.of(sent)) {
            case CLEAN -> Optional.empty();
            case INFECTED -> Optional.of(Unfit.INFECTED);
            case UNKNOWN -> Optional.of(Unfit.NOT_SCANNED);
        };
    }

    /** One line, without folders, without characters that turn or hide others. */
    static String clean(String name) {
        String last = name.replaceAll("^.*[/\\\\]", "").replaceAll("[\\p{C}\\p{Zl}\\p{Zp}\\uFFFD]", "");
        String one = last.replaceAll("\\s+", " ").strip();
        int most = one.offsetByCodePoints(0, Math.min(NAME_AT_MOST, one.codePointCount(0, one.length())));
        String cut = one.substring(one.length() - most).strip();
        return cut.isEmpty() ? "file" : cut;
    }

    private void remember(String hash, String account, Instant now) {
        run(
                "INSERT INTO upload (at, city, digest, account) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (city, digest, account) DO UPDATE SET at = excluded.at",
                now,
                city,
                hash,
                account);
    }

    /** A file this account sent and nobody threw away since; it is kept for another day. */
    public Optional<Attachment> find(String hash, String name, String account, Instant now) {
        Optional<Path> file = store.find(hash);
        boolean isTheirs = file.isPresent()
                && run(
                                "UPDATE upload SET at = ? WHERE city = ? AND digest = ? AND account = ?",
                                now,
                                city,
                                hash,
                                account)
                        > 0;
        if (isTheirs) {
            store.touch(hash, now);
        }
        return isTheirs ? file.flatMap(path -> read(path, hash, name)) : Optional.empty();
    }

    /** A file whoever sent it, for acts of the office itself. */
    public Optional<Attachment> find(String hash, String name) {
        return store.find(hash).flatMap(path -> read(path, hash, name));
    }

    private static Optional<Attachment> read(Path file, String hash, String name) {
        try (InputStream in = Files.newInputStream(file)) {
            long size = Files.size(file);
            return Kind.of(in.readNBytes(Kind.HEAD))
                    .map(kind -> new Attachment(hash, kind, size, kind.named(clean(name))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Forgets who sent what before a moment. */
    public void forget(Instant before) {
        run("DELETE FROM upload WHERE at < ? AND city = ?", before, city);
    }

    private int run(String sql, Instant at, String... texts) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            for (int i = 0; i < texts.length; i++) {
                statement.setString(i + 2, texts[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot keep note of a file", e);
        }
    }
}
