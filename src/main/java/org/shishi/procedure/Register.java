package org.shishi.procedure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A list of matters worked out from the ledger: one row a matter.
 *
 * @param of the procedures whose matters stand in it
 * @param show the columns shown at first, house columns included
 * @param sort column to sort by at first, with {@code -} before it for falling order
 */
public record Register(
        String name, Set<String> of, Map<String, Column> columns, List<String> show, String sort, Spot spot) {

    /** Columns every register has: what the house knows of any matter. */
    public static final List<String> HOUSE =
            List.of("number", "procedure", "stage", "closed", "holder", "opened", "opened-by", "due", "late", "last");

    /** One column and where its value comes from. */
    public record Column(String name, Source source, Spot spot) {}

    /** Where a column's value comes from. */
    public sealed interface Source {
        /** A fact as it was said last, by its key ({@code subject}, {@code place.division}). */
        record Fact(String key) implements Source {}

        /** When an act happened the first time. */
        record First(String act) implements Source {}

        /** When an act happened the last time. */
        record Last(String act) implements Source {}

        /** Who did an act last. */
        record DoneBy(String act) implements Source {}

        /** Who did an act first. */
        record FirstBy(String act) implements Source {}

        /**
         * Working days from an act to the next that does it again, where it had to come back between; nothing when it never
         * had to.
         *
         * @param from the acts it goes out by
         * @param back the acts it comes back by
         * @param again the acts it goes out by again
         */
        record Lost(Set<String> from, Set<String> back, Set<String> again) implements Source {
            static Lost read(Yaml yaml) {
                yaml.map(Keywords.LOST);
                return new Lost(acts(yaml, "from"), acts(yaml, "back"), acts(yaml, "again"));
            }

            private static Set<String> acts(Yaml yaml, String keyword) {
                return new TreeSet<>(yaml.get(keyword).texts());
            }
        }

        /** How many matters of the same person, known by phone or identity number, stand before it in the ledger. */
        record Earlier(String field) implements Source {}

        /** How often an act happened. */
        record Times(String act) implements Source {}

        /** Days of 24 hours from the first of one act to the last of another. */
        record Days(String from, String to) implements Source {}

        /** Working days from the first of one act to the last of another. */
        record WorkingDays(String from, String to) implements Source {}

        /** Whether a limit was kept: {@code yes}, {@code no} once it was missed, nothing while it runs. */
        record Kept(String deadline) implements Source {}

        /**
         * What an act said of a field last, until another act takes it back. One that says another value of the field takes
         * nothing back.
         *
         * @param of the only value looked at; empty for any
         */
        record Holds(String act, String field, Optional<String> of, Set<String> until) implements Source {
            static Holds read(Yaml yaml) {
                yaml.map(Keywords.HOLDS);
                return new Holds(
                        yaml.get("act").text(),
                        yaml.get("field").text(),
                        yaml.find("of").map(Yaml::text),
                        new TreeSet<>(yaml.get("until").texts()));
            }
        }

        /** A value worked out by a {@code Measure} in Java. */
        record Measured(String measure) implements Source {}
    }

    static Register read(String name, Yaml yaml) {
        yaml.map(Keywords.REGISTER);
        Map<String, Column> columns = new LinkedHashMap<>();
        yaml.get("columns").map().forEach((column, source) -> columns.put(column, column(column, source)));
        Register register = new Register(
                name,
                Set.copyOf(yaml.get("of").texts()),
                columns,
                yaml.get("show").texts(),
                yaml.get("sort").text(),
                yaml.spot());
        register.show.forEach(register::require);
        register.require(register.sort.startsWith("-") ? register.sort.substring(1) : register.sort);
        return register;
    }

    private static Column column(String name, Yaml yaml) {
        if (HOUSE.contains(name) || !name.matches("[a-z][a-z0-9-]{0,40}")) {
            throw yaml.spot().error("'" + name + "' is no name for a column, or the house has one of that name");
        }
        Map<String, Yaml> said = yaml.map(Keywords.COLUMN);
        if (said.size() != 1) {
            throw yaml.spot().error("a column has one source; expected one of " + Keywords.COLUMN);
        }
        Map.Entry<String, Yaml> source = said.entrySet().iterator().next();
        return new Column(name, source(source.getKey(), source.getValue()), yaml.spot());
    }

    private static Source source(String kind, Yaml value) {
        return switch (kind) {
            case "field" -> new Source.Fact(value.text());
            case "first" -> new Source.First(value.text());
            case "last" -> new Source.Last(value.text());
            case "by" -> new Source.DoneBy(value.text());
            case "times" -> new Source.Times(value.text());
            case "kept" -> new Source.Kept(value.text());
            case "first-by" -> new Source.FirstBy(value.text());
            case "earlier" -> new Source.Earlier(value.text());
            case "lost" -> Source.Lost.read(value);
            case "holds" -> Source.Holds.read(value);
            case "days" -> new Source.Days(pair(value).getFirst(), pair(value).getLast());
            case "working-days" ->
                new Source.WorkingDays(pair(value).getFirst(), pair(value).getLast());
            default -> new Source.Measured(value.text());
        };
    }

    private static List<String> pair(Yaml value) {
        if (value.texts().size() != 2) {
            throw value.spot().error("expected two acts, [from, to]");
        }
        return value.texts();
    }

    void require(String column) {
        if (!has(column)) {
            throw spot.error("register '" + name + "' has no column '" + column + "'; expected one of " + HOUSE + " or "
                    + columns.keySet());
        }
    }

    public boolean has(String column) {
        return HOUSE.contains(column) || columns.containsKey(column);
    }

    public Optional<Column> find(String column) {
        return Optional.ofNullable(columns.get(column));
    }
}
