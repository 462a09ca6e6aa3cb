package org.shishi.procedure;

import java.util.Locale;
import java.util.Map;

/**
 * What a duty reaches: which matters it sees and with which it may act, besides what each act says of its own.
 */
public record Duty(String name, Reach sees, Reach acts) {

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

    static Duty read(String name, Yaml yaml) {
        Map<String, Yaml> said = yaml.map(Keywords.DUTY);
        return new Duty(
                name,
                said.containsKey("sees") ? Reach.read(said.get("sees")) : Reach.NOTHING,
                said.containsKey("acts") ? Reach.read(said.get("acts")) : Reach.NOTHING);
    }
}
