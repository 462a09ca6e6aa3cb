package org.shishi.ledger;

import java.time.Instant;

/**
 * Where a ledger ends.
 *
 * @param recordedAt of its last entry, or when it was opened: the next entry is not recorded before that
 */
public record Edge(long size, Frontier frontier, Digest digest, Instant recordedAt) {
    /** @throws IllegalArgumentException when the parts are not of one tree */
    public Edge {
        if (size != frontier.size() || digest != frontier.digest()) {
            throw new IllegalArgumentException("a frontier of " + frontier.size() + " in a ledger of " + size);
        }
    }

    public Hash root() {
        return frontier.root();
    }
}
