package org.shishi.shell.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * How a load went.
 *
 * @param pieces how many acts were done
 * @param seconds how long it took
 * @param waits nanoseconds each call waited for its answer, sorted
 */
@SuppressWarnings("ArrayRecordComponent") // hundreds of thousands of measurements, read only here
record Pace(long pieces, double seconds, long[] waits) {
    static Pace of(double seconds, long piecesPerCall, List<long[]> waits) {
        long[] all = waits.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Pace(all.length * piecesPerCall, seconds, all);
    }

    /** Both, as if they had been one. */
    Pace and(Pace other) {
        long[] all = LongStream.concat(Arrays.stream(waits), Arrays.stream(other.waits))
                .sorted()
                .toArray();
        return new Pace(pieces + other.pieces, seconds + other.seconds, all);
    }

    double perSecond() {
        return pieces / seconds;
    }

    /** The wait in milliseconds that this share of the calls did not exceed; 0 when there were none. */
    double wait(double share) {
        return waits.length == 0 ? 0 : waits[(int) Math.min(waits.length - 1L, (long) (waits.length * share))] / 1e6;
    }

    /** What a table of paces shows of one. */
    String inWords() {
        return "%,9.0f /s  p50 %6.2f ms  p99 %6.2f ms".formatted(perSecond(), wait(0.5), wait(0.99));
    }
}
