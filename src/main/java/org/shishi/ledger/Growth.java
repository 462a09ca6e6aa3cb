package org.shishi.ledger;

import java.time.Instant;

/** A batch of entries on its way to the end of a city's ledger; for one thread. */
public final class Growth {
    private final String city;
    private final Digest digest;
    private final Frontier.Growing frontier;
    private long size;
    private Instant recordedAt;

    public Growth(String city, Edge before) {
        this.city = city;
        this.digest = before.digest();
        this.frontier = before.frontier().growing((height, index, hash) -> {});
        this.size = before.size();
        this.recordedAt = before.recordedAt();
    }

    /** The position of the next entry. */
    public long next() {
        return size + 1;
    }

    /** Now, or the time of the last entry if this machine's clock is behind: recorded times never go backwards. */
    public Instant recordedAt(Instant now) {
        return now.isBefore(recordedAt) ? recordedAt : now;
    }

    /** @throws IllegalArgumentException when the entry is not the next one, or recorded before the last */
    public Line append(Entry entry) {
        if (entry.position() != next() || entry.recordedAt().isBefore(recordedAt)) {
            throw new IllegalArgumentException("entry " + entry.position() + " recorded " + entry.recordedAt()
                    + " does not follow entry " + size + " recorded " + recordedAt);
        }
        Line line = Line.of(city, digest, entry);
        frontier.append(line.leaf());
        size++;
        recordedAt = entry.recordedAt();
        return line;
    }

    /** The edge once all these entries are stored. */
    public Edge after() {
        return new Edge(size, frontier.frontier(), digest, recordedAt);
    }
}
