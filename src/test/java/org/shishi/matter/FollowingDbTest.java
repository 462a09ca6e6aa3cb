package org.shishi.matter;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FollowingDbTest {

    @Test
    void goesOnAfterTroubleAndStops() throws InterruptedException {
        AtomicInteger steps = new AtomicInteger();
        CountDownLatch third = new CountDownLatch(3);
        try (TestOffice office = TestOffice.open()) {
            var following = new Following(
                    office.desk(),
                    new Following.Work(
                            "test",
                            () -> {
                                third.countDown();
                                if (steps.incrementAndGet() == 2) {
                                    throw new Broken("the second step fails", new IllegalStateException());
                                }
                                return 0;
                            },
                            1,
                            1),
                    true);
            assertFalse(following.isRunning());
            following.start();
            assertTrue(following.isRunning());
            assertTrue(third.await(20, TimeUnit.SECONDS), "a step that fails ends nothing");
            following.stop();
            assertFalse(following.isRunning());
            int taken = steps.get();
            Thread.sleep(50);
            assertTrue(steps.get() == taken, "stopped is stopped");
        }
    }

    @Test
    void whoeverWasAnsweredWaitsNoMore() {
        try (TestOffice office = TestOffice.open()) {
            office.register();
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (office.desk().waiting() > 0 && System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            assertTrue(office.desk().waiting() == 0);
        }
    }
}
