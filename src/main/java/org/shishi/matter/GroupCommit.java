package org.shishi.matter;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Waits for the disk on behalf of batches that were committed ahead of it: one wait for all that came meanwhile, while the
 * next batch is being written. Nobody is answered before. What turns out not to be there, because the database went down in
 * between, is recorded again.
 */
final class GroupCommit implements AutoCloseable {
    private final BlockingQueue<Ahead> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger pending = new AtomicInteger();
    private final Disk disk;
    private final Thread waits;
    private volatile boolean open = true;

    /** Where batches end up for good. */
    interface Disk {
        /** Waits until everything committed up to this batch is on disk; false when the batch itself is not there. */
        boolean holds(Decided last) throws SQLException;
    }

    /**
     * A batch that is committed, or only refuses something on the strength of others that are.
     *
     * @param lasts done once it is on disk, or if it turned out lost, {@code lost}; in the order they came
     */
    record Ahead(Decided decided, Runnable lasts, Runnable lost) {}

    GroupCommit(Disk disk, String city) {
        this.disk = disk;
        this.waits = Thread.ofPlatform().name("desk-lasts-" + city).daemon(true).start(this::run);
    }

    void add(Ahead batch) {
        pending.incrementAndGet();
        queue.add(batch);
    }

    /** Whether nothing waits for the disk. */
    boolean isIdle() {
        return pending.get() == 0;
    }

    /** Returns when everything added before is settled. */
    void await() throws InterruptedException {
        synchronized (pending) {
            while (!isIdle() && waits.isAlive()) {
                pending.wait(50);
            }
        }
    }

    private void run() {
        try {
            while (open || !queue.isEmpty()) {
                Ahead first = queue.poll(50, TimeUnit.MILLISECONDS);
                if (first != null) {
                    List<Ahead> group = new ArrayList<>(List.of(first));
                    queue.drainTo(group);
                    settle(group);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void settle(List<Ahead> group) {
        boolean lasts = isOnDisk(group);
        for (Ahead batch : group) {
            (lasts ? batch.lasts() : batch.lost()).run();
        }
        synchronized (pending) {
            pending.addAndGet(-group.size());
            pending.notifyAll();
        }
    }

    /** Of batches in order the last one that wrote something stands for all. */
    private boolean isOnDisk(List<Ahead> group) {
        try {
            for (Ahead batch : group.reversed()) {
                if (batch.decided().rows().isPresent()) {
                    return disk.holds(batch.decided());
                }
            }
            return true; // what they are said on the strength of has been settled before
        } catch (SQLException | RuntimeException e) {
            return false;
        }
    }

    boolean isAlive() {
        return waits.isAlive();
    }

    /** Settles what was added, then stops. */
    @Override
    public void close() {
        open = false;
        try {
            waits.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
