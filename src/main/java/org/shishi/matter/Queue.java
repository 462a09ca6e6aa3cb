package org.shishi.matter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The commands that wait at the desk for their answers. There is room for so many; whoever finds none waits for it a
 * moment, in the order they came, and is then sent away.
 */
final class Queue {
    private static final int WAITING_AT_MOST = 16_384;
    /** About as long as a full queue takes to be answered. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final int atMost;
    private final Duration patience;
    private final Semaphore room;

    Queue() {
        this(WAITING_AT_MOST, PATIENCE);
    }

    Queue(int atMost, Duration patience) {
        this.atMost = atMost;
        this.patience = patience;
        this.room = new Semaphore(atMost, true);
    }

    /** A command and where its answer goes. */
    record Waiting(Prepared command, CompletableFuture<Outcome> answer) {}

    /** @throws Busy when there is no room for all of them */
    List<CompletableFuture<Outcome>> add(List<Prepared> commands) {
        if (!findsRoom(commands.size())) {
            throw new Busy();
        }
        return stand(commands);
    }

    /** Whoever comes with many has them stand together: taken one by one as they come they would be many small batches. */
    private synchronized List<CompletableFuture<Outcome>> stand(List<Prepared> commands) {
        List<CompletableFuture<Outcome>> answers = new ArrayList<>(commands.size());
        for (Prepared command : commands) {
            CompletableFuture<Outcome> answer = new CompletableFuture<>();
            answers.add(answer);
            queue.add(new Waiting(command, answer));
        }
        return answers;
    }

    private boolean findsRoom(int commands) {
        try {
            return room.tryAcquire(commands, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What waits, up to so many; empty when nothing came for a while. */
    List<Waiting> take(int atMost) throws InterruptedException {
        Waiting first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first == null) {
            return List.of();
        }
        List<Waiting> batch = new ArrayList<>(Math.min(atMost, queue.size() + 1));
        batch.add(first);
        batch.addAll(more(atMost - 1));
        return batch;
    }

    /** What came meanwhile, up to so many; does not wait. */
    synchronized List<Waiting> more(int atMost) {
        List<Waiting> more = new ArrayList<>();
        queue.drainTo(more, atMost);
        return more;
    }

    /** Sends everybody away who still waits, unrecorded: for when nobody takes from it any more. */
    void abandon() {
        for (Waiting left : more(atMost)) {
            left.answer().completeExceptionally(new Busy());
            leave(1);
        }
    }

    /** So many were answered and wait no more. */
    void leave(int answered) {
        room.release(answered);
    }

    /** How many commands wait for their answer, those being written among them. */
    int waiting() {
        return atMost - room.availablePermits();
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }
}
