package org.shishi.post;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shishi.matter.Setting;
import org.shishi.people.Actor;
import org.shishi.procedure.Notice;

/** The outbox as people look after it: what became of every letter, and what they decide where nothing else helps. */
public final class Letters {
    /** The duties that look after the outbox. */
    private static final Set<String> KEEPERS = Set.of("admin", "supervisor");

    /** The receipt of what needed none. */
    private static final String BY_HAND = "by-hand";

    private static final Duration TO_DECIDE = Duration.ofMinutes(1);

    private final Setting setting;
    private final Settling settling;
    private final LetterTable letters;
    private final LetterList list;

    Letters(Setting setting, Settling settling) {
        this.setting = setting;
        this.settling = settling;
        this.letters = LetterTable.of(setting.database(), setting.city());
        this.list = LetterList.of(setting.database(), setting.city());
    }

    public static boolean isKeeper(Actor actor) {
        return KEEPERS.stream().anyMatch(actor::holds);
    }

    /**
     * What is looked for.
     *
     * @param where empty for wherever they are
     * @param number of a matter; empty for all
     * @param before the last letter of the page before
     */
    public record Sought(
            Optional<Letter.Where> where, Optional<Notice.Way> way, String number, Optional<UUID> before) {}

    /** The latest letters. */
    public List<Letter> list(Sought sought, int atMost) {
        return list.list(sought, setting.clock().instant(), atMost);
    }

    /** How many there are, up to a hundred thousand of each. */
    public Map<Letter.Where, Long> counts() {
        return list.counts(setting.clock().instant());
    }

    public Optional<Letter> find(UUID id) {
        return letters.find(id);
    }

    /** What a person may decide about a letter. */
    public enum Decided {
        /** It goes out anew, by the way it went last. */
        AGAIN,
        /** The addressee was told by telephone or in person. */
        TOLD,
        /** Nothing more is tried. */
        GIVEN_UP
    }

    /** What can be decided about a letter now: nothing while somebody has it in hand or once it has arrived. */
    public List<Decided> possible(Letter letter) {
        return switch (letter.where(setting.clock().instant())) {
            case WAITING -> List.of(Decided.TOLD, Decided.GIVEN_UP);
            case AGAIN -> List.of(Decided.AGAIN, Decided.TOLD, Decided.GIVEN_UP);
            case GIVEN_UP -> List.of(Decided.AGAIN);
            case IN_HAND, SENT -> List.of();
        };
    }

    /**
     * Decides about a letter; who did and why goes into the ledger with what becomes of it.
     *
     * @param why in the keeper's words; addresses in it are left out
     * @return false when it is in somebody's hands, or nothing of the kind can be decided about it any more
     * @throws IllegalArgumentException when the actor does not look after the outbox
     */
    public boolean decide(Actor by, UUID id, Decided decided, String why) {
        if (!isKeeper(by)) {
            throw new IllegalArgumentException(by.account() + " does not look after the outbox");
        }
        String hand = by.account() + ": " + Settling.plain(why);
        Instant now = setting.clock().instant();
        return switch (decided) {
            case AGAIN -> letters.again(id, hand, now);
            case TOLD ->
                mine(id, hand, now)
                        .filter(letter -> settling.settle(letter, new Courier.Carried.Delivered(BY_HAND)))
                        .isPresent();
            case GIVEN_UP -> mine(id, hand, now).filter(settling::giveUp).isPresent();
        };
    }

    private Optional<Letter> mine(UUID id, String hand, Instant now) {
        return letters.decide(id, hand, now, now.plus(TO_DECIDE));
    }
}
