package org.shishi.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shishi.matter.Refusal;
import org.shishi.people.People;
import org.shishi.people.Unit;
import org.shishi.procedure.Act;
import org.shishi.procedure.Categories;
import org.shishi.procedure.Field;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Procedure;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Draws the form of an act from the fields it asks for. */
@Component
@Profile("!command")
public final class Forms {
    private final Packs packs;
    private final People people;

    Forms(Packs packs, People people) {
        this.packs = packs;
        this.people = people;
    }

    /** What a form is drawn of: the act, what is typed already, and what is wrong with that. */
    public record Draft(
            Procedure procedure,
            Act act,
            String action,
            long expecting,
            Map<String, String> typed,
            List<Refusal> wrong) {

        /** The same form with what is wrong with it. */
        Draft wrong(List<Refusal> why) {
            return new Draft(procedure, act, action, expecting, typed, why);
        }

        /** The slip of a form sent before is kept: what was sent twice counts once. */
        String slip() {
            return Optional.ofNullable(typed.get("slip"))
                    .filter(slip -> !slip.isBlank())
                    .orElseGet(() -> UUID.randomUUID().toString());
        }
    }

    public FormView draw(Say say, Draft draft) {
        List<FormView.Group> groups = draft.act().asks().stream()
                .map(field -> group(say, draft, field))
                .toList();
        List<String> shown = groups.stream()
                .flatMap(group -> group.inputs().stream())
                .map(FormView.Input::key)
                .toList();
        List<String> errors = draft.wrong().stream()
                .filter(refusal -> field(refusal).filter(shown::contains).isEmpty())
                .map(refusal -> words(say, draft.procedure(), refusal))
                .toList();
        String act = say.act(draft.procedure(), draft.act().name());
        return new FormView(draft.action(), draft.slip(), draft.expecting(), act, act, errors, groups);
    }

    private static Optional<String> field(Refusal refusal) {
        return refusal instanceof Refusal.InTheForm form ? form.field() : Optional.empty();
    }

    /** A refusal in words; names of stages are put into words too. */
    public static String words(Say say, Procedure procedure, Refusal refusal) {
        Object[] args = refusal.args().toArray();
        if (refusal instanceof Refusal.Closed closed) {
            args = new Object[] {say.stage(procedure, closed.stage())};
        } else if (refusal instanceof Refusal.NotAtThisStage early) {
            args = new Object[] {say.stage(procedure, early.stage())};
        }
        return say.word("refusal." + refusal.name(), args);
    }

    private FormView.Group group(Say say, Draft draft, Field field) {
        String procedure = draft.procedure().name();
        String hint = say.find("hint." + procedure + "." + field.name()).orElse("");
        List<FormView.Input> inputs = new ArrayList<>();
        for (String key : field.keys()) {
            if (!key.endsWith(".lat") && !key.endsWith(".lon")) {
                inputs.add(input(say, draft, field, key));
            }
        }
        return new FormView.Group(
                say.field(draft.procedure(), field.name()), hint, field.needed(), field.personal(), inputs);
    }

    private FormView.Input input(Say say, Draft draft, Field field, String key) {
        String error = draft.wrong().stream()
                .filter(refusal -> field(refusal).filter(key::equals).isPresent())
                .map(refusal -> words(say, draft.procedure(), refusal))
                .findFirst()
                .orElse("");
        String value = draft.typed().getOrDefault(key, field.preset().orElse(""));
        return new FormView.Input(
                key,
                say.field(draft.procedure(), key),
                type(field, key),
                field.atMost(),
                field.needed() && field.keys().size() == 1,
                value,
                error,
                options(say, draft, field, key));
    }

    private static String type(Field field, String key) {
        return switch (field.kind()) {
            case TEXT -> "textarea";
            case LINE, MATTER -> "text";
            case NUMBER -> "number";
            case DATE -> "date";
            case MOMENT -> "datetime-local";
            case YES, CHOICE, CATEGORY, UNIT, DIVISION -> "select";
            case PLACE -> key.endsWith(".division") ? "select" : "text";
            case PERSON -> key.endsWith(".phone") ? "tel" : "text";
        };
    }

    private List<FormView.Option> options(Say say, Draft draft, Field field, String key) {
        return switch (field.kind()) {
            case CHOICE ->
                field.choices().stream()
                        .map(value -> new FormView.Option(value, say.choice(field.name(), value), ""))
                        .toList();
            case YES ->
                List.of(
                        new FormView.Option("true", say.word("yes"), ""),
                        new FormView.Option("false", say.word("no"), ""));
            case CATEGORY ->
                packs.categories(draft.procedure(), field)
                        .map(tree -> classes(say, tree))
                        .orElse(List.of());
            case UNIT -> units(say);
            case DIVISION -> divisions(say);
            case PLACE -> key.endsWith(".division") ? divisions(say) : List.of();
            default -> List.of();
        };
    }

    private static List<FormView.Option> classes(Say say, Categories tree) {
        List<FormView.Option> options = new ArrayList<>();
        for (Categories.Category each : tree.list()) {
            String heading = each.parent()
                    .flatMap(tree::find)
                    .map(parent -> parent.name(say.locale()))
                    .orElse("");
            options.add(new FormView.Option(each.code(), each.code() + " " + each.name(say.locale()), heading));
        }
        return options.stream().filter(option -> !option.heading().isEmpty()).toList();
    }

    private List<FormView.Option> units(Say say) {
        return people.roster().listUnits().stream()
                .map((Unit unit) ->
                        new FormView.Option(unit.id(), unit.name(say.locale()), say.first("unit-kind." + unit.kind())))
                .sorted((a, b) -> a.heading().compareTo(b.heading()))
                .toList();
    }

    private List<FormView.Option> divisions(Say say) {
        return people.roster().listDivisions().stream()
                .filter(division ->
                        division.code().length() <= 9 && division.parent().isPresent())
                .map(division -> new FormView.Option(division.code(), division.name(say.locale()), ""))
                .toList();
    }
}
