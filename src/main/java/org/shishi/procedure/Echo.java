package org.shishi.procedure;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an act on a lead matter does besides: the clock does an act on every matter that names the lead in a field
 * (an answer to one is the answer to all whose appeals were merged into it).
 *
 * @param link the field of the others in which they name this matter
 * @param act the clock's act on each of them, where it is possible
 * @param with fields of that act filled from fields of this matter
 */
public record Echo(String link, String act, Map<String, String> with, Spot spot) {

    static Echo read(Yaml yaml) {
        yaml.map(Keywords.ECHOES);
        Map<String, String> with = new LinkedHashMap<>();
        yaml.find("with").ifPresent(map -> map.map().forEach((to, from) -> with.put(to, from.text())));
        return new Echo(yaml.get("link").text(), yaml.get("act").text(), Map.copyOf(with), yaml.spot());
    }

    void check(Procedure procedure) {
        procedure.requireAct(act, spot);
        if (!procedure.act(act).by().contains("clock")) {
            throw spot.error("'" + act + "' is not an act of the clock");
        }
        if (procedure.requireField(link, spot).kind() != Field.Kind.MATTER) {
            throw spot.error("'" + link + "' is not a field of kind matter");
        }
    }
}
