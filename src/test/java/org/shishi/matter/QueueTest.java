package org.shishi.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Room at the desk. What waits there is not looked into. */
class QueueTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void whoeverFindsNoRoomIsSentAway() {
        Queue queue = new Queue(3, Duration.ofMillis(1));
        queue.add(commands(2));
        assertThrows(Busy.class, () -> queue.add(commands(2)), "all of them or none");
        assertEquals(1, queue.add(commands(1)).size());
        assertEquals(3, queue.waiting());
    }

    @Test
    void whoeverWaitsFindsTheRoomOthersLeave() throws Exception {
        Queue queue = new Queue(3, LONG);
        queue.add(commands(3));
        FutureTask<Integer> late = new FutureTask<>(() -> queue.add(commands(2)).size());
        Thread waits = Thread.ofPlatform().daemon().start(late);
        while (!late.isDone() && waits.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertFalse(late.isDone(), "there is no room yet");
        assertEquals(3, queue.take(5).size());
        queue.leave(3);
        assertEquals(2, late.get(20, TimeUnit.SECONDS));
        assertEquals(2, queue.more(5).size());
        assertEquals(List.of(), queue.more(5), "does not wait");
    }

    @Test
    void whoeverIsLeftWhenNobodyTakesAnyMoreIsSentAway() {
        Queue queue = new Queue(3, LONG);
        List<CompletableFuture<Outcome>> answers = queue.add(commands(3));
        queue.abandon();
        assertEquals(0, queue.waiting());
        for (CompletableFuture<Outcome> answer : answers) {
            CompletionException sent = assertThrows(CompletionException.class, answer::join);
            assertInstanceOf(Busy.class, sent.getCause());
        }
    }

    @Test
    void thoseWhoCameTogetherAreTakenTogether() throws Exception {
        Queue queue = new Queue(1_000_000, LONG);
        FutureTask<Integer> comes = new FutureTask<>(() -> {
            for (int i = 0; i < 2_000; i++) {
                queue.add(commands(50));
            }
            return 100_000;
        });
        Thread.ofPlatform().daemon().start(comes);
        for (int taken = 0; taken < 100_000; ) {
            int together = queue.take(500).size();
            assertEquals(0, together % 50);
            taken += together;
        }
        assertEquals(100_000, comes.get());
    }

    private static List<Prepared> commands(int number) {
        return Collections.nCopies(number, null);
    }
}
