package org.shishi.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.shishi.people.People;
import org.shishi.people.SignIn;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/** Lets in whoever knows their password. Of a person only the account's name is kept in the session. */
final class PasswordDoor implements AuthenticationProvider {
    /** Session attributes that the sign-in page reads once. */
    static final String TYPED = "sign-in.account";

    static final String WHY = "sign-in.why";

    private final People people;
    private final InstantSource clock;

    PasswordDoor(People people, InstantSource clock) {
        this.people = people;
        this.clock = clock;
    }

    /** Locked, and until when. */
    private static final class Locked extends LockedException {
        private static final long serialVersionUID = 1;
        private final Instant until;

        Locked(Instant until) {
            super("locked");
            this.until = until;
        }
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String password = String.valueOf(asked.getCredentials());
        Instant now = clock.instant();
        return switch (people.signIn(asked.getName(), password, now)) {
            case SignIn.Welcome welcome -> welcome(welcome, now);
            case SignIn.Wrong _ -> throw new BadCredentialsException("wrong");
            case SignIn.Locked locked -> throw new Locked(locked.until());
        };
    }

    /** Since when somebody is signed in is kept with them: a password changed after it ends the session. */
    private static Authentication welcome(SignIn.Welcome welcome, Instant now) {
        var token = UsernamePasswordAuthenticationToken.authenticated(
                welcome.actor().account(), "", List.of());
        token.setDetails(now);
        return token;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    /** Back to the form: the account stays typed, the password does not. */
    static void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        String account = String.valueOf(request.getParameter("account"));
        request.getSession().setAttribute(TYPED, account.substring(0, Math.min(account.length(), 64)));
        request.getSession().setAttribute(WHY, why instanceof Locked locked ? locked.until : Instant.EPOCH);
        response.sendRedirect("/sign-in");
    }
}
