package org.shishi.matter;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.shishi.ledger.Edge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings batches into the database. The quick way decides on what this node knows and is right as long as nobody else
 * wrote and no slip is used twice; the ledger's own row and the unique slips refuse it otherwise. The careful way locks
 * the ledger first and asks for everything.
 */
final class Recorder {
    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
    private static final long CARE = Duration.ofSeconds(2).toNanos();
    private final Office office;
    private final Heads heads;
    private final AtomicLong carefulUntil = new AtomicLong(System.nanoTime());

    Recorder(Office office, Heads heads) {
        this.office = office;
        this.heads = heads;
    }

    /** Begins a batch that is decided ahead of the ones before it being written. */
    Foreseen foresee() {
        return new Foreseen(office, heads, System.nanoTime() - carefulUntil.get() >= 0);
    }

    /**
     * Writes what was foreseen; false when the ledger is not as it was foreseen.
     *
     * @param ahead whether to return before it is on disk: it counts only once {@link #isOnDisk}
     */
    boolean record(Decided decided, boolean ahead) {
        if (decided.generation() != heads.generation()) {
            return false;
        }
        if (decided.rows().isEmpty()) {
            return true;
        }
        try (Connection connection = office.database().getConnection()) {
            connection.setAutoCommit(false);
            write(connection, decided, ahead);
            return true;
        } catch (SQLException | RuntimeException e) {
            LOG.debug("the ledger is not as foreseen: {}", named(e));
            carefulUntil.set(System.nanoTime() + CARE);
            heads.forget();
            return false;
        }
    }

    /** Waits until a batch that was written ahead is on disk; false when a crash of the database has taken it. */
    boolean isOnDisk(Decided decided) throws SQLException {
        try (Connection connection = office.database().getConnection()) {
            connection.setAutoCommit(false);
            return decided.rows().orElseThrow().lines().areOnDisk(connection);
        }
    }

    /** Locks the ledger, asks for everything, decides and writes; empty when that failed too. */
    List<Outcome> recordAnew(List<Prepared> commands) {
        heads.forget();
        try (Connection connection = office.database().getConnection()) {
            connection.setAutoCommit(false);
            Edge edge = office.ledger().lock(connection, office.city());
            Batch batch = new Batch(office, heads, () -> connection, heads.generation(), edge);
            batch.findSlips(commands.stream().map(each -> each.command().slip()).toList());
            batch.add(commands);
            Decided decided = batch.close();
            write(connection, decided, false);
            heads.keep(decided);
            return decided.outcomes();
        } catch (SQLException | RuntimeException | StackOverflowError e) {
            LOG.warn("{} command(s) could not be recorded: {}", commands.size(), named(e));
            heads.forget();
            return List.of();
        }
    }

    /** What was found recorded already may have been so ahead of the disk: without rows, too, that is waited for. */
    private void write(Connection connection, Decided decided, boolean ahead) throws SQLException {
        try {
            if (decided.rows().isPresent()) {
                decided.rows().get().write(connection, office, ahead);
            } else {
                office.ledger().flush(connection);
            }
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
    }

    /** Forgets what this node knows: the next batch is decided on what the database says. */
    void forget() {
        heads.forget();
    }

    /** The kind of an error alone: its text may quote what somebody said. */
    static String named(Throwable error) {
        return error instanceof SQLException sql
                ? "SQL state " + sql.getSQLState()
                : error.getClass().getSimpleName();
    }

    /** Whether the ledger can be read and its row is there. */
    boolean isReady() {
        try (Connection connection = office.database().getConnection()) {
            return office.ledger().findEdge(connection, office.city()).isPresent();
        } catch (SQLException e) {
            return false;
        }
    }
}
