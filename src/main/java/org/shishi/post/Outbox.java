package org.shishi.post;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shishi.matter.Setting;
import org.shishi.people.Actor;
import org.shishi.procedure.Notice;

/**
 * Letters that wait for a gateway of the city's. A gateway takes letters, sends them, and says what came of each; until it
 * does they are in its hands, and come back after a while.
 */
public final class Outbox {
    /** The duty whose programs take letters, and to whom alone a telephone number is opened. */
    public static final String GATEWAY = "gateway";

    private static final Duration IN_HAND = Duration.ofMinutes(10);
    /** A gateway plugged in after a month must not tell a city what was news then. */
    private static final Duration NEWS = Duration.ofDays(3);

    private static final String TOO_LATE = "too-late";
    private static final int AT_ONCE = 200;

    private final Setting setting;
    private final Addresses addresses;
    private final Set<Notice.Way> open;
    private final Settling settling;
    private final LetterTable letters;

    Outbox(Setting setting, Addresses addresses, List<Courier> couriers, Settling settling) {
        this.setting = setting;
        this.addresses = addresses;
        this.open = EnumSet.allOf(Notice.Way.class);
        couriers.forEach(courier -> open.remove(courier.way()));
        this.settling = settling;
        this.letters = LetterTable.of(setting.database(), setting.city());
    }

    /** Gives up what nobody came for while it was news; how many letters that were. */
    int clearOut() {
        Instant now = setting.clock().instant();
        return letters.overtake(now.minus(NEWS), TOO_LATE, now, AT_ONCE);
    }

    /** The ways nobody here carries: their letters wait for a gateway. */
    public Set<Notice.Way> open() {
        return Set.copyOf(open);
    }

    /**
     * A letter in a gateway's hands.
     *
     * @param to phone or e-mail in clear; empty for an account, which the gateway knows by its name
     * @param until it is the gateway's
     */
    public record Taken(Letter letter, Optional<String> to, Instant until) {
        @Override
        public String toString() {
            return "Taken[" + letter.id() + "]";
        }
    }

    /**
     * Hands letters to a gateway. Those whose address was erased meanwhile are settled at once.
     *
     * @param by a program with the duty {@link #GATEWAY}
     * @param ways it asks for; those with couriers of ours are left out
     * @throws IllegalArgumentException when it has not that duty
     */
    public List<Taken> take(Actor by, Set<Notice.Way> ways, int atMost) {
        if (!by.holds(GATEWAY)) {
            throw new IllegalArgumentException(by.account() + " is no gateway");
        }
        Set<Notice.Way> asked = EnumSet.copyOf(open);
        asked.retainAll(ways);
        Instant now = setting.clock().instant();
        Instant until = now.plus(IN_HAND);
        return letters.claim(asked, Letter.ACCOUNT + by.account(), now, until, atMost).stream()
                .map(letter -> new Taken(letter, addresses.find(letter), until))
                .filter(this::isReachable)
                .toList();
    }

    private boolean isReachable(Taken taken) {
        boolean isReachable = taken.to().isPresent()
                || taken.letter().account().isPresent()
                || taken.letter().way() == Notice.Way.WEBHOOK;
        if (!isReachable) {
            settling.settle(taken.letter(), new Courier.Carried.Never(Settling.NO_ADDRESS));
        }
        return isReachable;
    }

    /** What a gateway says of a letter. */
    public enum Said {
        SENT,
        /** Try it again later. */
        RETRY,
        /** It never will arrive by this way. */
        FAILED
    }

    /** What came of saying so. */
    public enum Noted {
        NOTED,
        /** It was noted before, or the letter is in other hands: nothing changed. */
        BEFORE,
        /** There is no such letter in this gateway's hands. */
        UNKNOWN
    }

    /** @param text the gateway's receipt, or why not */
    public Noted confirm(Actor by, UUID id, Said said, String text) {
        Optional<Letter> letter = letters.find(id).filter(each -> each.courier().equals(Letter.ACCOUNT + by.account()));
        if (letter.isEmpty()) {
            return Noted.UNKNOWN;
        }
        Courier.Carried carried = switch (said) {
            case SENT -> new Courier.Carried.Delivered(text);
            case RETRY -> new Courier.Carried.NotNow(text);
            case FAILED -> new Courier.Carried.Never(text);
        };
        boolean isOpen = letter.get().state() == Letter.State.WAITING;
        return isOpen && settling.settle(letter.get(), carried) ? Noted.NOTED : Noted.BEFORE;
    }
}
