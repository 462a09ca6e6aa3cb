package org.shishi.matter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Takes what is waiting and has it recorded, one transaction a batch. While one batch is being committed the lines of the
 * next are laid and the one after that is decided, each on what those in front will have moved; should one fail, those
 * behind it are decided again. What could not be foreseen is waited for, so that what comes after it can be. Whoever
 * handed in a command is answered after its commit and not before.
 */
final class Writer implements AutoCloseable {
    private static final int WRITERS = 2;
    private final Queue queue = new Queue();
    private final BlockingQueue<Batched> handed = new ArrayBlockingQueue<>(1);
    private final Recorder recorder;
    private final int batchAtMost;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean open = true;

    /**
     * A batch on its way from the one who decides to those who write.
     *
     * @param front the place of the batch in front
     * @param own its own place
     */
    record Batched(
            List<Queue.Waiting> waiting, List<Prepared> commands, Optional<Decided> decided, Turn front, Turn own) {
        static Batched of(List<Queue.Waiting> waiting, Recorder recorder, Turn front) {
            List<Prepared> commands =
                    waiting.stream().map(Queue.Waiting::command).toList();
            return new Batched(waiting, commands, recorder.foresee(commands), front, Turn.taken());
        }

        void answer(List<Outcome> outcomes) {
            own.settle();
            for (int i = 0; i < waiting.size(); i++) {
                waiting.get(i).answer().complete(outcomes.get(i));
            }
        }
    }

    Writer(Recorder recorder, int batchAtMost, String city) {
        this.recorder = recorder;
        this.batchAtMost = batchAtMost;
        start("desk-decides-" + city, this::decide);
        for (int i = 1; i <= WRITERS; i++) {
            start("desk-writes-" + city + "-" + i, this::write);
        }
    }

    private void start(String name, Runnable work) {
        threads.add(Thread.ofPlatform().name(name).daemon(true).start(work));
    }

    /** Hands in commands; the futures are completed after the commit. @throws Busy when the desk is full or closed */
    List<CompletableFuture<Outcome>> submit(List<Prepared> commands) {
        if (!open) {
            throw new Busy();
        }
        return queue.add(commands);
    }

    private void decide() {
        Turn front = Turn.free();
        try {
            while (open || !queue.isEmpty()) {
                List<Queue.Waiting> waiting = queue.take(batchAtMost);
                if (!waiting.isEmpty()) {
                    Batched batch = Batched.of(waiting, recorder, front);
                    hand(batch);
                    front = batch.own();
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
            batch.own().settled().await();
        }
    }

    private void write() {
        try {
            while (threads.getFirst().isAlive() || !handed.isEmpty()) {
                Batched batch = handed.poll(50, TimeUnit.MILLISECONDS);
                if (batch != null) {
                    settle(batch);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void settle(Batched batch) throws InterruptedException {
        try {
            Optional<List<Outcome>> foreseen =
                    batch.decided().flatMap(decided -> recorder.record(decided, batch.front()));
            if (foreseen.isPresent()) {
                batch.answer(foreseen.get());
            } else {
                batch.own().pass();
                batch.front().settled().await();
                writeAnew(batch);
            }
        } finally {
            batch.own().settle();
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
        return open && threads.stream().allMatch(Thread::isAlive);
    }

    /** Records what is waiting, then stops. */
    @Override
    public void close() {
        open = false;
        try {
            for (Thread thread : threads) {
                thread.join(TimeUnit.SECONDS.toMillis(10));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
