package org.shishi.procedure;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether the clock can do its act wherever a deadline may pass. Of a matter only the next passing is kept in front of the
 * clock: one act that is refused for ever would keep all that come after it from ringing.
 */
record RingingCheck(Procedure procedure, Deadline deadline) {

    static void of(Procedure procedure) {
        procedure.deadlines().values().forEach(deadline -> new RingingCheck(procedure, deadline).check());
    }

    private void check() {
        deadline.then().map(procedure::act).ifPresent(act -> {
            if (act.conditions().areSpecial()
                    || !act.checks().isEmpty()
                    || act.asks().stream().anyMatch(Field::needed)) {
                throw deadline.spot()
                        .error("'" + act.name() + "' has conditions, checks or needed fields: the clock meets none");
            }
            Set<String> beyond = running();
            beyond.removeIf(act::isAt);
            if (!beyond.isEmpty()) {
                throw deadline.spot()
                        .error("it may pass at " + beyond.stream().sorted().toList() + ", where '" + act.name()
                                + "' is not possible");
            }
        });
    }

    /** The stages at which it may run: those its acts lead to, and those reached from there by acts that do not end it. */
    private Set<String> running() {
        Deadline foot = deadline.ladder().map(procedure.deadlines()::get).orElse(deadline);
        Set<String> stages = new HashSet<>();
        Queue<String> next = new ArrayDeque<>();
        foot.from().stream().map(procedure::act).forEach(act -> next.addAll(after(act)));
        while (!next.isEmpty()) {
            String stage = next.remove();
            if (stages.add(stage)) {
                procedure.acts().values().stream()
                        .filter(act -> act.isAt(stage) && !foot.until().contains(act.name()))
                        .forEach(act -> act.to().ifPresent(next::add));
            }
        }
        return stages;
    }

    private Set<String> after(Act act) {
        return act.to()
                .map(Set::of)
                .orElseGet(() -> procedure.stages().stream().filter(act::isAt).collect(Collectors.toSet()));
    }
}
