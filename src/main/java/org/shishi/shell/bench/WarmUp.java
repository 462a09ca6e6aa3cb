package org.shishi.shell.bench;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/**
 * Until the compiler has done most of its work: an office runs for weeks, and on two cores the compiler takes a third of what
 * the program gets for most of a minute. How fast a turn was does not tell: on a shared machine one turn may be half as fast
 * as the next. In short turns, and not for ever, since what is written meanwhile is there when it is measured.
 */
final class WarmUp {
    private static final int TURNS_AT_MOST = 25;
    private static final Duration TURN = Duration.ofSeconds(4);
    /** Of a turn: with less than a quarter of a core the compiler is after what is rarely run. */
    private static final double LITTLE = 0.25;

    private WarmUp() {}

    /** What is to be measured, once. */
    interface Turn {
        Pace run(Duration lasting) throws InterruptedException, ExecutionException;
    }

    static void over(Turn turn) throws InterruptedException, ExecutionException {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        for (int i = 0, resting = 0; i < TURNS_AT_MOST && resting < 2; i++) {
            long before = compiler.getTotalCompilationTime();
            turn.run(TURN);
            long compiling = compiler.getTotalCompilationTime() - before;
            resting = compiling < LITTLE * TURN.toMillis() ? resting + 1 : 0;
        }
    }
}
