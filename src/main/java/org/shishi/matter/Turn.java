package org.shishi.matter;

import java.util.concurrent.CountDownLatch;

/**
 * A batch's place in the line, as the one behind it sees it.
 *
 * @param passed the foreseen writing is over, well or ill: what lies ready behind it goes on or gives way
 * @param settled everything is over: what gave way may begin anew
 */
record Turn(CountDownLatch passed, CountDownLatch settled) {
    static Turn taken() {
        return new Turn(new CountDownLatch(1), new CountDownLatch(1));
    }

    /** Nobody is in front. */
    static Turn free() {
        return new Turn(new CountDownLatch(0), new CountDownLatch(0));
    }

    void pass() {
        passed.countDown();
    }

    void settle() {
        passed.countDown();
        settled.countDown();
    }
}
