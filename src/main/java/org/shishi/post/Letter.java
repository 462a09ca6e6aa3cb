package org.shishi.post;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shishi.procedure.Notice;

/**
 * A notice on its way to one addressee (函件). It names nobody: a person's phone or mail is opened only when it leaves.
 *
 * @param id by which couriers and gateways know it, the same however often it goes out
 * @param words as they will arrive
 * @param round how often somebody had it tried anew, and {@code tries} how often it went out by this way since
 * @param nextAt not to be taken before this
 * @param inHand somebody took it and has not said yet what came of it; true until {@code nextAt} at most
 * @param why it failed the last time; empty when it did not
 * @param hand who of the office decided about it last, and why; empty when nobody did
 * @param told the entry that says what became of it
 */
public record Letter(
        Key key,
        UUID id,
        long matter,
        String number,
        String words,
        Notice.Way way,
        List<Notice.Way> ways,
        State state,
        int round,
        int tries,
        Instant nextAt,
        boolean inHand,
        String courier,
        String receipt,
        String why,
        String hand,
        Instant madeAt,
        Optional<Instant> endedAt,
        Optional<Long> told) {

    /**
     * What makes a letter one and the same.
     *
     * @param entry the entry it is about
     * @param addressee a field of the matter, or an account behind an {@code @}
     */
    public record Key(long entry, String notice, String addressee) {
        UUID id(String city) {
            String name = city + "/" + entry + "/" + notice + "/" + addressee;
            return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What became of it. */
    public enum State {
        WAITING,
        SENT,
        /** Given up: nothing that could be tried is left. */
        FAILED
    }

    /** Where it is, as people see it. */
    public enum Where {
        /** In the outbox. */
        WAITING,
        /** Taken by a courier or a gateway that has not said yet what came of it. */
        IN_HAND,
        /** It failed, and waits for its next try. */
        AGAIN,
        SENT,
        GIVEN_UP
    }

    public Where where(Instant now) {
        return switch (state) {
            case SENT -> Where.SENT;
            case FAILED -> Where.GIVEN_UP;
            case WAITING -> isInHand(now) ? Where.IN_HAND : why.isEmpty() ? Where.WAITING : Where.AGAIN;
        };
    }

    private boolean isInHand(Instant now) {
        return inHand && nextAt.isAfter(now);
    }

    static final String ACCOUNT = "@";

    /** The account it goes to; empty for a person in the matter. */
    public Optional<String> account() {
        return key.addressee().startsWith(ACCOUNT) ? Optional.of(key.addressee().substring(1)) : Optional.empty();
    }
}
