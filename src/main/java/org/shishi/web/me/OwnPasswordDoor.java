package org.shishi.web.me;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.shishi.people.Actor;
import org.shishi.people.OwnPassword;
import org.shishi.web.Visit;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changes one's own password. This session goes on, under a new name; every other ends. */
@Controller
@Profile("!command")
final class OwnPasswordDoor {
    private final MePages mePages;
    private final OwnPassword passwords;
    private final InstantSource clock;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    OwnPasswordDoor(MePages mePages, OwnPassword passwords, InstantSource clock) {
        this.mePages = mePages;
        this.passwords = passwords;
        this.clock = clock;
    }

    @PostMapping("/me/password")
    ResponseEntity<byte[]> change(
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String wanted,
            @RequestParam(defaultValue = "") String again,
            Visit visit,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!wanted.equals(again)) {
            return mePages.wrong(visit, actor, "password", visit.say().word("me.password-again-wrong"));
        }
        Instant now = clock.instant();
        OwnPassword.Changed changed = passwords.change(actor.account(), old, wanted, now);
        if (changed != OwnPassword.Changed.DONE) {
            String why =
                    "me.password-" + changed.name().toLowerCase(Locale.ROOT).replace('_', '-');
            return mePages.wrong(visit, actor, "password", visit.say().word(why, OwnPassword.SHORTEST));
        }
        signedInAnew(actor, now, request, response);
        return MeDoor.done("password");
    }

    private void signedInAnew(Actor actor, Instant now, HttpServletRequest request, HttpServletResponse response) {
        var token = UsernamePasswordAuthenticationToken.authenticated(actor.account(), "", List.of());
        token.setDetails(now);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(token);
        SecurityContextHolder.setContext(context);
        request.changeSessionId();
        sessions.saveContext(context, request, response);
    }
}
