package org.shishi.shell.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** So many callers, each with one call under way at a time, for a while. */
record Load(int callers, Duration lasting, int piecesPerCall) {

    /** What one caller does again and again; closed when the time is over. */
    interface Caller extends AutoCloseable {
        void call() throws Exception;

        @Override
        default void close() throws IOException {}
    }

    /** @throws ExecutionException when a call failed: a load with failures says nothing about speed */
    Pace run(IntFunction<Caller> caller) throws InterruptedException, ExecutionException {
        long began = System.nanoTime();
        long end = began + lasting.toNanos();
        List<long[]> waits = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<long[]>> running = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                int index = i;
                running.add(threads.submit(() -> callUntil(end, caller.apply(index))));
            }
            for (Future<long[]> each : running) {
                waits.add(each.get());
            }
        }
        return Pace.of((System.nanoTime() - began) / 1e9, piecesPerCall, waits);
    }

    private static long[] callUntil(long end, Caller caller) throws Exception {
        long[] waits = new long[4096];
        int calls = 0;
        try (caller) {
            for (long before = System.nanoTime(); before < end; ) {
                caller.call();
                long after = System.nanoTime();
                waits = calls == waits.length ? Arrays.copyOf(waits, 2 * calls) : waits;
                waits[calls++] = after - before;
                before = after;
            }
        }
        return Arrays.copyOf(waits, calls);
    }
}
