package org.shishi.procedure;

import java.util.Set;
import java.util.stream.Stream;

/** Whether every column of a register finds what it names in a procedure. */
record RegisterCheck(Register.Column column, Procedure procedure) {

    static void of(Register register, Procedure procedure) {
        register.columns().values().forEach(column -> new RegisterCheck(column, procedure).check());
    }

    private void check() {
        switch (column.source()) {
            case Register.Source.Fact fact -> fact(fact.key());
            case Register.Source.First first -> act(first.act());
            case Register.Source.Last last -> act(last.act());
            case Register.Source.DoneBy by -> act(by.act());
            case Register.Source.FirstBy by -> act(by.act());
            case Register.Source.Lost lost ->
                Stream.of(lost.from(), lost.back(), lost.again())
                        .flatMap(Set::stream)
                        .forEach(this::act);
            case Register.Source.Earlier earlier -> {
                if (procedure.requireField(earlier.field(), column.spot()).kind() != Field.Kind.PERSON) {
                    throw column.spot().error("'" + earlier.field() + "' is not a field of kind person");
                }
            }
            case Register.Source.Times times -> act(times.act());
            case Register.Source.Days days -> {
                act(days.from());
                act(days.to());
            }
            case Register.Source.WorkingDays days -> {
                act(days.from());
                act(days.to());
            }
            case Register.Source.Kept kept -> deadline(kept.deadline());
            case Register.Source.Holds holds -> holds(holds);
            case Register.Source.Measured ignored -> {}
        }
    }

    private void fact(String key) {
        Field field = procedure
                .fieldOf(key)
                .filter(found -> found.keys().contains(key))
                .orElseThrow(
                        () -> column.spot().error("procedure '" + procedure.name() + "' has no fact '" + key + "'"));
        if (field.personal()) {
            throw column.spot().error("'" + key + "' is personal and stands in no register");
        }
    }

    private void holds(Register.Source.Holds holds) {
        act(holds.act());
        holds.until().forEach(this::act);
        Field field = procedure.requireField(holds.field(), column.spot());
        if (field.kind() != Field.Kind.CHOICE
                || !holds.of().map(field.choices()::contains).orElse(true)) {
            throw column.spot()
                    .error("'" + holds.field() + "' is no choice, or does not offer '"
                            + holds.of().orElse("") + "'; it offers " + field.choices());
        }
    }

    private void deadline(String deadline) {
        if (!procedure.deadlines().containsKey(deadline)) {
            throw column.spot()
                    .error("unknown deadline '" + deadline + "'; expected one of "
                            + procedure.deadlines().keySet());
        }
    }

    private void act(String act) {
        if (procedure.findAct(act).isEmpty()) {
            throw column.spot()
                    .error("unknown act '" + act + "'; expected one of "
                            + procedure.acts().keySet());
        }
    }
}
