package org.shishi.matter;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * A batch on its way from the one who decides to the one who writes.
 *
 * @param decided empty when it could not be decided ahead
 * @param written when it is committed, or has failed
 */
record Batched(List<Queue.Waiting> waiting, Optional<Decided> decided, CountDownLatch written) {

    List<Prepared> commands() {
        return commands(waiting);
    }

    static List<Prepared> commands(List<Queue.Waiting> waiting) {
        return waiting.stream().map(Queue.Waiting::command).toList();
    }
}
