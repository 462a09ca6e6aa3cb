package org.shishi.procedure;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a duty reaches: which matters it sees and with which it may act, besides what each act says of its own.
 *
 * @param watches what stands on the page of whoever has the duty though nothing is asked of them: {@link #NEAR}, or
 *     matters past their limit with which one of these acts was done
 */
public record Duty(String name, Reach sees, Reach acts, Set<String> watches) {
    /** Matters near the end of their limit, or past it. */
    public static final String NEAR = "near";

    /** Whose matters. */
    public enum Reach {
        NOTHING,
        /** Those one put on account oneself. */
        OWN,
        /** Those one's unit answers for; for seeing, also those it answered for once. */
        UNIT,
        ALL;

        static Reach read(Yaml yaml) {
            for (Reach reach : values()) {
                if (reach.name().toLowerCase(Locale.ROOT).equals(yaml.text())) {
                    return reach;
                }
            }
            throw yaml.spot().error("unknown reach '" + yaml.text() + "'; expected one of [nothing, own, unit, all]");
        }
    }

    /** A duty the pack does not speak of. */
    static Duty none(String name) {
        return new Duty(name, Reach.NOTHING, Reach.NOTHING, Set.of());
    }

    /** @param acts all acts of the pack: what may be watched for */
    static Duty read(String name, Yaml yaml, Set<String> acts) {
        Map<String, Yaml> said = yaml.map(Keywords.DUTY);
        return new Duty(
                name,
                said.containsKey("sees") ? Reach.read(said.get("sees")) : Reach.NOTHING,
                said.containsKey("acts") ? Reach.read(said.get("acts")) : Reach.NOTHING,
                yaml.find("watches").map(watched -> watches(watched, acts)).orElse(Set.of()));
    }

    private static Set<String> watches(Yaml yaml, Set<String> acts) {
        for (Yaml each : yaml.list()) {
            if (!each.text().equals(NEAR) && !acts.contains(each.text())) {
                throw each.spot()
                        .error("'" + each.text() + "' cannot be watched; expected 'near' or an act of the pack");
            }
        }
        return Set.copyOf(yaml.texts());
    }
}
