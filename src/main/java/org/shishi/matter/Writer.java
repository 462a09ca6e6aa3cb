package org.shishi.matter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/**
 * Takes what is waiting and has it recorded, one transaction a batch. While one batch is written the next is decided, on
 * what the one in front will have moved, and grows; should the one in front fail, it is decided again. What could not be
 * foreseen is waited for, so that what comes after it can be. When others wait already, a batch is committed ahead of the
 * disk and the next one is written while the disk is waited for. Nobody is answered before it is on disk.
 */
final class Writer implements AutoCloseable {
    /** So many are worth a batch of their own: with more it would cost little less an act. */
    private static final int CROWD = 64;
    /** Microseconds after which a batch that waits for the writer takes in what came meanwhile. */
    private static final long LOOK = 400;

    private final Queue queue = new Queue();
    private final SynchronousQueue<Batched> handed = new SynchronousQueue<>();
    private final Semaphore free = new Semaphore(1); // while the writer has nothing to write
    private final Recorder recorder;
    private final GroupCommit group;
    private final int batchAtMost;
    private final Thread decides;
    private final Thread writes;
    private volatile boolean open = true;

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
        List<CompletableFuture<Outcome>> answers = queue.add(commands);
        if (!decides.isAlive()) {
            queue.abandon(); // closed while these waited for room
        }
        return answers;
    }

    private void decide() {
        try {
            while (open || !queue.isEmpty()) {
                List<Queue.Waiting> waiting = queue.take(batchAtMost);
                if (!waiting.isEmpty()) {
                    hand(gather(waiting));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A batch that grows until the writer is free, nobody comes any more, or it is large enough to be cheap. */
    private Batched gather(List<Queue.Waiting> first) throws InterruptedException {
        Foreseen foreseen = recorder.foresee();
        List<Queue.Waiting> waiting = new ArrayList<>(first);
        foreseen.add(Batched.commands(first));
        boolean isFree = free.tryAcquire();
        boolean grows = true;
        while (!isFree && grows && waiting.size() < Math.min(CROWD, batchAtMost)) {
            isFree = free.tryAcquire(LOOK, TimeUnit.MICROSECONDS);
            List<Queue.Waiting> more = queue.more(batchAtMost - waiting.size());
            foreseen.add(Batched.commands(more));
            grows = waiting.addAll(more);
        }
        Batched batch = new Batched(waiting, foreseen.close(), new CountDownLatch(1));
        if (!isFree) {
            free.acquire();
        }
        return batch;
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
        boolean ahead = isCrowded(batch);
        Optional<Decided> written;
        try {
            written = batch.decided().filter(decided -> recorder.record(decided, ahead));
            if (written.isEmpty()) {
                group.await();
                writeAnew(batch);
            }
        } finally {
            free.release();
            batch.written().countDown();
        }
        written.ifPresent(decided -> answer(batch, decided, ahead));
    }

    private void answer(Batched batch, Decided decided, boolean ahead) {
        if (isSettled(decided, ahead)) {
            answer(batch, decided.outcomes());
        } else {
            group.add(new GroupCommit.Ahead(decided, () -> answer(batch, decided.outcomes()), () -> writeAnew(batch)));
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
            queue.abandon();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
