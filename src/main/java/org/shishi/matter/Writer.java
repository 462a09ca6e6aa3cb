package org.shishi.matter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Takes what is waiting and records it, one transaction a batch. Whoever hands in a command is answered after the
 * commit and not before. A command that breaks its batch fails alone: the others are tried again without it.
 */
final class Writer implements AutoCloseable {
    private static final int WAITING_AT_MOST = 16_384;
    private final Office office;
    private final Heads heads;
    private final int batchAtMost;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(WAITING_AT_MOST);
    private final Thread thread;
    private volatile boolean open = true;

    /** A command and where its answer goes. */
    private record Waiting(Prepared command, CompletableFuture<Outcome> answer) {}

    Writer(Office office, Heads heads, int batchAtMost) {
        this.office = office;
        this.heads = heads;
        this.batchAtMost = batchAtMost;
        this.thread =
                Thread.ofPlatform().name("desk-" + office.city()).daemon(true).start(this::work);
    }

    /** Hands in commands; the futures are completed after the commit. @throws Busy when the desk is full */
    List<CompletableFuture<Outcome>> submit(List<Prepared> commands) {
        if (!open || !room.tryAcquire(commands.size())) {
            throw new Busy();
        }
        List<CompletableFuture<Outcome>> answers = new ArrayList<>(commands.size());
        for (Prepared command : commands) {
            CompletableFuture<Outcome> answer = new CompletableFuture<>();
            answers.add(answer);
            queue.add(new Waiting(command, answer));
        }
        return answers;
    }

    private void work() {
        List<Waiting> batch = new ArrayList<>(batchAtMost);
        while (open || !queue.isEmpty()) {
            try {
                Waiting first = queue.poll(200, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, batchAtMost - 1);
                    record(batch);
                    room.release(batch.size());
                    batch.clear();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void record(List<Waiting> batch) {
        try {
            answer(batch, transaction(batch));
        } catch (SQLException | RuntimeException | StackOverflowError e) {
            heads.clear();
            if (batch.size() == 1) {
                batch.getFirst().answer().completeExceptionally(new Broken("the act could not be recorded", e));
            } else {
                batch.forEach(each -> record(List.of(each)));
            }
        }
    }

    private static void answer(List<Waiting> batch, List<Outcome> outcomes) {
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).answer().complete(outcomes.get(i));
        }
    }

    private List<Outcome> transaction(List<Waiting> waiting) throws SQLException {
        try (Connection connection = office.database().getConnection()) {
            connection.setAutoCommit(false);
            try {
                Batch batch = new Batch(office, heads, connection);
                List<Prepared> commands = waiting.stream().map(Waiting::command).toList();
                List<Outcome> outcomes = batch.run(commands, office.now());
                connection.commit();
                batch.remember();
                return outcomes;
            } catch (SQLException | RuntimeException | StackOverflowError e) {
                connection.rollback();
                throw e;
            }
        }
    }

    /** Whether the ledger can be appended to: the row can be locked and the writer is alive. */
    boolean isReady() {
        try (Connection connection = office.database().getConnection()) {
            return open
                    && thread.isAlive()
                    && office.ledger().edge(connection, office.city()).size() >= 0;
        } catch (SQLException e) {
            return false;
        }
    }

    /** Records what is waiting, then stops. */
    @Override
    public void close() {
        open = false;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
