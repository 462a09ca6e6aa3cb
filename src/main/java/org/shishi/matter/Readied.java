package org.shishi.matter;

import java.util.List;
import java.util.Optional;

/** A command ready for the writer, or why it can go no further. */
record Readied(Optional<Prepared> prepared, List<Refusal> refusals) {
    static Readied of(Prepared prepared) {
        return new Readied(Optional.of(prepared), List.of());
    }

    static Readied unknown(String what) {
        return new Readied(Optional.empty(), List.of(new Refusal.Unknown(what)));
    }
}
