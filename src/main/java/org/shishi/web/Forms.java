package org.shishi.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shishi.files.Kind;
import org.shishi.matter.Refusal;
import org.shishi.matter.Slips;
import org.shishi.procedure.Act;
import org.shishi.procedure.Field;
import org.shishi.procedure.Procedure;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Draws the form of an act from the fields it asks for. */
@Component
@Profile("!command")
public final class Forms {
    private static final int NEAR_AT_MOST = 12;
    private final Choices choices;

    Forms(Choices choices) {
        this.choices = choices;
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
                    .orElseGet(() -> Slips.fresh());
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
        List<FormView.Input> inputs = new ArrayList<>();
        for (String key : field.keys()) {
            if (!key.endsWith(".lat") && !key.endsWith(".lon")) {
                inputs.add(input(say, draft, field, key));
            }
        }
        return new FormView.Group(
                say.field(draft.procedure(), field.name()),
                hint(say, draft, field.name()),
                field.needed(),
                field.personal(),
                inputs);
    }

    private static String hint(Say say, Draft draft, String key) {
        return say.find("hint." + draft.procedure().name() + "." + key).orElse("");
    }

    private FormView.Input input(Say say, Draft draft, Field field, String key) {
        String said = draft.typed().getOrDefault(key, field.preset().orElse(""));
        String typed = draft.typed().getOrDefault(key + FormReading.PICK, said);
        boolean sought = Choices.isSought(field, key);
        String why = draft.wrong().stream()
                .filter(refusal -> field(refusal).filter(key::equals).isPresent())
                .map(refusal -> words(say, draft.procedure(), refusal))
                .distinct()
                .collect(Collectors.joining(" "));
        List<FormView.Option> near = sought && !why.isEmpty()
                ? choices.meant(say, draft.procedure(), field, key, typed).stream()
                        .limit(NEAR_AT_MOST)
                        .toList()
                : List.of();
        return new FormView.Input(
                key,
                say.field(draft.procedure(), key),
                field.keys().size() == 1 ? "" : hint(say, draft, key),
                type(field, key),
                field.atMost(),
                field.needed() && field.keys().size() == 1,
                value(say, draft, field, key, typed),
                near.size() > 1 ? say.word("pick.several", typed) : why,
                field.kind() == Field.Kind.FILES
                        ? kept(draft.typed(), key)
                        : choices.list(say, draft.procedure(), field, key),
                near);
    }

    private String value(Say say, Draft draft, Field field, String key, String typed) {
        if (field.kind() == Field.Kind.FILES) {
            return Stream.of(Kind.values())
                    .filter(kind -> field.accept().contains(kind.sort()))
                    .map(Kind::type)
                    .collect(Collectors.joining(","));
        }
        return Choices.isSought(field, key) ? choices.shown(say, draft.procedure(), field, key, typed) : typed;
    }

    /** The files that came with the form before and need not be sent again. */
    private static List<FormView.Option> kept(Map<String, String> typed, String key) {
        String prefix = key + Typed.KEPT;
        return typed.entrySet().stream()
                .filter(each -> each.getKey().startsWith(prefix))
                .map(each -> new FormView.Option(each.getKey().substring(prefix.length()), each.getValue(), ""))
                .toList();
    }

    private static String type(Field field, String key) {
        return switch (field.kind()) {
            case TEXT -> "textarea";
            case LINE, MATTER -> "text";
            case NUMBER -> "number";
            case DATE -> "date";
            case MOMENT -> "datetime-local";
            case YES, CHOICE -> "select";
            case CATEGORY, UNIT, DIVISION -> "sought";
            case PLACE -> key.endsWith(".division") ? "sought" : "text";
            case FILES -> "files";
            case PERSON -> key.endsWith(".phone") ? "tel" : key.endsWith(".mail") ? "email" : "text";
        };
    }
}
