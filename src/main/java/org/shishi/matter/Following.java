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
    private static final int CROWD = 2;
    /**
     * Rests as long as so many steps at most: however great the crowd, the three that follow work a sixteenth of the time
     * together.
     */
    private static final int RESTS_AT_MOST = 47;

    private static final long LONGEST_REST = 10_000;
    /** Milliseconds after which a resting follower looks whether the crowd is still there. */
    private static final long LOOK = 100;

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
            while (until.getCount() > 0) {
                long began = System.nanoTime();
                long idle = step();
                if (idle > 0) {
                    until.await(idle, TimeUnit.MILLISECONDS);
                } else {
                    rest(until, since(began));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes one step. How many milliseconds to wait before the next look; 0 when there may be more to do. */
    private long step() {
        try {
            return work.step().take() == 0 ? work.idle() : 0;
        } catch (RuntimeException e) {
            LOG.error("{} falls behind: {}", work.name(), e.toString());
            return work.afterTrouble();
        }
    }

    /**
     * Rests after a step that took so many milliseconds, for as long as there is a crowd. One that is gone at the next look
     * counts half: it may only be between two calls.
     */
    private void rest(CountDownLatch until, long worked) throws InterruptedException {
        long began = System.nanoTime();
        int crowd = desk.waiting();
        for (long left = rest(crowd, worked); left > 0; left = rest(crowd, worked) - since(began)) {
            if (until.await(Math.min(left, LOOK), TimeUnit.MILLISECONDS)) {
                return;
            }
            crowd = Math.max(desk.waiting(), crowd / 2);
        }
    }

    private static long since(long began) {
        return (System.nanoTime() - began) / 1_000_000;
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
