package org.shishi.web;

import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;

/** What stands before everything else: signing in, the language. */
@Controller
@Profile("!command")
final class FrontDoor {
    private final Pages pages;
    private final Frames frames;

    FrontDoor(Pages pages, Frames frames) {
        this.pages = pages;
        this.frames = frames;
    }

    static ResponseEntity<byte[]> goTo(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }

    @GetMapping("/sign-in")
    ResponseEntity<byte[]> signIn(
            Visit visit,
            HttpSession session,
            @SessionAttribute(name = PasswordDoor.TYPED, required = false) @Nullable String typed,
            @SessionAttribute(name = PasswordDoor.WHY, required = false) @Nullable Instant why) {
        if (visit.actor().isPresent()) {
            return goTo("/work");
        }
        session.removeAttribute(PasswordDoor.TYPED);
        session.removeAttribute(PasswordDoor.WHY);
        String wrong = why == null ? "" : wrong(visit.say(), why);
        Frame frame = frames.of(visit, visit.say().word("sign-in"), "/sign-in");
        return pages.show("sign-in", new SignInPage(frame, typed == null ? "" : typed, wrong));
    }

    private static String wrong(Say say, Instant until) {
        return until.equals(Instant.EPOCH) ? say.word("sign-in.wrong") : say.word("sign-in.locked", say.time(until));
    }

    /** @param back a path of ours to return to; anything else leads to the start */
    @GetMapping("/language/{language}")
    ResponseEntity<byte[]> language(@PathVariable String language, @RequestParam(defaultValue = "/") String back) {
        String chosen =
                Languages.find(language).map(locale -> locale.getLanguage()).orElse("zh");
        ResponseCookie cookie = ResponseCookie.from(Languages.COOKIE, chosen)
                .path("/")
                .maxAge(Duration.ofDays(365))
                .sameSite("Lax")
                .httpOnly(true)
                .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .location(isOurs(back) ? URI.create(back) : URI.create("/"))
                .build();
    }

    private static boolean isOurs(String path) {
        return path.matches("/([A-Za-z0-9%?&=_.,+~-][A-Za-z0-9%?&=_.,+~/-]*)?") && !path.contains("%5C");
    }
}
