package org.shishi.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private final AtomicInteger reads = new AtomicInteger();

    private Optional<Integer> read() {
        return Optional.of(reads.incrementAndGet());
    }

    @Test
    void whatIsKnownIsNotReadAgainUntilForgotten() {
        Remembered<Integer> remembered = new Remembered<>(Duration.ofHours(1));
        assertEquals(Optional.of(1), remembered.find("a", this::read));
        assertEquals(Optional.of(1), remembered.find("a", this::read));
        assertEquals(Optional.of(2), remembered.find("b", this::read));
        remembered.forget();
        assertEquals(Optional.of(3), remembered.find("a", this::read));
    }

    @Test
    void whatChangedWhileItWasReadIsNotKept() {
        Remembered<Integer> remembered = new Remembered<>(Duration.ofHours(1));
        remembered.find("a", () -> {
            remembered.forget();
            return read();
        });
        assertEquals(Optional.of(2), remembered.find("a", this::read));
    }

    @Test
    void whenItsTimeIsOverOneReadsAndOthersGoOn() {
        Remembered<Integer> remembered = new Remembered<>(Duration.ZERO);
        remembered.find("a", this::read);
        assertEquals(Optional.of(2), remembered.find("a", () -> {
            assertEquals(Optional.of(1), remembered.find("a", this::read));
            return read();
        }));
        assertThrows(
                IllegalStateException.class,
                () -> remembered.find("a", () -> {
                    throw new IllegalStateException();
                }));
        assertEquals(Optional.of(3), remembered.find("a", this::read));
    }

    @Test
    void whatIsGoneIsForgotten() {
        Remembered<Integer> remembered = new Remembered<>(Duration.ZERO);
        remembered.find("a", this::read);
        assertEquals(Optional.empty(), remembered.find("a", Optional::empty));
        assertEquals(Optional.of(2), remembered.find("a", this::read));
    }
}
