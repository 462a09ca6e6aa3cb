package org.shishi.post;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shishi.matter.Setting;
import org.shishi.procedure.Notice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands due letters to the couriers. A letter is taken in one short transaction, carried outside of any, and settled in
 * another; whoever dies in between leaves it to be taken again after a while, under the same id.
 */
final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final int AT_ONCE = 16;
    /** Longer than any courier waits. */
    static final Duration IN_HAND = Duration.ofMinutes(5);

    private final Setting setting;
    private final Addresses addresses;
    private final Wording wording;
    private final Map<Notice.Way, Courier> couriers;
    private final Settling settling;
    private final LetterTable letters;
    private final String node = UUID.randomUUID().toString();

    Delivery(Setting setting, Addresses addresses, Wording wording, List<Courier> couriers, Settling settling) {
        this.setting = setting;
        this.addresses = addresses;
        this.wording = wording;
        this.couriers = couriers.stream().collect(Collectors.toMap(Courier::way, Function.identity()));
        this.settling = settling;
        this.letters = LetterTable.of(setting.database(), setting.city());
    }

    /** Carries what is due; how many letters were taken. */
    int deliver() {
        if (couriers.isEmpty()) {
            return 0;
        }
        Instant now = setting.clock().instant();
        List<Letter> taken = letters.claim(couriers.keySet(), node, now, now.plus(IN_HAND), AT_ONCE);
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            taken.forEach(letter -> hands.execute(() -> deliver(letter)));
        }
        return taken.size();
    }

    private void deliver(Letter letter) {
        try {
            settling.settle(letter, carry(letter));
        } catch (RuntimeException e) {
            LOG.error("letter {} is left in hand: {}", letter.id(), e.toString());
        }
    }

    private Courier.Carried carry(Letter letter) {
        Courier courier = Optional.ofNullable(couriers.get(letter.way())).orElseThrow();
        Optional<String> to = addresses.find(letter);
        return letter.way() == Notice.Way.MAIL && to.isEmpty()
                ? new Courier.Carried.Never(Settling.NO_ADDRESS)
                : courier.carry(new Courier.Parcel(letter.id(), to, wording.subject(letter), letter.words(), letter));
    }
}
