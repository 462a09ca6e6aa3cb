package org.shishi.web.citizen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.shishi.matter.Matter;
import org.shishi.matter.Matters;
import org.shishi.matter.QueryCode;
import org.shishi.matter.Setting;
import org.shishi.procedure.Published;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Who follows which matter. Whoever showed its number and code follows that one matter for half an hour; the session
 * keeps the number and nothing else.
 */
@Component
@Profile("!command")
final class Following {
    private static final String NAME = "followed";
    private static final Duration FOR = Duration.ofMinutes(30);
    private static final int LONGEST = 60;

    private final Setting setting;
    private final Matters matters;
    private final Limits limits;

    Following(Setting setting, Matters matters, Limits limits) {
        this.setting = setting;
        this.matters = matters;
        this.limits = limits;
    }

    /** What came of showing a number and a code. */
    sealed interface Shown {
        record Right(String number) implements Shown {}

        /** No such number, or not its code: which of the two is not told. */
        record Wrong() implements Shown {}

        record Locked(Instant until) implements Shown {}
    }

    private record Kept(String number, Instant until) implements Serializable {
        private static final long serialVersionUID = 1;
    }

    /** A matter with what its caller may see of it. */
    record Followed(Matter matter, Published.Followed shown) {}

    /** The code is compared before anybody looks whether there is such a number: which was wrong is not told. */
    Shown show(String typed, String code, HttpServletRequest from) {
        String number = plain(typed);
        Optional<Instant> locked = limits.findLocked(number, from);
        if (locked.isPresent()) {
            return new Shown.Locked(locked.get());
        }
        Optional<Shown> right = Stream.of(number, number.toUpperCase(Locale.ROOT))
                .filter(each -> QueryCode.of(setting, each).isTyped(code))
                .filter(each -> find(each).isPresent())
                .<Shown>map(Shown.Right::new)
                .findFirst();
        if (right.isEmpty()) {
            limits.wrong(number, from);
        }
        return right.orElseGet(Shown.Wrong::new);
    }

    private static String plain(String typed) {
        String number = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Cntrl}\\p{Cs}]", "");
        return number.substring(0, Math.min(number.length(), LONGEST));
    }

    void begin(HttpServletRequest request, String number) {
        request.getSession()
                .setAttribute(NAME, new Kept(number, setting.clock().instant().plus(FOR)));
    }

    void end(HttpSession session) {
        session.removeAttribute(NAME);
    }

    /** The matter this visitor follows. */
    Optional<Followed> find(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(NAME) instanceof Kept kept
                        && setting.clock().instant().isBefore(kept.until())
                ? find(kept.number())
                : Optional.empty();
    }

    private Optional<Followed> find(String number) {
        return matters.find(number)
                .flatMap(matter ->
                        setting.packs().findFollowed(matter.procedure()).map(shown -> new Followed(matter, shown)));
    }
}
