package org.shishi.matter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A batch that is decided while those before it are being written, on what this node knows, as its commands come in. When
 * one of them cannot be decided so, the whole batch is left to the careful way.
 */
final class Foreseen {
    private static final Logger LOG = LoggerFactory.getLogger(Foreseen.class);
    private final Office office;
    private final Heads heads;
    private Optional<Connection> taken = Optional.empty();
    private Optional<Batch> batch;

    /** @param quick whether this node may go by what it knows; if not, everything waits for the ledger's lock */
    Foreseen(Office office, Heads heads, boolean quick) {
        this.office = office;
        this.heads = heads;
        Supplier<Connection> connection = this::connection;
        long generation = heads.generation();
        this.batch =
                heads.edge().filter(_ -> quick).map(edge -> new Batch(office, heads, connection, generation, edge));
    }

    void add(List<Prepared> commands) {
        if (batch.isPresent()) {
            try {
                batch.get().add(commands);
            } catch (SQLException | RuntimeException | StackOverflowError e) {
                giveUp(e);
            } finally {
                giveBack();
            }
        }
    }

    /** What is to be written, known to this node from now on; empty when that must wait for the ledger's lock. */
    Optional<Decided> close() {
        try {
            Optional<Decided> decided = batch.map(Batch::close);
            decided.ifPresent(heads::keep);
            return decided;
        } catch (RuntimeException | StackOverflowError e) {
            giveUp(e);
            return Optional.empty();
        }
    }

    private void giveUp(Throwable e) {
        LOG.debug("a batch is left to the careful way: {}", Recorder.named(e));
        batch = Optional.empty();
    }

    /** Taken only when something has to be asked. */
    private Connection connection() {
        if (taken.isEmpty()) {
            try {
                taken = Optional.of(office.database().getConnection());
            } catch (SQLException e) {
                throw new Broken("no connection", e);
            }
        }
        return taken.get();
    }

    private void giveBack() {
        try {
            if (taken.isPresent()) {
                taken.get().close();
            }
        } catch (SQLException e) {
            giveUp(e);
        }
        taken = Optional.empty();
    }
}
