package org.shishi.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.shishi.ledger.Digest;
import org.shishi.ledger.Edge;
import org.shishi.ledger.Frontier;
import org.shishi.procedure.Facts;

/** What a node knows of the latest batches, and what it forgets. */
class HeadsTest {
    private static final Edge EDGE = new Edge(0, Frontier.empty(Digest.SHA256), Digest.SHA256, Instant.EPOCH);

    @Test
    void theLatestAreRemembered() {
        Recent<Integer, Integer> recent = new Recent<>(10);
        IntStream.range(0, 1000).forEach(i -> recent.put(i, i));
        assertTrue(IntStream.range(990, 1000).allMatch(i -> recent.find(i).isPresent()));
        assertTrue(IntStream.range(0, 980).allMatch(i -> recent.find(i).isEmpty()));
        recent.put(995, 1);
        assertEquals(Optional.of(1), recent.find(995), "the last word counts");
        recent.remove(995);
        assertEquals(Optional.empty(), recent.find(995));
        recent.clear();
        assertEquals(Optional.empty(), recent.find(999));
    }

    @Test
    void whatWasDecidedIsKnownAheadOfTheCommit() {
        Heads heads = new Heads();
        heads.keep(decided(heads.generation(), 3));
        assertEquals(Optional.of(EDGE), heads.edge());
        assertEquals(Optional.of(2L), heads.findNumber("2"));
        heads.forget();
        assertEquals(Optional.empty(), heads.edge());
        assertEquals(Optional.empty(), heads.find(2));
    }

    @Test
    void whatWasForgottenMeanwhileIsNotTakenIn() {
        Heads heads = new Heads();
        Decided before = decided(heads.generation(), 3);
        heads.forget();
        heads.keep(before);
        assertEquals(Optional.empty(), heads.find(2));
    }

    @Test
    void aBatchThatMovesMoreThanIsSurelyRememberedIsWaitedFor() {
        Heads heads = new Heads();
        heads.keep(decided(heads.generation(), 2_000));
        assertEquals(Optional.empty(), heads.edge(), "nothing is decided on top of it before it is written");
        heads.keep(decided(heads.generation(), 3));
        assertEquals(Optional.of(EDGE), heads.edge());
    }

    private static Decided decided(long generation, int matters) {
        Map<Long, Standing> moved = new HashMap<>();
        LongStream.range(0, matters).forEach(matter -> moved.put(matter, standing(matter)));
        return new Decided(generation, List.of(), Optional.empty(), EDGE, moved, Map.of(), Map.of(), Set.of());
    }

    private static Standing standing(long matter) {
        return new Standing(
                matter,
                Long.toString(matter),
                "appeal@1",
                "registered",
                Optional.empty(),
                Set.of(),
                Facts.NONE,
                Map.of(),
                List.of(),
                Map.of(),
                matter,
                Instant.EPOCH,
                Instant.EPOCH,
                false);
    }
}
