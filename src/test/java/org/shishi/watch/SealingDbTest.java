package org.shishi.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shishi.ledger.Checkpoint;
import org.shishi.ledger.SigningKey;
import org.shishi.ledger.store.Checkpoints;
import org.shishi.matter.TestOffice;

class SealingDbTest {
    private final TestOffice office = TestOffice.open();

    @TempDir
    private Path keys = Path.of("");

    @AfterEach
    void close() {
        office.close();
    }

    private Sealing sealing() {
        return new Sealing(office.setting().database(), TestOffice.CITY, key());
    }

    private SigningKey key() {
        return SigningKey.in(keys, TestOffice.CITY);
    }

    @Test
    void anEmptyLedgerIsNotSigned() {
        assertEquals(Optional.empty(), sealing().seal(office.now()));
    }

    @Test
    void whatHasGrownIsSignedOnce() {
        office.register();
        Checkpoint signed = sealing().seal(office.now()).orElseThrow();
        assertEquals(1, signed.size());
        assertTrue(signed.isSignedWith(key().verifier()));
        assertEquals(Optional.empty(), sealing().seal(office.now()));
        office.register();
        assertEquals(2, sealing().seal(office.now()).orElseThrow().size());
    }

    @Test
    void twoNodesThatSignAtOnceSayTheSame() throws Exception {
        office.register();
        List<Callable<Optional<Checkpoint>>> nodes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Sealing node = sealing();
            nodes.add(() -> node.seal(office.now()));
        }
        try (var executor = Executors.newFixedThreadPool(8)) {
            for (Future<Optional<Checkpoint>> each : executor.invokeAll(nodes)) {
                each.get().ifPresent(checkpoint -> assertEquals(latest(), checkpoint));
            }
        }
        assertEquals(1, latest().size());
    }

    private Checkpoint latest() {
        try (Connection c = office.setting().database().getConnection()) {
            return new Checkpoints().latest(c, TestOffice.CITY).orElseThrow();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
