package org.shishi.procedure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who is told when something was done (告知). The words stand under {@code notice.<procedure>.<name>}; they say short
 * facts only and nothing personal.
 *
 * @param on the acts it is about
 * @param to who is told
 * @param by the ways it may go, the preferred first: the next is taken where one leads nowhere
 */
public record Notice(String name, Set<String> on, To to, List<Way> by, Spot spot) {

    /** What its words may name besides the short facts of the matter. */
    public static final Set<String> NAMES = Set.of("number", "act", "stage", "holder", "due");
    /** Before the name of a deadline: when that one ends. */
    public static final String DUE = "due.";

    /** Who is told. */
    public sealed interface To {
        /** The person in a field of the matter. */
        record Person(String field) implements To {}

        /** Whoever acts for the unit that answers for the matter. */
        record Holder() implements To {}

        /** Whoever has a duty in a unit; without one, in the unit that answers for the matter. */
        record Post(String duty, Optional<String> unit) implements To {}

        /** Whoever has a duty, in whatever unit. */
        record Everybody(String duty) implements To {}
    }

    /** How a notice travels. */
    public enum Way {
        /** A short message, through the gateway a city plugs in. */
        SMS,
        /** A message of the city's own official account, through a gateway too. */
        WECHAT,
        /** An e-mail. */
        MAIL,
        /** A call to another system of the city. */
        WEBHOOK;

        public String keyword() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static List<String> keywords() {
            return Stream.of(values()).map(Way::keyword).toList();
        }

        public static Optional<Way> find(String keyword) {
            return Stream.of(values())
                    .filter(way -> way.keyword().equals(keyword))
                    .findFirst();
        }
    }

    /** The key of its words. */
    public String words(String procedure) {
        return "notice." + procedure + "." + name;
    }
}
