package org.shishi.shell.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.shishi.ledger.Body;
import org.shishi.matter.Desk;

/**
 * The least a desk could do on this machine: one writer takes what waits, puts a kilobyte each into one table by one
 * statement, and answers when it is on disk. Nothing is decided, proved, or found again.
 */
final class Bare implements AutoCloseable {
    private static final String CITY = "bare";
    private static final byte[] KILOBYTE = new byte[1024];
    private static final byte[] SALT = new byte[Body.SALT];
    private final BlockingQueue<CompletableFuture<Boolean>> queue = new LinkedBlockingQueue<>();
    private final DataSource database;
    private final Thread writes;
    private long position;
    private volatile boolean open = true;

    Bare(DataSource database) throws SQLException {
        this.database = database;
        this.position = last(database);
        this.writes = Thread.ofPlatform().name("bare-writes").start(this::write);
    }

    private static long last(DataSource database) throws SQLException {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement("SELECT max(position) FROM secret WHERE city = ?")) {
            select.setString(1, CITY);
            try (var found = select.executeQuery()) {
                return found.next() ? found.getLong(1) : 0;
            }
        }
    }

    Load.Caller caller() {
        return () -> {
            CompletableFuture<Boolean> answer = new CompletableFuture<>();
            queue.add(answer);
            answer.join();
        };
    }

    private void write() {
        try {
            while (open || !queue.isEmpty()) {
                CompletableFuture<Boolean> first = queue.poll(50, TimeUnit.MILLISECONDS);
                if (first != null) {
                    List<CompletableFuture<Boolean>> batch = new ArrayList<>(List.of(first));
                    queue.drainTo(batch, Desk.BATCH - 1);
                    settle(batch);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void settle(List<CompletableFuture<Boolean>> batch) {
        try {
            insert(batch.size());
            batch.forEach(answer -> answer.complete(true));
        } catch (SQLException e) {
            batch.forEach(answer -> answer.completeExceptionally(e));
        }
    }

    private void insert(int rows) throws SQLException {
        try (Connection c = database.getConnection();
                PreparedStatement insert = c.prepareStatement(
                        "INSERT INTO secret (city, position, salt, bytes)" + " SELECT ?, unnest(?), ?, unnest(?)")) {
            Object[] positions =
                    LongStream.range(0, rows).map(i -> position + 1 + i).boxed().toArray(Long[]::new);
            insert.setString(1, CITY);
            insert.setArray(2, c.createArrayOf("int8", positions));
            insert.setBytes(3, SALT);
            insert.setArray(
                    4,
                    c.createArrayOf("bytea", Collections.nCopies(rows, KILOBYTE).toArray(byte[][]::new)));
            insert.executeUpdate();
            position += rows;
        }
    }

    @Override
    public void close() {
        open = false;
        try {
            writes.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
