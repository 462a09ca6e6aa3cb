package org.shishi.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shishi.people.Division;
import org.shishi.people.People;
import org.shishi.people.Roster;
import org.shishi.people.Unit;
import org.shishi.procedure.Categories;
import org.shishi.procedure.Field;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Procedure;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * What may be chosen in a field. Long lists (classes, units, divisions) are typed into and found by any part of their
 * words: {@code 路灯} finds the class {@code 0305 路灯照明}.
 */
@Component
@Profile("!command")
public final class Choices {
    /** A township and whatever is above it: short enough to be listed in a page. Villages are found by their name. */
    private static final int TOWNSHIP = 9;

    private final Packs packs;
    private final People people;

    Choices(Packs packs, People people) {
        this.packs = packs;
        this.people = people;
    }

    /** Whether a fact is typed and looked for, not picked from a short list. */
    static boolean isSought(Field field, String key) {
        return switch (field.kind()) {
            case CATEGORY, UNIT, DIVISION -> true;
            case PLACE -> key.endsWith(".division");
            default -> false;
        };
    }

    /** What a page lists, in the order of the house; the heading of an option says what it belongs to. */
    List<FormView.Option> list(Say say, Procedure procedure, Field field, String key) {
        return switch (field.kind()) {
            case CHOICE ->
                field.choices().stream()
                        .map(value -> new FormView.Option(value, say.choice(field.name(), value), ""))
                        .toList();
            case YES -> List.of(option("true", say.word("yes")), option("false", say.word("no")));
            case CATEGORY ->
                packs.categories(procedure, field)
                        .map(tree -> classes(say, tree))
                        .orElse(List.of());
            case UNIT -> units(say);
            case DIVISION -> divisions(say, Choices::isListed).toList();
            case PLACE ->
                key.endsWith(".division") ? divisions(say, Choices::isListed).toList() : List.of();
            default -> List.of();
        };
    }

    private static FormView.Option option(String value, String label) {
        return new FormView.Option(value, label, "");
    }

    /** Each class with the unit that usually answers for it. */
    List<FormView.Option> classes(Say say, Categories tree) {
        Roster roster = people.roster();
        return tree.list().stream()
                .filter(each -> each.parent().isPresent())
                .map(each -> new FormView.Option(
                        each.code(),
                        each.code() + " " + each.name(say.locale()),
                        tree.unitOf(each.code())
                                .flatMap(roster::findUnit)
                                .map(unit -> unit.name(say.locale()))
                                .orElse("")))
                .toList();
    }

    List<FormView.Option> units(Say say) {
        return people.roster().listUnits().stream()
                .map((Unit unit) ->
                        new FormView.Option(unit.id(), unit.name(say.locale()), say.first("unit-kind." + unit.kind())))
                .toList();
    }

    private static boolean isListed(Division division) {
        return division.code().length() <= TOWNSHIP && division.parent().isPresent();
    }

    List<FormView.Option> divisions(Say say) {
        return divisions(say, Choices::isListed).toList();
    }

    /** A village is told apart from its namesakes by its township. */
    private Stream<FormView.Option> divisions(Say say, Predicate<Division> which) {
        Roster roster = people.roster();
        return roster.listDivisions().stream()
                .filter(which)
                .map(division -> new FormView.Option(
                        division.code(),
                        division.code().length() <= TOWNSHIP
                                ? division.name(say.locale())
                                : roster.path(division.code()).stream()
                                        .skip(1)
                                        .map(each -> each.name(say.locale()))
                                        .collect(Collectors.joining(" ")),
                        ""));
    }

    /** How a value that may be chosen is shown; what is none stays as it was typed. */
    String shown(Say say, Procedure procedure, Field field, String key, String typed) {
        return all(say, procedure, field, key).stream()
                .filter(option -> option.value().equals(typed))
                .map(FormView.Option::label)
                .findFirst()
                .orElse(typed);
    }

    private List<FormView.Option> all(Say say, Procedure procedure, Field field, String key) {
        boolean isDivision = field.kind() == Field.Kind.DIVISION || field.kind() == Field.Kind.PLACE;
        return isDivision ? divisions(say, _ -> true).toList() : list(say, procedure, field, key);
    }

    /** The options that what was typed may mean: one when it is plain. */
    List<FormView.Option> meant(Say say, Procedure procedure, Field field, String key, String typed) {
        return meant(all(say, procedure, field, key), typed);
    }

    /** By value, else by the whole name, else by all its words anywhere in the name, else in name and heading. */
    static List<FormView.Option> meant(List<FormView.Option> options, String typed) {
        String said = typed.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        if (said.isEmpty()) {
            return List.of();
        }
        List<Predicate<FormView.Option>> ways = List.of(
                option -> option.value().equalsIgnoreCase(said),
                option -> isName(small(option.label()), said),
                option -> holds(small(option.label()), said),
                option -> holds(small(option.label() + " " + option.heading()), said));
        return ways.stream()
                .map(way -> options.stream().filter(way).toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static boolean isName(String label, String said) {
        return label.equals(said) || label.endsWith(" " + said);
    }

    private static boolean holds(String text, String said) {
        return Stream.of(said.split(" ")).allMatch(text::contains);
    }

    /** The unit that usually answers for a class. */
    Optional<String> unitOf(Procedure procedure, Field field, String code) {
        return packs.categories(procedure, field).flatMap(tree -> tree.unitOf(code));
    }
}
