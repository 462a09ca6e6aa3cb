package org.shishi.shell.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.postgresql.PGConnection;
import org.shishi.shell.Progress;
import org.shishi.shell.Trouble;
import org.shishi.shell.backup.Manifest.Piece;
import org.shishi.shell.database.Migrations;
import org.shishi.shell.postgres.Access;

/** Reads a backup: checked piece by piece first, then put into tables that must be empty, all or nothing. */
public final class RestoredFile implements AutoCloseable {
    private static final Pattern STORED = Pattern.compile(BackupFile.FILES + "files/([0-9a-f]{2})/([0-9a-f]{62})");

    /** Backups of before hold them; they are worked out again. */
    private static final String SHEETS = BackupFile.TABLES + "sheet.";

    private final ZipFile zip;
    private final Manifest manifest;

    private RestoredFile(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /** Opens it and compares every piece with the manifest. */
    public static RestoredFile checked(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new Trouble("There is no backup file " + file);
        }
        ZipFile zip = new ZipFile(file.toFile());
        RestoredFile restored = new RestoredFile(zip, Manifest.read(text(zip)));
        for (Piece piece : restored.manifest.pieces()) {
            restored.check(piece);
        }
        return restored;
    }

    private static String text(ZipFile zip) throws IOException {
        try (InputStream in = content(zip, Manifest.NAME)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream content(ZipFile zip, String name) throws IOException {
        Optional<ZipEntry> entry = Optional.ofNullable(zip.getEntry(name));
        return zip.getInputStream(
                entry.orElseThrow(() -> new Trouble("The backup is damaged: it has no piece " + name)));
    }

    private void check(Piece piece) throws IOException {
        try (DigestInputStream in = new DigestInputStream(content(zip, piece.name()), BackupFile.sha256())) {
            in.transferTo(OutputStream.nullOutputStream());
            String found = HexFormat.of().formatHex(in.getMessageDigest().digest());
            if (!found.equals(piece.sha256()) || !isNamedAfter(piece.name(), found)) {
                throw new Trouble("The backup is damaged: " + piece.name() + " does not fit its checksum.");
            }
        }
    }

    /** What stands behind an entry is named after its bytes. */
    private static boolean isNamedAfter(String name, String hash) {
        Matcher stored = STORED.matcher(name);
        return !stored.matches() || hash.equals(stored.group(1) + stored.group(2));
    }

    public long rows() {
        return manifest.pieces().stream().mapToLong(Piece::rows).sum();
    }

    /** Tables as they were when the backup was made, filled, then brought up to this build's. */
    public void into(Access access, Path data, Progress progress) throws IOException, SQLException {
        Migrations.bringTo(access, manifest.migration());
        try (Connection connection = access.connect()) {
            connection.setAutoCommit(false);
            requireEmpty(connection);
            for (Piece piece : tables()) {
                fill(connection, piece);
                progress.advance(piece.rows());
            }
            Tables.setSequences(connection, manifest.sequences());
            connection.commit();
        }
        Migrations.bringUpToDate(access);
        placeFiles(data);
    }

    private List<Piece> tables() {
        return manifest.pieces().stream()
                .filter(piece -> piece.name().startsWith(BackupFile.TABLES))
                .filter(piece -> !piece.name().startsWith(SHEETS))
                .toList();
    }

    private void requireEmpty(Connection connection) throws SQLException {
        for (Piece piece : tables()) {
            if (!Tables.isEmpty(connection, table(piece))) {
                throw new Trouble("The database already holds something (" + table(piece) + "); nothing was restored.");
            }
        }
    }

    private static String table(Piece piece) {
        return piece.name().substring(BackupFile.TABLES.length());
    }

    private void fill(Connection connection, Piece piece) throws IOException, SQLException {
        try (InputStream in = content(zip, piece.name())) {
            long rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + table(piece) + " FROM STDIN", in);
            if (rows != piece.rows()) {
                throw new IllegalStateException(piece.name() + " has " + rows + " rows, not " + piece.rows());
            }
        }
    }

    private void placeFiles(Path data) throws IOException {
        for (Piece piece : manifest.pieces()) {
            if (piece.name().startsWith(BackupFile.FILES)) {
                place(
                        piece,
                        data.resolve(piece.name().substring(BackupFile.FILES.length()))
                                .normalize(),
                        data);
            }
        }
    }

    private void place(Piece piece, Path file, Path data) throws IOException {
        if (!file.startsWith(data)) {
            throw new Trouble("The backup names a file outside the data folder: " + piece.name());
        }
        Files.createDirectories(file.resolveSibling("."));
        try (InputStream in = content(zip, piece.name())) {
            Files.copy(in, file);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
