package org.shishi.web.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shishi.procedure.Act;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Procedure;
import org.shishi.web.Say;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The OpenAPI 3.1 description: what is the same for every city stands in {@code api/openapi.json}; what each act asks for
 * is drawn from the packs, so that it cannot fall behind them.
 */
record Description(Packs packs, Say say) {

    byte[] text() {
        Map<String, Object> all = read();
        Map<String, Object> schemas = inside(inside(all, "components"), "schemas");
        List<Object> openings = new ArrayList<>();
        List<Object> entries = new ArrayList<>();
        for (Procedure procedure : packs.procedures()) {
            for (Act act : procedure.acts().values()) {
                if (!act.isOfTheClock()) {
                    String name = procedure.name() + (act.opens() ? ".open." : ".") + act.name();
                    schemas.put(name, schema(procedure, act));
                    (act.opens() ? openings : entries).add(Map.of("$ref", "#/components/schemas/" + name));
                }
            }
        }
        schemas.put("Opening", Map.of("anyOf", openings));
        schemas.put("Entry", Map.of("anyOf", entries));
        return JsonText.object(json -> JsonText.members(json, all));
    }

    private static Map<String, Object> read() {
        return JsonMapper.shared().readValue(DocsDoor.read("/api/openapi.json"), new TypeReference<>() {});
    }

    @SuppressWarnings("unchecked") // the file is ours
    private static Map<String, Object> inside(Map<String, Object> map, String name) {
        return (Map<String, Object>) map.computeIfAbsent(name, _ -> new LinkedHashMap<String, Object>());
    }

    private Map<String, Object> schema(Procedure procedure, Act act) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (act.opens()) {
            members.put("procedure", Map.of("const", procedure.name(), "title", say.procedure(procedure)));
        }
        members.put("act", Map.of("const", act.name(), "title", say.act(procedure, act.name())));
        members.put("facts", new FactSchema(packs, say, procedure).of(act));
        members.put("happenedAt", Map.of("$ref", "#/components/schemas/HappenedAt"));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("title", say.procedure(procedure) + " · " + say.act(procedure, act.name()));
        schema.put("properties", members);
        schema.put("required", act.opens() ? List.of("procedure", "facts") : List.of("act"));
        schema.put("additionalProperties", false);
        return schema;
    }
}
