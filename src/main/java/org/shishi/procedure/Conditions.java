package org.shishi.procedure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What must hold before an act is possible, besides duty and stage: all of it is read off what was done with the matter
 * before, so that the same answer draws the button and guards the act.
 *
 * @param before only while this deadline runs
 * @param onlyAfter only when at least one of these acts was done
 * @param notAfter never again once one of these acts was done
 * @param atMost how often it may be done; 0 for as often as one likes
 * @param otherPerson not by whoever did one of these acts last
 * @param otherUnit not from the unit that did one of these acts last
 * @param when only when each of these fields was last said to be one of these values
 */
public record Conditions(
        Optional<String> before,
        Set<String> onlyAfter,
        Set<String> notAfter,
        int atMost,
        Set<String> otherPerson,
        Set<String> otherUnit,
        Map<String, Set<String>> when) {

    static Conditions read(Yaml yaml) {
        Map<String, Set<String>> when = new LinkedHashMap<>();
        yaml.find("when").ifPresent(all -> all.map().forEach((field, values) -> when.put(field, set(values))));
        return new Conditions(
                yaml.find("before").map(Yaml::text),
                yaml.find("only-after").map(Conditions::set).orElse(Set.of()),
                yaml.find("not-after").map(Conditions::set).orElse(Set.of()),
                yaml.find("at-most").map(Yaml::number).orElse(0),
                yaml.find("other-person").map(Conditions::set).orElse(Set.of()),
                yaml.find("other-unit").map(Conditions::set).orElse(Set.of()),
                Map.copyOf(when));
    }

    private static Set<String> set(Yaml yaml) {
        return Set.copyOf(yaml.texts());
    }

    /** Possible only in some cases of its stage: such an act alone keeps nobody busy. */
    public boolean areSpecial() {
        return before.isPresent() || !onlyAfter.isEmpty() || atMost > 0 || !when.isEmpty();
    }

    /** Every act, field and deadline named must be there. */
    void check(Procedure procedure, Spot spot) {
        before.filter(deadline -> !procedure.deadlines().containsKey(deadline)).ifPresent(deadline -> {
            throw spot.error("unknown deadline '" + deadline + "'; expected one of "
                    + procedure.deadlines().keySet());
        });
        for (Set<String> acts : java.util.List.of(onlyAfter, notAfter, otherPerson, otherUnit)) {
            acts.forEach(act -> procedure.requireAct(act, spot));
        }
        when.forEach((name, values) -> {
            Field field = procedure.requireField(name, spot);
            if (field.kind() != Field.Kind.CHOICE || !field.choices().containsAll(values)) {
                throw spot.error("'" + name + "' offers " + field.choices() + ", not all of " + values);
            }
        });
    }
}
