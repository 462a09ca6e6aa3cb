package org.shishi.web.api;

import java.time.InstantSource;
import java.util.Optional;
import org.shishi.people.Actor;
import org.shishi.people.People;
import org.springframework.http.HttpStatus;

/**
 * Whose program it is that calls: the holder of its bearer token (RFC 6750). {@link People} remembers tokens for seconds,
 * so that a revoked one is soon worth nothing and a good one costs no look into the database.
 */
record Bearers(People people, InstantSource clock) {
    private static final String SCHEME = "bearer ";

    Actor actor(Call call) {
        return call.header("Authorization")
                .flatMap(this::find)
                .orElseThrow(() -> Wrong.of(HttpStatus.UNAUTHORIZED, "token"));
    }

    private Optional<Actor> find(String header) {
        boolean isBearer = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return isBearer
                ? people.findByToken(header.substring(SCHEME.length()).strip(), clock.instant())
                : Optional.empty();
    }
}
