package org.shishi.procedure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How matters wait on a worklist.
 *
 * @param first those of which one of these fields was last said to be one of these values come first within the same light
 * @param notes the measures shown beside a matter that waits
 */
public record Waiting(Map<String, Set<String>> first, List<Act.Mention> notes) {
    static final Waiting PLAIN = new Waiting(Map.of(), List.of());

    public Waiting {
        first = Collections.unmodifiableMap(first);
        notes = List.copyOf(notes);
    }

    static Waiting read(Yaml yaml, Map<String, Field> fields) {
        yaml.map(Keywords.WAITING);
        Map<String, Set<String>> first = new LinkedHashMap<>();
        yaml.find("first")
                .ifPresent(all -> all.map().forEach((name, values) -> first.put(name, values(name, values, fields))));
        List<Act.Mention> notes = yaml.find("notes").map(Yaml::list).orElse(List.of()).stream()
                .map(Act.Mention::of)
                .toList();
        return new Waiting(first, notes);
    }

    private static Set<String> values(String name, Yaml values, Map<String, Field> fields) {
        Field field = fields.get(name);
        if (field == null
                || field.kind() != Field.Kind.CHOICE
                || !field.choices().containsAll(values.texts())) {
            throw values.spot().error("'" + name + "' is no choice that offers all of " + values.texts());
        }
        return new LinkedHashSet<>(values.texts());
    }
}
