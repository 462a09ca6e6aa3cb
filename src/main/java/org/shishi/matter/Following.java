package org.shishi.matter;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps something up with the ledger while the program runs: step after step on a thread of its own. The desk goes
 * first: the more callers wait there, the longer it rests between two steps, which makes the next one larger and so
 * cheaper an entry; when nobody waits it does not rest until it has caught up.
 */
public class Following implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Following.class);
    /** Callers that wait for the desk while a follower may work half of the time. */
    private static final int CROWD = 8;
    /** Rests as long as so many steps at most: it follows with a fifth of its thread however great the crowd. */
    private static final int RESTS_AT_MOST = 4;

    private static final long LONGEST_REST = 2_000;
    private static final long STOPPING = 4_000;

    private final Desk desk;
    private final Work work;
    private final boolean atOnce;
    private CountDownLatch stopped = new CountDownLatch(0);
    private Thread thread = new Thread();

    /** A piece of work on what is new. */
    @FunctionalInterface
    public interface Step {
        /** How much there was to do; 0 when everything is done. */
        int take();
    }

    /**
     * What is to be done.
     *
     * @param name of the thread
     * @param idle milliseconds between two looks when nothing is new
     * @param afterTrouble milliseconds after a step that failed
     */
    public record Work(String name, Step step, long idle, long afterTrouble) {}

    /** @param atOnce whether it starts with the program's rooms, not only when the office opens */
    public Following(Desk desk, Work work, boolean atOnce) {
        this.desk = desk;
        this.work = work;
        this.atOnce = atOnce;
    }

    private void follow(CountDownLatch until) {
        try {
            long rest = 0;
            while (!until.await(rest, TimeUnit.MILLISECONDS)) {
                rest = step();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes one step. How many milliseconds to rest after it. */
    private long step() {
        long began = System.nanoTime();
        try {
            return work.step().take() == 0
                    ? work.idle()
                    : rest(desk.waiting(), (System.nanoTime() - began) / 1_000_000);
        } catch (RuntimeException e) {
            LOG.error("{} falls behind: {}", work.name(), e.toString());
            return work.afterTrouble();
        }
    }

    /** How many milliseconds to rest when so many callers wait at the desk and a step took so long. */
    static long rest(int waiting, long worked) {
        int rests = Math.min(RESTS_AT_MOST, waiting / CROWD);
        return Math.min(LONGEST_REST, rests * Math.max(worked, 10));
    }

    @Override
    public boolean isAutoStartup() {
        return atOnce;
    }

    @Override
    public synchronized void start() {
        CountDownLatch until = new CountDownLatch(1);
        stopped = until;
        thread = Thread.ofPlatform().name(work.name()).daemon(true).start(() -> follow(until));
    }

    @Override
    public synchronized void stop() {
        stopped.countDown();
        try {
            thread.join(STOPPING);
            thread.interrupt(); // whoever waits for another system still
            thread.join(STOPPING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return stopped.getCount() > 0;
    }
}
