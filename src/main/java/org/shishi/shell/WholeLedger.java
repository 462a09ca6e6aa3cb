package org.shishi.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.shishi.ledger.Edge;
import org.shishi.ledger.SigningKey;
import org.shishi.ledger.store.Checkpoints;
import org.shishi.ledger.store.LedgerTables;
import org.shishi.ledger.store.Log;
import org.shishi.matter.Attachments;
import org.shishi.procedure.Field;
import org.shishi.procedure.PackFiles;
import org.shishi.procedure.Packs;
import org.shishi.shell.database.Database;

/** The ledger of one city, read from beginning to end as of one moment, beside a program that may be running. */
final class WholeLedger implements AutoCloseable {
    private final Premises premises;
    private final Database database;
    private final Connection connection;
    private final Edge edge;

    private WholeLedger(Premises premises, Database database, Connection connection, Edge edge) {
        this.premises = premises;
        this.database = database;
        this.connection = connection;
        this.edge = edge;
    }

    static WholeLedger of(Premises premises) throws SQLException {
        premises.requireData();
        Database database = premises.database();
        Connection connection = database.access().connect();
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        Edge edge = new LedgerTables()
                .findEdge(connection, premises.city())
                .orElseThrow(() -> new Trouble("There is no ledger of the city " + premises.city() + " here."));
        return new WholeLedger(premises, database, connection, edge);
    }

    long size() {
        return edge.size();
    }

    SigningKey key() {
        return SigningKey.in(premises.data(), premises.city());
    }

    /** The files its entries name. */
    Attachments files() throws SQLException {
        Set<String> fields = Packs.read(PackFiles.under(premises.data().resolve("packs"))).procedures().stream()
                .flatMap(procedure -> procedure.fields().values().stream())
                .filter(field -> field.kind() == Field.Kind.FILES)
                .map(Field::name)
                .collect(Collectors.toSet());
        return Attachments.of(connection, premises.city(), fields);
    }

    long writeTo(OutputStream out, Progress progress) throws SQLException, IOException {
        AtomicLong written = new AtomicLong();
        return new Log(new LedgerTables(), new Checkpoints())
                .export(connection, premises.city(), key(), out, now -> progress.advance(now - written.getAndSet(now)));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        database.close();
    }
}
