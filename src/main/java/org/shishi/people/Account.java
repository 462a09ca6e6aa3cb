package org.shishi.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An account (账号): a person or a program that signs in. It is never deleted, since entries name it.
 *
 * @param name short and lasting, in ASCII
 * @param displayName as shown to people
 * @param lockedUntil after too many wrong passwords
 */
public record Account(String name, String displayName, Status status, Optional<Instant> lockedUntil, List<Post> posts) {

    /** Whether it can be used at all. */
    public enum Status {
        OPEN,
        /** 停用: its holder left; what it did stays under its name. */
        CLOSED
    }

    public Account {
        posts = List.copyOf(posts);
    }

    Actor actor() {
        return new Actor(name, displayName, posts);
    }
}
