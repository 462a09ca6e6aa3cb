package org.shishi.watch;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.shishi.ledger.Checkpoint;
import org.shishi.ledger.Edge;
import org.shishi.ledger.SigningKey;
import org.shishi.ledger.store.Checkpoints;
import org.shishi.ledger.store.LedgerTables;
import org.shishi.matter.Broken;

/**
 * Signs where the ledger ends, whenever it has grown. Called every second, so nothing stands unsigned for longer; what
 * is signed at midnight closes the day.
 */
public final class Sealing {
    private final DataSource database;
    private final String city;
    private final SigningKey key;
    private final LedgerTables ledger = new LedgerTables();
    private final Checkpoints checkpoints = new Checkpoints();

    public Sealing(DataSource database, String city, SigningKey key) {
        this.database = database;
        this.city = city;
        this.key = key;
    }

    /** The checkpoint signed now; empty when the ledger has not grown since the last. */
    public Optional<Checkpoint> seal(Instant now) {
        try (Connection c = database.getConnection()) {
            Edge edge = ledger.edge(c, city);
            long signed = checkpoints.latest(c, city).map(Checkpoint::size).orElse(0L);
            return edge.size() > signed ? Optional.of(checkpoints.sign(c, city, edge, key, now)) : Optional.empty();
        } catch (SQLException e) {
            throw new Broken("the ledger cannot be signed", e);
        }
    }
}
