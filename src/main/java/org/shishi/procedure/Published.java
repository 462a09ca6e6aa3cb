package org.shishi.procedure;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What of a pack is for everybody, without signing in (公开): its published figures, and of each procedure what the caller
 * of a matter may follow. What is not named here is not shown.
 *
 * @param figures names of the figures, in the order shown
 * @param followed by procedure
 */
public record Published(List<String> figures, Map<String, Followed> followed) {
    static final Published NOTHING = new Published(List.of(), Map.of());

    /**
     * What a caller may see of their own matter.
     *
     * @param saying how somebody puts one on account in their own words; absent where only the office does
     * @param facts fields, none of them personal
     */
    public record Followed(Optional<Saying> saying, Set<String> acts, Set<String> facts, Set<String> deadlines) {}

    /**
     * An act done by a citizen who is known to nobody.
     *
     * @param asks the keys of facts asked for, in the order shown
     * @param with facts that the way in settles: the channel, for one
     */
    public record Saying(String act, List<String> asks, Map<String, String> with) {}

    static Published read(Yaml yaml, Map<String, Procedure> procedures, Map<String, Figure> figures) {
        yaml.map(Keywords.PUBLIC);
        List<Yaml> named = yaml.find("figures").map(Yaml::list).orElse(List.of());
        named.forEach(each -> require(each, figures.keySet(), "figure"));
        Map<String, Followed> followed = new LinkedHashMap<>();
        yaml.find("matters")
                .ifPresent(all -> all.map().forEach((name, said) -> {
                    Procedure procedure = Optional.ofNullable(procedures.get(name))
                            .orElseThrow(() -> said.spot().error("unknown procedure '" + name + "'"));
                    followed.put(name, followed(said, procedure));
                }));
        return new Published(named.stream().map(Yaml::text).toList(), followed);
    }

    private static Followed followed(Yaml yaml, Procedure procedure) {
        yaml.map(Keywords.FOLLOWED);
        Set<String> facts = names(yaml, "facts", procedure.fields().keySet(), "field");
        facts.stream()
                .filter(name -> procedure.requireField(name, yaml.spot()).personal())
                .findFirst()
                .ifPresent(name -> {
                    throw yaml.spot().error("'" + name + "' is personal: it is never public");
                });
        return new Followed(
                yaml.find("say").map(said -> saying(said, procedure)),
                names(yaml, "acts", procedure.acts().keySet(), "act"),
                facts,
                names(yaml, "deadlines", procedure.deadlines().keySet(), "deadline"));
    }

    private static Set<String> names(Yaml yaml, String keyword, Set<String> known, String what) {
        Set<String> names = new LinkedHashSet<>();
        for (Yaml each : yaml.find(keyword).map(Yaml::list).orElse(List.of())) {
            names.add(require(each, known, what));
        }
        return names;
    }

    private static String require(Yaml named, Set<String> known, String what) {
        if (!known.contains(named.text())) {
            throw named.spot().error("unknown " + what + " '" + named.text() + "'; expected one of " + known);
        }
        return named.text();
    }

    private static Saying saying(Yaml yaml, Procedure procedure) {
        yaml.map(Keywords.SAY);
        Act act = procedure
                .findAct(yaml.get("act").text())
                .filter(Act::opens)
                .orElseThrow(() -> yaml.spot()
                        .error("'" + yaml.get("act").text() + "' does not open a '" + procedure.name() + "'"));
        Set<String> keys = new LinkedHashSet<>();
        act.asks().forEach(field -> keys.addAll(field.keys()));
        List<String> asks = yaml.get("asks").list().stream()
                .map(each -> require(each, keys, "fact"))
                .toList();
        Map<String, String> with = new LinkedHashMap<>();
        yaml.find("with")
                .ifPresent(map -> map.map().forEach((key, value) -> {
                    if (!keys.contains(key)) {
                        throw value.spot().error("unknown fact '" + key + "'; expected one of " + keys);
                    }
                    with.put(key, value.text());
                }));
        return new Saying(act.name(), asks, with);
    }
}
