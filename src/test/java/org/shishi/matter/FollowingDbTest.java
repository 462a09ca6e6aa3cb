package org.shishi.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
            assertEquals(taken, steps.get(), "stopped is stopped");
        }
    }

    @Test
    void restsTheLongerTheMoreWaitAtTheDesk() {
        assertEquals(0, Following.rest(0, 50), "nobody waits");
        assertEquals(0, Following.rest(1, 50), "one is no crowd");
        assertEquals(200, Following.rest(8, 50));
        assertEquals(1_600, Following.rest(64, 50));
        assertEquals(2_350, Following.rest(10_000, 50), "a forty-eighth of its time it works, whatever the crowd");
        assertEquals(10_000, Following.rest(64, 5_000), "nothing rests for long");
    }

    @Test
    void whoeverWasAnsweredWaitsNoMore() {
        try (TestOffice office = TestOffice.open()) {
            office.register();
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (office.desk().waiting() > 0 && System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            assertEquals(0, office.desk().waiting());
        }
    }
}
