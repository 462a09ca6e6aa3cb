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
 * @param why it failed the last time; empty when it did not
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
        String courier,
        String receipt,
        String why,
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

    static final String ACCOUNT = "@";

    /** The account it goes to; empty for a person in the matter. */
    public Optional<String> account() {
        return key.addressee().startsWith(ACCOUNT) ? Optional.of(key.addressee().substring(1)) : Optional.empty();
    }
}
