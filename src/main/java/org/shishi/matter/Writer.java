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
 * so that what comes after it can be. When others wait already, a batch is committed ahead of the disk and the next one is
 * written while the disk is waited for. Whoever handed in a command is answered when it is on disk and not before.
 */
final class Writer implements AutoCloseable {
    private static final int CROWD = 64;
    private final Queue queue = new Queue();
    private final SynchronousQueue<Batched> handed = new SynchronousQueue<>();
    private final Recorder recorder;
    private final GroupCommit group;
    private final int batchAtMost;
    private final Thread decides;
    private final Thread writes;
    private volatile boolean open = true;

    /**
     * A batch on its way from the one who decides to the one who writes.
     *
     * @param written when it is committed, or has failed
     */
    private record Batched(
            List<Queue.Waiting> waiting, List<Prepared> commands, Optional<Decided> decided, CountDownLatch written) {
        static Batched of(List<Queue.Waiting> waiting, Recorder recorder) {
            List<Prepared> commands =
                    waiting.stream().map(Queue.Waiting::command).toList();
            return new Batched(waiting, commands, recorder.foresee(commands), new CountDownLatch(1));
        }
    }

    Writer(Recorder recorder, int batchAtMost, String city) {
        this.recorder = recorder;
        this.batchAtMost = batchAtMost;
        this.group = new GroupCommit(recorder::isOnDisk, city);
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
            batch.written().await();
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

    private void settle(Batched batch) throws InterruptedException {
        try {
            boolean ahead = isCrowded(batch);
            Optional<Decided> written = batch.decided().filter(decided -> recorder.record(decided, ahead));
            if (written.isEmpty()) {
                group.await();
                writeAnew(batch);
            } else if (isSettled(written.get(), ahead)) {
                answer(batch, written.get().outcomes());
            } else {
                Decided decided = written.get();
                group.add(new GroupCommit.Ahead(
                        decided, () -> answer(batch, decided.outcomes()), () -> writeAnew(batch)));
            }
        } finally {
            batch.written().countDown();
        }
    }

    /**
     * So many wait besides that the next batch is worth writing while the disk takes this one; with fewer it would only be
     * cut in two. One command a transaction means that each waits for the disk by itself.
     */
    private boolean isCrowded(Batched batch) {
        return batchAtMost > 1 && queue.waiting() - batch.waiting().size() >= CROWD;
    }

    private boolean isSettled(Decided decided, boolean ahead) {
        return decided.rows().isPresent() ? !ahead : group.isIdle();
    }

    private void writeAnew(Batched batch) {
        List<Outcome> outcomes = recorder.recordAnew(batch.commands());
        if (batch.decided().isPresent()) {
            recorder.forget(); // what was decided meanwhile does not follow from this
        }
        if (outcomes.isEmpty()) {
            batch.waiting().forEach(this::writeAlone);
            queue.leave(batch.waiting().size());
        } else {
            answer(batch, outcomes);
        }
    }

    private void answer(Batched batch, List<Outcome> outcomes) {
        for (int i = 0; i < outcomes.size(); i++) {
            batch.waiting().get(i).answer().complete(outcomes.get(i));
        }
        queue.leave(outcomes.size());
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
        return open && decides.isAlive() && writes.isAlive() && group.isAlive();
    }

    /** Records what is waiting, then stops. */
    @Override
    public void close() {
        open = false;
        try {
            decides.join(TimeUnit.SECONDS.toMillis(10));
            writes.join(TimeUnit.SECONDS.toMillis(10));
            group.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
