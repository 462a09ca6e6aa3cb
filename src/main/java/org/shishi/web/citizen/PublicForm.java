package org.shishi.web.citizen;

import java.util.List;
import java.util.function.Predicate;
import org.shishi.procedure.Procedure;
import org.shishi.web.FormView;
import org.shishi.web.Say;

/** A form as the public sees it: in words for the public, asking for nothing but what the public is asked. */
record PublicForm(Say say, Procedure procedure) {

    /** @param asked the keys that are asked for */
    FormView of(FormView form, Predicate<String> asked, String press) {
        List<FormView.Group> groups = form.groups().stream()
                .map(group -> group(group, asked))
                .filter(group -> !group.inputs().isEmpty())
                .toList();
        return new FormView(form.action(), form.slip(), form.expecting(), press, press, form.errors(), groups);
    }

    /** Of a field with one part left the part is the field. */
    private FormView.Group group(FormView.Group group, Predicate<String> asked) {
        List<FormView.Input> inputs = group.inputs().stream()
                .filter(input -> asked.test(input.key()))
                .map(this::input)
                .toList();
        boolean isOne = inputs.size() == 1;
        String hint = isOne ? inputs.getFirst().hint() : "";
        return new FormView.Group(
                isOne ? inputs.getFirst().label() : group.label(), hint, group.needed(), group.personal(), inputs);
    }

    private FormView.Input input(FormView.Input input) {
        String key = procedure.name() + "." + input.key();
        return new FormView.Input(
                input.key(),
                say.find("public.field." + key).orElse(input.label()),
                say.find("public.hint." + key).orElse(""),
                input.type(),
                input.atMost(),
                input.needed(),
                input.value(),
                input.error(),
                input.options(),
                input.near());
    }
}
