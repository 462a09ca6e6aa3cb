package org.shishi.web.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TriesTest {
    private static final Instant NOON = Instant.parse("2021-10-08T04:00:00Z");
    private static final Duration WHILE = Duration.ofMinutes(15);
    private final Tries tries = new Tries(3, WHILE);

    @Test
    void afterSoManyThereIsNoneUntilTheWhileIsOver() {
        for (int i = 0; i < 3; i++) {
            assertEquals(Optional.empty(), tries.findSpent("a", NOON.plusSeconds(i)));
            tries.count("a", NOON.plusSeconds(i));
        }
        assertEquals(Optional.of(NOON.plus(WHILE)), tries.findSpent("a", NOON.plusSeconds(9)));
        assertEquals(Optional.empty(), tries.findSpent("b", NOON.plusSeconds(9)));
        assertEquals(Optional.empty(), tries.findSpent("a", NOON.plus(WHILE)));
        tries.count("a", NOON.plus(WHILE));
        assertEquals(Optional.empty(), tries.findSpent("a", NOON.plus(WHILE)));
    }

    @Test
    void strangersDoNotFillTheMemory() {
        for (int i = 0; i < 50_000; i++) {
            tries.count("stranger " + i, NOON);
        }
        for (int i = 0; i < 3; i++) {
            tries.count("a", NOON);
        }
        assertTrue(tries.findSpent("a", NOON).isPresent());
    }
}
