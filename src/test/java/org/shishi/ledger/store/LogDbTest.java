package org.shishi.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shishi.ledger.Lines.CITY;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.shishi.TestDatabase;
import org.shishi.ledger.Checkpoint;
import org.shishi.ledger.Digest;
import org.shishi.ledger.Edge;
import org.shishi.ledger.Hash;
import org.shishi.ledger.Lines;
import org.shishi.ledger.NewLine;
import org.shishi.ledger.Proof;
import org.shishi.ledger.Receipt;
import org.shishi.ledger.SigningKey;
import org.shishi.ledger.TilePath;
import org.shishi.ledger.Verify;

class LogDbTest {
    private final LedgerTables tables = new LedgerTables();
    private final Checkpoints checkpoints = new Checkpoints();
    private final Log log = new Log(tables, checkpoints);
    private final PGSimpleDataSource desk = TestDatabase.asDesk(TestDatabase.fresh());

    @TempDir
    Path folder;

    private SigningKey key;

    @BeforeEach
    void fillTheLedger() throws SQLException {
        key = SigningKey.in(folder, CITY);
        try (Connection c = desk.getConnection()) {
            tables.open(c, CITY, Digest.SHA256);
            for (int count : new int[] {1, 500, 99, 700, 700}) {
                Edge before = tables.edge(c, CITY);
                List<NewLine> lines = Lines.some(before, count, before.size());
                Edge after = Lines.after(before, lines);
                tables.append(c, CITY, before, lines, after);
                checkpoints.sign(c, CITY, after, key, Lines.START);
            }
        }
    }

    @Test
    void everyEntryHasAReceiptThatHolds() throws SQLException {
        try (Connection c = desk.getConnection()) {
            for (long position = 1; position <= 2000; position += 37) {
                Receipt receipt = log.findReceipt(c, CITY, position).orElseThrow();
                assertThat(receipt.objection(key.verifier())).isEmpty();
            }
            assertThat(log.findReceipt(c, CITY, 2001)).isEmpty();
            assertThat(log.findReceipt(c, CITY, 0)).isEmpty();
        }
    }

    @Test
    void everyCheckpointBeginsTheNext() throws SQLException {
        try (Connection c = desk.getConnection()) {
            Checkpoint latest = checkpoints.latest(c, CITY).orElseThrow();
            assertThat(latest.size()).isEqualTo(2000);
            for (long size : new long[] {1, 501, 600, 1300, 2000}) {
                Checkpoint earlier = checkpoints.find(c, CITY, size).orElseThrow();
                assertThat(earlier.isSignedWith(key.verifier())).isTrue();
                List<Hash> proof = log.consistency(c, CITY, size, 2000);
                assertThat(Proof.isConsistent(Digest.SHA256, size, earlier.root(), 2000, latest.root(), proof))
                        .isTrue();
            }
            assertThat(checkpoints.find(c, CITY, 2)).isEmpty();
        }
    }

    @Test
    void tilesAreServedAsFarAsTheyHaveGrown() throws SQLException {
        try (Connection c = desk.getConnection()) {
            assertThat(tile(c, "0/007.p/208")).hasSize(208 * 32);
            assertThat(tile(c, "0/007.p/10")).isEqualTo(Arrays.copyOf(tile(c, "0/007.p/208"), 320));
            assertThat(tile(c, "0/006")).hasSize(256 * 32);
            assertThat(tile(c, "1/000.p/7")).hasSize(7 * 32);
            assertThat(log.findTile(c, CITY, TilePath.find("0/007.p/209").orElseThrow()))
                    .isEmpty();
            assertThat(log.findTile(c, CITY, TilePath.find("1/000").orElseThrow()))
                    .isEmpty();
            assertThat(log.findTile(c, CITY, TilePath.find("entries/008.p/1").orElseThrow()))
                    .isEmpty();
            byte[] bundle = tile(c, "entries/007.p/208");
            byte[] first = tables.lines(c, CITY, 7 * 256 + 1, 1).getFirst().header();
            assertThat((bundle[0] & 255) << 8 | (bundle[1] & 255)).isEqualTo(first.length);
            assertThat(Arrays.copyOfRange(bundle, 2, 2 + first.length)).isEqualTo(first);
        }
    }

    private byte[] tile(Connection c, String path) throws SQLException {
        return log.findTile(c, CITY, TilePath.find(path).orElseThrow()).orElseThrow();
    }

    @Test
    void theExportFitsAndGoesOnFittingAfterAnErasure() throws Exception {
        try (Connection c = desk.getConnection()) {
            assertThat(verify(c)).isEqualTo(new Verify.Finding(2000, 666, 0, Optional.empty()));
            tables.eraseSecret(c, CITY, List.of(3L, 1500L));
            assertThat(verify(c)).isEqualTo(new Verify.Finding(2000, 666, 2, Optional.empty()));
        }
    }

    private Verify.Finding verify(Connection c) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        assertThat(log.export(c, CITY, key, out, done -> told.write((int) done)))
                .isEqualTo(2000);
        assertThat(told.size()).isEqualTo(2);
        PrintStream progress = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        return Verify.check(new ByteArrayInputStream(out.toByteArray()), Optional.of(key.verifier()), progress);
    }
}
