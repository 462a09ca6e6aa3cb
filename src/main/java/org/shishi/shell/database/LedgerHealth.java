package org.shishi.shell.database;

import java.sql.Connection;
import java.sql.Statement;
import javax.sql.DataSource;
import org.shishi.ledger.store.LedgerTables;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Well only when an entry could be appended now: the city's ledger is open and its lock is to be had for writing. */
@Component("ledgerHealthIndicator")
final class LedgerHealth extends AbstractHealthIndicator {
    private final DataSource pool;
    private final Settings settings;
    private final LedgerTables tables = new LedgerTables();

    LedgerHealth(DataSource pool, Settings settings) {
        super("The ledger cannot append");
        this.pool = pool;
        this.settings = settings;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) throws Exception {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET LOCAL lock_timeout = '5s'");
                tables.lock(connection, settings.city());
                builder.up();
            } finally {
                connection.rollback();
            }
        }
    }
}
