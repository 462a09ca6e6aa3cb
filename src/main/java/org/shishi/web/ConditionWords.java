package org.shishi.web;

import java.util.Collection;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.shishi.procedure.Act;
import org.shishi.procedure.Conditions;
import org.shishi.procedure.Procedure;

/** What must hold before an act is possible, in words: what the desk asks, no more and no less. */
record ConditionWords(Say say, Procedure procedure) {

    String of(Act act) {
        Conditions conditions = act.conditions();
        StringJoiner words = new StringJoiner(say.word("packs.and"));
        conditions.before().ifPresent(deadline -> words.add(word("before", say.deadline(procedure, deadline))));
        conditions.when().forEach((field, values) -> words.add(when(field, values)));
        add(words, "only-after", conditions.onlyAfter());
        add(words, "not-after", conditions.notAfter());
        if (conditions.atMost() > 0) {
            words.add(word("at-most", Integer.toString(conditions.atMost())));
        }
        add(words, "other-person", conditions.otherPerson());
        add(words, "other-unit", conditions.otherUnit());
        act.checks().forEach(check -> words.add(say.first("check." + check.name())));
        return words.toString();
    }

    private String word(String name, String with) {
        return say.word("packs.condition." + name, with);
    }

    private void add(StringJoiner words, String name, Collection<String> acts) {
        if (!acts.isEmpty()) {
            words.add(word(
                    name,
                    acts.stream().sorted().map(act -> say.act(procedure, act)).collect(Collectors.joining(or()))));
        }
    }

    private String when(String field, Set<String> values) {
        String choices =
                values.stream().sorted().map(value -> say.choice(field, value)).collect(Collectors.joining(or()));
        return say.word("packs.condition.when", say.field(procedure, field), choices);
    }

    private String or() {
        return say.word("packs.or");
    }
}
