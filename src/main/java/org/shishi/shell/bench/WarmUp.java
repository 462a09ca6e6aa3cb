package org.shishi.shell.bench;

import java.time.Duration;
import java.util.concurrent.ExecutionException;

/**
 * Until it gets no faster: on two cores the compiler takes longer over a long way than one would think. In short turns, since
 * what is written meanwhile is there when it is measured.
 */
final class WarmUp {
    private static final int TURNS_AT_MOST = 12;
    private static final double STEADY = 1.03;
    private static final Duration TURN = Duration.ofSeconds(4);

    private WarmUp() {}

    /** What is to be measured, once. */
    interface Turn {
        Pace run(Duration lasting) throws InterruptedException, ExecutionException;
    }

    static void over(Turn turn) throws InterruptedException, ExecutionException {
        double fastest = 0;
        for (int i = 0, noFaster = 0; i < TURNS_AT_MOST && noFaster < 2; i++) {
            double pace = turn.run(TURN).perSecond();
            noFaster = pace < fastest * STEADY ? noFaster + 1 : 0;
            fastest = Math.max(pace, fastest);
        }
    }
}
