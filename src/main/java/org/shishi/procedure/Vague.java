package org.shishi.procedure;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words that promise nothing (空话), and the fields in which they are looked for. They only make somebody look again.
 *
 * @param fields names of fields of kind text
 */
public record Vague(Set<String> fields, List<String> phrases) {
    static final Vague NONE = new Vague(Set.of(), List.of());

    static Vague read(Yaml yaml, Collection<Procedure> procedures) {
        yaml.map(Keywords.VAGUE);
        Set<String> texts = procedures.stream()
                .flatMap(procedure -> procedure.fields().values().stream())
                .filter(field -> field.kind() == Field.Kind.TEXT && !field.personal())
                .map(Field::name)
                .collect(Collectors.toSet());
        for (Yaml field : yaml.get("fields").list()) {
            if (!texts.contains(field.text())) {
                throw field.spot().error("'" + field.text() + "' is not a text of any procedure here");
            }
        }
        return new Vague(
                Set.copyOf(yaml.get("fields").texts()),
                List.copyOf(yaml.get("phrases").texts()));
    }

    /** The empty phrases a text holds. */
    public List<String> listIn(String text) {
        return phrases.stream().filter(text::contains).toList();
    }
}
