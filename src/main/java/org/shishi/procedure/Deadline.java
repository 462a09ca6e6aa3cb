package org.shishi.procedure;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shishi.calendar.Within;

/**
 * By when something must have happened.
 *
 * @param from the acts it counts from
 * @param until the acts that meet it
 * @param limit how long
 * @param pauses the acts that stop it and let it go on
 * @param extension how it is extended
 * @param then the act the clock does when it has passed; without it the deadline is a window in which something is possible
 * @param basis the law or rule it rests on; a table may name its own
 */
public record Deadline(
        String name,
        Set<String> from,
        Set<String> until,
        Limit limit,
        Pauses pauses,
        Optional<Extension> extension,
        Optional<String> then,
        String basis,
        Spot spot) {
    private static final Pattern SHIFT = Pattern.compile("(-?\\d{1,3}) working days?");

    /** How long: the same for all, looked up in a dated table, a day somebody said, or a step of another's ladder. */
    public sealed interface Limit {
        record Fixed(Within within) implements Limit {}

        record FromTable(DatedTable table, String column) implements Limit {}

        /** Until the day said in a field comes. */
        record OnDate(String field) implements Limit {}

        /** So many working days after the end of the month it begins in. */
        record AfterMonth(int workingDays) implements Limit {}

        /** So many working days after another deadline's last moment; before it when negative. */
        record Shifted(String of, int workingDays) implements Limit {}
    }

    /** While it is stopped (停钟) a limit is not counted: what was used stays used, the rest is left. */
    public record Pauses(Set<String> stops, Set<String> goesOn) {}

    /** By an act the limit runs until the end of the day said in a field instead. */
    public record Extension(String act, String to) {
        static Extension read(Yaml yaml) {
            yaml.map(Keywords.EXTENDED);
            return new Extension(yaml.get("act").text(), yaml.get("to").text());
        }
    }

    /** A limit that applies to one matter, with the rule it comes from. */
    public record Term(Within within, String basis) {}

    static Deadline read(String name, Yaml yaml, Map<String, DatedTable> tables) {
        yaml.map(Keywords.DEADLINE);
        boolean isStep = yaml.find("of").isPresent();
        return new Deadline(
                name,
                isStep ? Set.of() : Set.copyOf(yaml.get("from").texts()),
                isStep ? Set.of() : Set.copyOf(yaml.get("until").texts()),
                isStep ? shift(yaml.get("of"), yaml.get("shift")) : limit(yaml.get("within"), name, tables),
                new Pauses(texts(yaml, "stops"), texts(yaml, "goes-on")),
                yaml.find("extended-by").map(Extension::read),
                yaml.find("then").map(Yaml::text),
                yaml.find("basis").map(Yaml::text).orElse(""),
                yaml.spot());
    }

    private static Set<String> texts(Yaml yaml, String keyword) {
        return yaml.find(keyword).map(each -> Set.copyOf(each.texts())).orElse(Set.of());
    }

    private static Limit shift(Yaml of, Yaml shift) {
        Matcher matcher = SHIFT.matcher(shift.text());
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
            throw shift.spot().error("expected a shift such as '-1 working day', found '" + shift.text() + "'");
        }
        return new Limit.Shifted(of.text(), Integer.parseInt(matcher.group(1)));
    }

    private static int workingDays(Yaml yaml) {
        return Within.find(yaml.text())
                .filter(within -> within.unit() == Within.Unit.WORKING_DAYS)
                .map(Within::count)
                .orElseThrow(() -> yaml.spot()
                        .error("expected working days such as '5 working days', found '" + yaml.text() + "'"));
    }

    private static Limit limit(Yaml yaml, String name, Map<String, DatedTable> tables) {
        if (yaml.isText()) {
            return new Limit.Fixed(Within.find(yaml.text())
                    .orElseThrow(() -> yaml.spot()
                            .error("expected a limit such as '4 working hours', found '" + yaml.text() + "'")));
        }
        yaml.map(Keywords.WITHIN);
        Optional<Yaml> date = yaml.find("date");
        Optional<Yaml> month = yaml.find("month-end");
        if (month.isPresent()) {
            return new Limit.AfterMonth(workingDays(month.get()));
        }
        return date.isPresent() ? new Limit.OnDate(date.get().text()) : fromTable(yaml, name, tables);
    }

    private static Limit fromTable(Yaml yaml, String name, Map<String, DatedTable> tables) {
        Yaml named = yaml.get("table");
        DatedTable table = Optional.ofNullable(tables.get(named.text()))
                .orElseThrow(() ->
                        named.spot().error("unknown table '" + named.text() + "'; expected one of " + tables.keySet()));
        String column = yaml.find("column").map(Yaml::text).orElse(name);
        table.requireLimits(column, yaml.spot());
        return new Limit.FromTable(table, column);
    }

    /** The limit for a matter with these facts, as the rules stood on a day. Empty: no rule sets one, or only the calendar can say. */
    public Optional<Term> term(Facts marks, LocalDate on) {
        return switch (limit) {
            case Limit.Fixed fixed -> Optional.of(new Term(fixed.within(), basis));
            case Limit.FromTable from ->
                from.table()
                        .find(marks, on)
                        .flatMap(row -> row.limit(from.column())
                                .map(within -> new Term(within, row.basis().isEmpty() ? basis : row.basis())));
            case Limit.OnDate date -> marks.find(date.field()).map(to -> new Term(until(on, to), basis));
            case Limit.AfterMonth _, Limit.Shifted _ -> Optional.empty();
        };
    }

    /** Natural days to the end of the one before: when the day comes, the clock acts. A day at least. */
    private static Within until(LocalDate on, String to) {
        long days = LocalDate.parse(to).toEpochDay() - on.toEpochDay() - 1;
        return new Within(Math.clamp(days, 1, 9999), Within.Unit.DAYS);
    }

    /** The deadline whose ladder it is a step of. */
    public Optional<String> ladder() {
        return limit instanceof Limit.Shifted shifted ? Optional.of(shifted.of()) : Optional.empty();
    }

    /** Every act named in it. */
    Set<String> acts() {
        Set<String> acts = new HashSet<>(from);
        acts.addAll(until);
        acts.addAll(pauses.stops());
        acts.addAll(pauses.goesOn());
        extension.ifPresent(by -> acts.add(by.act()));
        then.ifPresent(acts::add);
        return acts;
    }

    /** Every field whose day it reads. */
    Set<String> dates() {
        Set<String> dates = new HashSet<>();
        extension.ifPresent(by -> dates.add(by.to()));
        if (limit instanceof Limit.OnDate date) {
            dates.add(date.field());
        }
        return dates;
    }
}
