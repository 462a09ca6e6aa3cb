package org.shishi.matter;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/**
 * Takes what is waiting and has it recorded, one transaction a batch. While one batch is written the next is decided, on
 * what the one in front will have moved; should that fail, it is decided again. What could not be foreseen is waited for,
 * so that what comes after it can be. Whoever handed in a command is answered after its commit and not before.
 */
final class Writer implements AutoCloseable {
    private final Queue queue = new Queue();
    private final SynchronousQueue<Batched> handed = new SynchronousQueue<>();
    private final Recorder recorder;
    private final int batchAtMost;
    private final Thread decides;
    private final Thread writes;
    private volatile boolean open = true;

    /**
     * A batch on its way from the one who decides to the one who writes.
     *
     * @param settled when everything is over
     */
    private record Batched(
            List<Queue.Waiting> waiting, List<Prepared> commands, Optional<Decided> decided, CountDownLatch settled) {
        static Batched of(List<Queue.Waiting> waiting, Recorder recorder) {
            List<Prepared> commands =
                    waiting.stream().map(Queue.Waiting::command).toList();
            return new Batched(waiting, commands, recorder.foresee(commands), new CountDownLatch(1));
        }

        void answer(List<Outcome> outcomes) {
            for (int i = 0; i < waiting.size(); i++) {
                waiting.get(i).answer().complete(outcomes.get(i));
            }
        }
    }

    Writer(Recorder recorder, int batchAtMost, String city) {
        this.recorder = recorder;
        this.batchAtMost = batchAtMost;
        this.decides = start("desk-decides-" + city, this::decide);
        this.writes = start("desk-writes-" + city, this::write);
    }

    private static Thread start(String name, Runnable work) {
        return Thread.ofPlatform().name(name).daemon(true).start(work);
    }

    /** Hands in commands; the futures are completed after the commit. @throws Busy when the desk is full or closed */
    List<CompletableFuture<Outcome>> submit(List<Prepared> commands) {
        if (!open) {
            throw new Busy();
        }
        return queue.add(commands);
    }

    private void decide() {
        try {
            while (open || !queue.isEmpty()) {
                List<Queue.Waiting> waiting = queue.take(batchAtMost);
                if (!waiting.isEmpty()) {
                    hand(Batched.of(waiting, recorder));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What comes after a batch nobody could foresee would be foreseen wrongly: it waits until that one is written. */
    private void hand(Batched batch) throws InterruptedException {
        handed.put(batch);
        if (batch.decided().isEmpty()) {
            batch.settled().await();
        }
    }

    private void write() {
        try {
            while (decides.isAlive()) {
                Batched batch = handed.poll(50, TimeUnit.MILLISECONDS);
                if (batch != null) {
                    settle(batch);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void settle(Batched batch) {
        try {
            batch.decided().flatMap(recorder::record).ifPresentOrElse(batch::answer, () -> writeAnew(batch));
        } finally {
            batch.settled().countDown();
            queue.leave(batch.waiting().size());
        }
    }

    private void writeAnew(Batched batch) {
        List<Outcome> outcomes = recorder.recordAnew(batch.commands());
        if (batch.decided().isPresent()) {
            recorder.forget(); // what was decided meanwhile does not follow from this
        }
        if (outcomes.isEmpty()) {
            batch.waiting().forEach(this::writeAlone);
        } else {
            batch.answer(outcomes);
        }
    }

    /** A batch that broke is tried again command by command, so that only the one that breaks it fails. */
    private void writeAlone(Queue.Waiting waiting) {
        List<Outcome> outcome = recorder.recordAnew(List.of(waiting.command()));
        if (outcome.isEmpty()) {
            waiting.answer().completeExceptionally(new Broken("the act could not be recorded"));
        } else {
            waiting.answer().complete(outcome.getFirst());
        }
    }

    /** How many commands wait for their answer. */
    int waiting() {
        return queue.waiting();
    }

    boolean isAlive() {
        return open && decides.isAlive() && writes.isAlive();
    }

    /** Records what is waiting, then stops. */
    @Override
    public void close() {
        open = false;
        try {
            decides.join(TimeUnit.SECONDS.toMillis(10));
            writes.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
