package org.shishi.web.citizen;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.shishi.matter.Setting;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * What strangers may try: a code is not guessed by trying, and nobody buries the office under appeals. A town hall's or a
 * school's people share one address, so an address may do more than a person would.
 */
@Component
@Profile("!command")
final class Limits {
    private static final Duration WHILE = Duration.ofMinutes(15);

    private final Tries ofNumber = new Tries(20, WHILE);
    private final Tries ofAddress = new Tries(60, WHILE);
    private final Tries sayings = new Tries(40, WHILE);
    private final InstantSource clock;

    Limits(Setting setting) {
        this.clock = setting.clock();
    }

    /** Until when no code is tried for this number, or from there. */
    Optional<Instant> findLocked(String number, HttpServletRequest from) {
        Instant now = clock.instant();
        return ofNumber.findSpent(number, now).or(() -> ofAddress.findSpent(place(from), now));
    }

    void wrong(String number, HttpServletRequest from) {
        ofNumber.count(number, clock.instant());
        ofAddress.count(place(from), clock.instant());
    }

    /** Until when nothing more is put on account from there. */
    Optional<Instant> findSilenced(HttpServletRequest from) {
        return sayings.findSpent(place(from), clock.instant());
    }

    void said(HttpServletRequest from) {
        sayings.count(place(from), clock.instant());
    }

    /** A household has a whole network of the newer addresses: its first four groups. */
    private static String place(HttpServletRequest from) {
        String address = from.getRemoteAddr();
        String[] groups = address.split(":", 5);
        return groups.length < 5 ? address : String.join(":", groups[0], groups[1], groups[2], groups[3]);
    }
}
