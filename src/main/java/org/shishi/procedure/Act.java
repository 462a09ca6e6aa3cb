package org.shishi.procedure;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Something that can be done with a matter.
 *
 * @param by the duties that may do it
 * @param from the stages it may be done in; empty with {@link #opens} for the act that puts a matter on account
 * @param to the stage it leads to; absent when the stage stays
 * @param asks the fields it asks for, in the order shown
 * @param checks named conditions, each a {@code Check} in Java
 * @param holder the unit field that says who answers for the matter from now on
 * @param child the further matter it puts on account
 * @param echo what is done besides with the matters that name this one
 * @param document the series its numbered document is counted in
 * @param does an effect of the house beyond the entry itself
 * @param late may be recorded although something later is recorded already
 * @param key the key that presses it at the desk
 * @param main the one button that stands out
 * @param bulk may be done to many matters at once
 * @param askedBy the acts that ask for it, whatever the stage, until it or one asked for by the same was done
 * @param conditions what else must hold before it is possible
 */
public record Act(
        String name,
        Set<String> by,
        Set<String> from,
        boolean opens,
        Optional<String> to,
        List<Field> asks,
        List<Mention> checks,
        Optional<String> holder,
        Optional<Child> child,
        Optional<Echo> echo,
        Optional<String> document,
        Does does,
        boolean late,
        Optional<String> key,
        boolean main,
        boolean bulk,
        Set<String> askedBy,
        Conditions conditions,
        Spot spot) {

    /** The stage every open matter is in, for acts that are possible at any of them. */
    public static final String ANY = "any";

    private static final String NONE = "none";

    /** What an act does besides standing in the ledger. */
    public enum Does {
        NOTHING,
        /** Shows personal fields in clear. */
        REVEAL,
        /** Destroys the sealed personal fields. */
        ERASE,
        /** Takes the matter to the newest version of its procedure. */
        MOVE,
        /** Says that a notice was delivered. */
        NOTICE_SENT,
        /** Says that a notice could not be delivered, whatever was tried. */
        NOTICE_FAILED;

        /** Tells of a notice: the matter itself does not move by it. */
        public boolean isNotice() {
            return this == NOTICE_SENT || this == NOTICE_FAILED;
        }

        String keyword() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Does read(Yaml yaml) {
            return Stream.of(values())
                    .filter(does -> does != NOTHING && does.keyword().equals(yaml.text()))
                    .findFirst()
                    .orElseThrow(() ->
                            yaml.spot().error("unknown effect '" + yaml.text() + "'; expected one of " + keywords()));
        }

        public static List<String> keywords() {
            return Stream.of(values())
                    .filter(does -> does != NOTHING)
                    .map(Does::keyword)
                    .sorted()
                    .toList();
        }
    }

    /** A name used in a pack and where, so that a wrong one can be found. */
    public record Mention(String name, Spot spot) {
        static Mention of(Yaml yaml) {
            return new Mention(yaml.text(), yaml.spot());
        }
    }

    /** A further matter that an act opens: fields of the new one filled from fields of this one. */
    public record Child(String procedure, String act, Map<String, String> with, Optional<String> link, Spot spot) {
        static Child read(Yaml yaml) {
            yaml.map(Keywords.OPENS);
            Map<String, String> with = new LinkedHashMap<>();
            yaml.find("with").ifPresent(map -> map.map().forEach((to, from) -> with.put(to, from.text())));
            return new Child(
                    yaml.get("procedure").text(),
                    yaml.get("act").text(),
                    Map.copyOf(with),
                    yaml.find("link").map(Yaml::text),
                    yaml.spot());
        }
    }

    static Act read(String name, Yaml yaml, Map<String, Field> fields) {
        Map<String, Yaml> said = yaml.map(Keywords.ACT);
        Set<String> from = new LinkedHashSet<>(yaml.get("from").texts());
        boolean opens = from.remove(NONE);
        return new Act(
                        name,
                        Set.copyOf(yaml.get("by").texts()),
                        Set.copyOf(from),
                        opens,
                        yaml.find("to").map(Yaml::text),
                        asks(yaml, fields),
                        checks(yaml),
                        yaml.find("holder").map(Yaml::text),
                        yaml.find("opens").map(Child::read),
                        yaml.find("echoes").map(Echo::read),
                        yaml.find("document").map(Yaml::text),
                        yaml.find("does").map(Does::read).orElse(Does.NOTHING),
                        said.containsKey("late") && said.get("late").yes(),
                        yaml.find("key").map(Yaml::text),
                        said.containsKey("main") && said.get("main").yes(),
                        said.containsKey("bulk") && said.get("bulk").yes(),
                        Set.copyOf(yaml.find("asked-by").map(Yaml::texts).orElse(List.of())),
                        Conditions.read(yaml),
                        yaml.spot())
                .checked(fields);
    }

    private static List<Field> asks(Yaml yaml, Map<String, Field> fields) {
        return yaml.find("asks").map(Yaml::list).orElse(List.of()).stream()
                .map(ask -> Optional.ofNullable(fields.get(ask.text()))
                        .orElseThrow(() -> ask.spot()
                                .error("unknown field '" + ask.text() + "'; expected one of " + fields.keySet())))
                .toList();
    }

    private static List<Mention> checks(Yaml yaml) {
        return yaml.find("checks").map(Yaml::list).orElse(List.of()).stream()
                .map(Mention::of)
                .toList();
    }

    private Act checked(Map<String, Field> fields) {
        holder.ifPresent(field -> {
            if (!fields.containsKey(field) || fields.get(field).kind() != Field.Kind.UNIT) {
                throw spot.error("holder '" + field + "' is not a field of kind unit");
            }
        });
        if (opens && to.isEmpty()) {
            throw spot.error("an act from none needs 'to'");
        }
        if (!opens && from.isEmpty()) {
            throw spot.error("'from' names no stage");
        }
        return this;
    }

    /** Whether this may be done in a stage. */
    public boolean isAt(String stage) {
        return from.contains(stage) || from.contains(ANY);
    }

    /**
     * Whether a matter waits for it: it leads on in every case of its stages, or is the main thing to do there. What is
     * possible at any stage, in some cases only, or by the clock in time, keeps nobody busy.
     */
    public boolean isWaitedFor() {
        boolean leadsOn = to.isPresent() && does == Does.NOTHING && !from.contains(ANY);
        return leadsOn && (main || (!conditions.areSpecial() && !by.contains("clock")));
    }

    /** Done by the clock and by nobody else. */
    public boolean isOfTheClock() {
        return by.equals(Set.of("clock"));
    }

    @Override
    public String toString() {
        return name.toLowerCase(Locale.ROOT);
    }
}
