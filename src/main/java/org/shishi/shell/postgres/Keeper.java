package org.shishi.shell.postgres;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks once a second whether something still runs, and sees to it. */
final class Keeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private Keeper(Runnable look) {
        this.thread = Thread.ofPlatform().daemon().name("postgres-keeper").unstarted(() -> keep(look));
    }

    static Keeper watching(Runnable look) {
        Keeper keeper = new Keeper(look);
        keeper.thread.start();
        return keeper;
    }

    private void keep(Runnable look) {
        while (!isClosed()) {
            attempt(look);
        }
    }

    private boolean isClosed() {
        try {
            return closed.await(EVERY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private static void attempt(Runnable look) {
        try {
            look.run();
        } catch (RuntimeException e) {
            LOG.error("The database is down and could not be started again: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        closed.countDown();
        boolean interrupted = false;
        while (thread.isAlive() && !interrupted) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                interrupted = true;
            }
        }
    }
}
