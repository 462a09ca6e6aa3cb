package org.shishi.post;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.shishi.matter.Setting;

/** What follows from a try: the letter is delivered, waits for its next try, goes another way, or is given up. */
final class Settling {
    static final String NO_ADDRESS = "no-address";
    private static final String BY_HAND = "given-up";
    private static final int LONGEST = 120;
    private static final Pattern PERSONAL = Pattern.compile("\\S+@\\S+|(?<!\\d)(\\+?86)?1[3-9]\\d{9}(?!\\d)");

    private final LetterTable letters;
    private final Setting setting;
    private final Telling telling;

    Settling(Setting setting, Telling telling) {
        this.letters = LetterTable.of(setting.database(), setting.city());
        this.setting = setting;
        this.telling = telling;
    }

    /**
     * Notes how a try ended and, when it was the last, tells the ledger.
     *
     * @param letter as it was when it was taken
     * @return false when it is in other hands by now: nothing was noted
     */
    boolean settle(Letter letter, Courier.Carried carried) {
        Instant now = setting.clock().instant();
        return switch (carried) {
            case Courier.Carried.Delivered(String receipt) -> end(letter, Letter.State.SENT, plain(receipt), "", now);
            case Courier.Carried.NotNow(String why) -> later(letter, plain(why), now);
            case Courier.Carried.Never(String why) -> otherwise(letter, plain(why), now);
        };
    }

    /** Somebody of the office decided that nothing more is tried, whatever ways are left. */
    boolean giveUp(Letter letter) {
        return end(letter, Letter.State.FAILED, "", BY_HAND, setting.clock().instant());
    }

    private boolean later(Letter letter, String why, Instant now) {
        Optional<Duration> wait = Backoff.after(letter.id(), letter.tries());
        return wait.isPresent() ? letters.waitUntil(letter, now.plus(wait.get()), why) : otherwise(letter, why, now);
    }

    private boolean otherwise(Letter letter, String why, Instant now) {
        return letter.ways().isEmpty()
                ? end(letter, Letter.State.FAILED, "", why, now)
                : letters.turnTo(
                        letter,
                        letter.ways().getFirst(),
                        letter.ways().subList(1, letter.ways().size()),
                        now,
                        why);
    }

    private boolean end(Letter letter, Letter.State state, String receipt, String why, Instant now) {
        boolean isMine = letters.end(letter, state, receipt, why, now);
        if (isMine) {
            letters.find(letter.id()).ifPresent(telling::tell);
        }
        return isMine;
    }

    /** As it may stand in the ledger for ever: one short line without anybody's address in it. */
    static String plain(String said) {
        String line = PERSONAL.matcher(
                        said.replaceAll("[\\p{Cntrl}\\s\\p{Cs}\uFFFD]+", " ").strip())
                .replaceAll("…");
        int cut = line.offsetByCodePoints(0, Math.min(LONGEST, line.codePointCount(0, line.length())));
        return line.substring(0, cut);
    }
}
