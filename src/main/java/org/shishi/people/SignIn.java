package org.shishi.people;

import java.time.Instant;

/** What came of an attempt to sign in. */
public sealed interface SignIn {
    record Welcome(Actor actor) implements SignIn {}

    /** No such account, a closed one, or another password: which of them is nobody's business. */
    record Wrong() implements SignIn {}

    /** Too many wrong passwords in a row; not even the right one helps before this time. */
    record Locked(Instant until) implements SignIn {}
}
