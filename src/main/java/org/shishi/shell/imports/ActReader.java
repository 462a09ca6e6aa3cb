package org.shishi.shell.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shishi.procedure.Act;
import org.shishi.procedure.Duty;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Procedure;
import org.shishi.procedure.Yaml;

/** Reads the part of a mapping that says what happened, against its columns and the procedure. */
record ActReader(Packs packs, Procedure procedure, Map<String, String> columns, Map<String, Map<String, String>> maps) {

    List<Mapping.MappedAct> read(Yaml yaml) {
        List<Yaml> acts = yaml.list();
        for (int i = 0; i < acts.size(); i++) {
            Yaml act = acts.get(i).get("act");
            if (known(act).opens() != (i == 0)) {
                throw act.spot()
                        .error(i == 0 ? "the first act must open a matter" : "only the first act may open a matter");
            }
        }
        return acts.stream().map(this::act).toList();
    }

    private Act known(Yaml act) {
        return procedure
                .findAct(act.text())
                .orElseThrow(() -> act.spot()
                        .error("'" + procedure.name() + "' has no act '" + act.text() + "'; expected one of "
                                + procedure.acts().keySet()));
    }

    private Mapping.MappedAct act(Yaml yaml) {
        yaml.map(Keywords.ACT);
        Act act = known(yaml.get("act"));
        Map<String, Mapping.Asks> asks = new LinkedHashMap<>();
        yaml.find("asks")
                .ifPresent(all -> all.map().forEach((fact, from) -> asks.put(asked(act, fact, from), asks(from))));
        String duty = duty(act, yaml.get("as"));
        boolean inUnit = packs.duty(procedure, duty).acts() == Duty.Reach.UNIT;
        return new Mapping.MappedAct(
                act.name(),
                duty,
                inUnit,
                column(yaml.get("at")),
                yaml.find("when").map(this::column),
                asks);
    }

    private static String duty(Act act, Yaml yaml) {
        if (!act.by().contains(yaml.text())) {
            throw yaml.spot()
                    .error("'" + act.name() + "' is no duty of '" + yaml.text() + "'; expected one of " + act.by());
        }
        return yaml.text();
    }

    String column(Yaml yaml) {
        if (!columns.containsKey(yaml.text())) {
            throw yaml.spot().error("no column '" + yaml.text() + "'; expected one of " + columns.keySet());
        }
        return yaml.text();
    }

    /** A fact by its name, or by that of one of its parts: {@code text}, {@code caller.phone}. */
    private String asked(Act act, String fact, Yaml from) {
        boolean isAsked =
                act.asks().stream().anyMatch(field -> fact.equals(field.name()) || fact.startsWith(field.name() + "."));
        if (!isAsked || procedure.fieldOf(fact).isEmpty()) {
            throw from.spot()
                    .error("'" + act.name() + "' does not ask for '" + fact + "'; expected one of "
                            + act.asks().stream().map(field -> field.name()).toList());
        }
        return fact;
    }

    private Mapping.Asks asks(Yaml yaml) {
        Map<String, Yaml> said = yaml.map(Keywords.FACT);
        List<String> from = said.containsKey("columns")
                ? yaml.get("columns").list().stream().map(this::column).toList()
                : yaml.find("column").map(this::column).map(List::of).orElse(List.of());
        if (from.isEmpty() == yaml.find("value").isEmpty()) {
            throw yaml.spot().error("a fact has either a value or columns");
        }
        return new Mapping.Asks(
                yaml.find("value").map(Yaml::text),
                from,
                yaml.find("with").map(Yaml::text).orElse(" "),
                yaml.find("map").map(this::map),
                yaml.find("prefix").map(Yaml::text).orElse(""));
    }

    private Map<String, String> map(Yaml yaml) {
        return Optional.ofNullable(maps.get(yaml.text()))
                .orElseThrow(() -> yaml.spot().error("no map '" + yaml.text() + "'; expected one of " + maps.keySet()));
    }
}
