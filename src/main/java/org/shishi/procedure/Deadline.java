package org.shishi.procedure;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shishi.calendar.Within;

/**
 * By when something must have happened.
 *
 * @param from the acts it counts from
 * @param until the acts that meet it
 * @param limit how long
 * @param then the act the clock does when it has passed
 * @param basis the law or rule it rests on; a table may name its own
 */
public record Deadline(
        String name, Set<String> from, Set<String> until, Limit limit, Optional<String> then, String basis, Spot spot) {

    /** How long: the same for all, or looked up in a dated table. */
    public sealed interface Limit {
        record Fixed(Within within) implements Limit {}

        record FromTable(DatedTable table, String column) implements Limit {}
    }

    /** A limit that applies to one matter, with the rule it comes from. */
    public record Term(Within within, String basis) {}

    static Deadline read(String name, Yaml yaml, Map<String, DatedTable> tables) {
        yaml.map(Keywords.DEADLINE);
        return new Deadline(
                name,
                Set.copyOf(yaml.get("from").texts()),
                Set.copyOf(yaml.get("until").texts()),
                limit(yaml.get("within"), name, tables),
                yaml.find("then").map(Yaml::text),
                yaml.find("basis").map(Yaml::text).orElse(""),
                yaml.spot());
    }

    private static Limit limit(Yaml yaml, String name, Map<String, DatedTable> tables) {
        if (yaml.isText()) {
            return new Limit.Fixed(Within.find(yaml.text())
                    .orElseThrow(() -> yaml.spot()
                            .error("expected a limit such as '4 working hours', found '" + yaml.text() + "'")));
        }
        yaml.map(Keywords.WITHIN);
        Yaml named = yaml.get("table");
        DatedTable table = Optional.ofNullable(tables.get(named.text()))
                .orElseThrow(() ->
                        named.spot().error("unknown table '" + named.text() + "'; expected one of " + tables.keySet()));
        String column = yaml.find("column").map(Yaml::text).orElse(name);
        table.requireLimits(column, yaml.spot());
        return new Limit.FromTable(table, column);
    }

    /** The limit for a matter with these facts, as the rules stood on a day. Empty: no rule sets one. */
    public Optional<Term> term(Facts marks, LocalDate on) {
        return switch (limit) {
            case Limit.Fixed fixed -> Optional.of(new Term(fixed.within(), basis));
            case Limit.FromTable from ->
                from.table()
                        .find(marks, on)
                        .flatMap(row -> row.limit(from.column())
                                .map(within -> new Term(within, row.basis().isEmpty() ? basis : row.basis())));
        };
    }
}
