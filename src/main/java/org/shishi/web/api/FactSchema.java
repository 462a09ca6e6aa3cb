package org.shishi.web.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shishi.files.Sort;
import org.shishi.procedure.Act;
import org.shishi.procedure.Categories;
import org.shishi.procedure.Field;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Procedure;
import org.shishi.web.Say;

/** What an act asks for, as JSON Schema (2020-12): drawn from the same fields as the form on the page. */
record FactSchema(Packs packs, Say say, Procedure procedure) {

    Map<String, Object> of(Act act) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> needed = new ArrayList<>();
        for (Field field : act.asks()) {
            properties.put(field.name(), field(field));
            if (field.needed()) {
                needed.add(field.name());
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("title", say.act(procedure, act.name()));
        schema.put("properties", properties);
        if (!needed.isEmpty()) {
            schema.put("required", needed);
        }
        return schema;
    }

    private Map<String, Object> field(Field field) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("title", say.field(procedure, field.name()));
        say.find("hint." + procedure.name() + "." + field.name()).ifPresent(hint -> schema.put("description", hint));
        if (field.kind().parts().isEmpty()) {
            schema.putAll(plain(field));
        } else {
            schema.put("type", "object");
            schema.put("properties", parts(field));
        }
        field.preset().ifPresent(preset -> schema.put("default", preset));
        schema.put("x-kind", field.kind().keyword());
        schema.put("x-personal", field.personal());
        return schema;
    }

    private Map<String, Object> plain(Field field) {
        return switch (field.kind()) {
            case NUMBER -> Map.of("type", "number");
            case DATE -> Map.of("type", "string", "format", "date");
            case MOMENT -> Map.of("type", "string", "format", "date-time");
            case YES -> Map.of("type", "boolean");
            case CHOICE -> Map.of("type", "string", "enum", field.choices());
            case CATEGORY -> Map.of("type", "string", "enum", codes(field));
            case FILES ->
                Map.of(
                        "type",
                        "string",
                        "description",
                        "fact or hash of each file sent by POST /api/files, a line each",
                        "x-accept",
                        field.accept().stream().map(Sort::keyword).toList(),
                        "x-at-most",
                        field.atMost());
            default -> Map.of("type", "string", "maxLength", field.atMost());
        };
    }

    private List<String> codes(Field field) {
        return packs.categories(procedure, field).map(Categories::list).orElse(List.of()).stream()
                .map(Categories.Category::code)
                .toList();
    }

    private Map<String, Object> parts(Field field) {
        Map<String, Object> parts = new LinkedHashMap<>();
        for (String part : field.kind().parts()) {
            boolean isNumber = part.equals("lat") || part.equals("lon");
            Map<String, Object> schema = new LinkedHashMap<>();
            schema.put("type", isNumber ? "number" : "string");
            schema.put("title", say.field(procedure, field.name() + "." + part));
            if (!isNumber) {
                schema.put("maxLength", field.atMost());
            }
            parts.put(part, schema);
        }
        return parts;
    }
}
