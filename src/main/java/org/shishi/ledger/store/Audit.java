package org.shishi.ledger.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.shishi.ledger.Checkpoint;
import org.shishi.ledger.Edge;
import org.shishi.ledger.Entry;
import org.shishi.ledger.Frontier;
import org.shishi.ledger.Hash;
import org.shishi.ledger.SigningKey;
import org.shishi.ledger.Verify;

/**
 * Checks the ledger where it lies: what an export of it would say, that the columns entries are found by say what their
 * headers say, and that every checkpoint ever signed still holds. A line is that of the export: position + 1.
 */
public final class Audit {
    private static final int PIPE = 1 << 20;
    private static final String ROWS = """
            SELECT e.position, e.matter, e.act, e.happened_at, e.recorded_at, e.header, e.leaf, c.note
            FROM entry e LEFT JOIN checkpoint c ON c.city = e.city AND c.size = e.position
            WHERE e.city = ? ORDER BY e.position
            """;

    private final LedgerTables tables;
    private final Log log;

    public Audit(LedgerTables tables, Log log) {
        this.tables = tables;
        this.log = log;
    }

    /** Needs a connection with autocommit off, so that rows are fetched bit by bit. */
    public Verify.Finding check(Connection c, String city, SigningKey key, PrintStream progress) throws SQLException {
        Verify.Finding exported = export(c, city, key, progress);
        if (exported.fault().isPresent()) {
            return exported;
        }
        return new Verify.Finding(exported.entries(), exported.secrets(), exported.erased(), rows(c, city, key));
    }

    private Verify.Finding export(Connection c, String city, SigningKey key, PrintStream progress) throws SQLException {
        try (PipedInputStream in = new PipedInputStream(PIPE);
                PipedOutputStream out = new PipedOutputStream(in);
                var reader = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Verify.Finding> finding =
                    CompletableFuture.supplyAsync(() -> verify(in, key, progress), reader);
            write(c, city, key, out);
            return finding.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Verify.Finding verify(PipedInputStream in, SigningKey key, PrintStream progress) {
        try (in) {
            return Verify.check(in, Optional.of(key.verifier()), progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Connection c, String city, SigningKey key, OutputStream pipe) throws SQLException {
        try (OutputStream out = new BufferedOutputStream(pipe, 1 << 16)) {
            log.export(c, city, key, out, done -> {});
        } catch (IOException e) {
            // the reader has found what does not fit and listens no longer
        }
    }

    private Optional<Verify.Fault> rows(Connection c, String city, SigningKey key) throws SQLException {
        Edge edge = tables.edge(c, city);
        Frontier.Growing frontier = Frontier.empty(edge.digest()).growing((height, index, hash) -> {});
        try (PreparedStatement select = c.prepareStatement(ROWS)) {
            select.setString(1, city);
            select.setFetchSize(1000);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    frontier.append(Hash.of(row.getBytes(7)));
                    Optional<String> why = columns(row).or(() -> checkpoint(row, frontier, key));
                    if (why.isPresent()) {
                        return Optional.of(new Verify.Fault(row.getLong(1) + 1, why.get()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> columns(ResultSet row) throws SQLException {
        Entry entry = Entry.read(row.getBytes(6));
        boolean same = entry.position() == row.getLong(1)
                && entry.matter() == row.getLong(2)
                && entry.act().equals(row.getString(3))
                && entry.happenedAt().equals(row.getTimestamp(4).toInstant())
                && entry.recordedAt().equals(row.getTimestamp(5).toInstant());
        return same ? Optional.empty() : Optional.of("the table's columns do not say what the header says");
    }

    private static Optional<String> checkpoint(ResultSet row, Frontier.Growing frontier, SigningKey key) {
        try {
            Optional<String> note = Optional.ofNullable(row.getString(8));
            Optional<Checkpoint> signed = note.map(Checkpoint::read);
            boolean holds = signed.stream()
                    .allMatch(s -> s.isSignedWith(key.verifier())
                            && s.root().equals(frontier.frontier().root()));
            return holds ? Optional.empty() : Optional.of("the checkpoint signed here no longer holds");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
