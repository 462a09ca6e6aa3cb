package org.shishi.shell.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.shishi.shell.Progress;
import org.shishi.shell.backup.Manifest.Piece;
import org.shishi.shell.postgres.Access;

/** Writes a backup while the office goes on working: all tables as of one moment, and the kept files. */
public final class BackupFile {
    static final String TABLES = "tables/";
    static final String FILES = "files/";

    private final ZipOutputStream zip;
    private final Progress progress;
    private final List<Piece> pieces = new ArrayList<>();

    private BackupFile(ZipOutputStream zip, Progress progress) {
        this.zip = zip;
        this.progress = progress;
    }

    /** Appears under its name only when it is complete, readable by its owner alone: it holds the keys. */
    public static void write(Path file, Access access, Path data, Progress progress) throws IOException, SQLException {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(beside);
        Files.createFile(beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(beside)));
                Connection connection = access.connect()) {
            zip.setLevel(Deflater.BEST_SPEED);
            new BackupFile(zip, progress).writeAll(connection, data);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void writeAll(Connection connection, Path data) throws IOException, SQLException {
        asOfOneMoment(connection);
        for (String table : Tables.list(connection)) {
            writeTable(connection, table);
        }
        for (String name : KeptFiles.list(data)) {
            writeFile(data, name);
        }
        Manifest manifest = new Manifest(
                Instant.now().toString(), Tables.migration(connection), pieces, Tables.sequences(connection));
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(manifest.text().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static void asOfOneMoment(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
        }
    }

    private interface Content {
        /** Writes itself and answers how many rows it had. */
        long writeTo(OutputStream out) throws IOException, SQLException;
    }

    private void writeTable(Connection connection, String table) throws IOException, SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        write(TABLES + table, out -> postgres.getCopyAPI().copyOut("COPY " + table + " TO STDOUT", out));
        progress.advance(pieces.getLast().rows());
    }

    /** What was erased or tidied away meanwhile is not in it. */
    private void writeFile(Path data, String name) throws IOException, SQLException {
        if (!Files.exists(data.resolve(name))) {
            return;
        }
        write(FILES + name, out -> {
            Files.copy(data.resolve(name), out);
            return 0;
        });
    }

    private void write(String name, Content content) throws IOException, SQLException {
        zip.putNextEntry(new ZipEntry(name));
        DigestOutputStream out = new DigestOutputStream(zip, sha256());
        long rows = content.writeTo(out);
        zip.closeEntry();
        pieces.add(new Piece(
                name, rows, HexFormat.of().formatHex(out.getMessageDigest().digest())));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
