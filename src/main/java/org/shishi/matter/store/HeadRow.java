package org.shishi.matter.store;

import java.time.Instant;
import java.util.Optional;

/** A matter's head as a row. */
@SuppressWarnings("ArrayRecordComponent") // thousands a second on their way to the database; compared never
public record HeadRow(
        long matter,
        String number,
        String under,
        String stage,
        Optional<String> holder,
        long lastPosition,
        Instant openedAt,
        Instant lastAt,
        boolean rings,
        byte[] state) {}
