package org.shishi.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shishi.people.Actor;
import org.shishi.people.OwnPassword;
import org.shishi.people.People;
import org.shishi.procedure.Packs;
import org.springframework.context.annotation.Profile;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives handlers their {@link Visit}, {@link Say} and {@link Actor}. The actor is looked up at every request, so that a
 * post that is taken away counts at once.
 */
@Component
@Profile("!command")
public final class Arrival implements HandlerMethodArgumentResolver {
    private final Languages languages = new Languages();
    private final Packs packs;
    private final People people;
    private final OwnPassword passwords;

    Arrival(Packs packs, People people, OwnPassword passwords) {
        this.packs = packs;
        this.people = people;
        this.passwords = passwords;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type == Visit.class || type == Say.class || type == Actor.class || type == Kept.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        Class<?> type = parameter.getParameterType();
        if (type == Actor.class) {
            return actor();
        }
        if (type == Kept.class) {
            return Kept.take(request);
        }
        return type == Say.class ? say(request) : visit(request);
    }

    /** Whoever is signed in. */
    Actor actor() {
        return findActor().orElseThrow(() -> new InsufficientAuthenticationException("signed out"));
    }

    /** Whoever is asking, in their language. */
    public Visit visit(HttpServletRequest request) {
        return new Visit(say(request), findActor(), here(request), () -> csrf(request));
    }

    public Say say(HttpServletRequest request) {
        return new Say(packs.words(), languages.resolveLocale(request));
    }

    private Optional<Actor> findActor() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who == null || !who.isAuthenticated() || who instanceof AnonymousAuthenticationToken
                ? Optional.empty()
                : people.findActor(who.getName()).filter(_ -> !isOvertaken(who));
    }

    /** Signed in with a password that was changed since, here or elsewhere. */
    private boolean isOvertaken(Authentication who) {
        return who.getDetails() instanceof Instant since && passwords.isOvertaken(who.getName(), since);
    }

    /** A page that answers a form is not come back to by address: its form is. */
    private static String here(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private static String csrf(HttpServletRequest request) {
        Object token = request.getAttribute(CsrfToken.class.getName());
        return token instanceof CsrfToken csrf ? csrf.getToken() : "";
    }
}
