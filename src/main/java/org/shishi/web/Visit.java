package org.shishi.web;

import java.util.Optional;
import java.util.function.Supplier;
import org.shishi.people.Actor;

/**
 * A request as a page sees it.
 *
 * @param here path and query, to come back to after changing the language
 * @param csrf proof that a form is ours; asked for only by pages with a form, since it begins a session
 */
public record Visit(Say say, Optional<Actor> actor, String here, Supplier<String> csrf) {}
