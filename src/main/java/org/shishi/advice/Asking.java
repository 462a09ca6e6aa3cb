package org.shishi.advice;

import java.util.Map;
import java.util.Optional;
import org.shishi.procedure.Procedure;

/**
 * What is known of something while it is still being said.
 *
 * @param words so far
 * @param division code of the place; empty while nobody named one
 * @param subject the class it was given; absent while it has none
 */
public record Asking(Procedure procedure, String words, String division, Optional<String> subject) {

    /** From what is typed into a form of the procedure, names already read as codes. */
    public static Asking of(Procedure procedure, Map<String, String> facts) {
        Shape shape = Shape.of(procedure);
        String words = shape.text().map(field -> facts.getOrDefault(field, "")).orElse("");
        String spot = shape.place()
                .map(field -> facts.getOrDefault(field + ".text", ""))
                .orElse("");
        return new Asking(
                procedure,
                spot.isBlank() ? words : words + "\n" + spot,
                shape.place()
                        .map(field -> facts.getOrDefault(field + ".division", ""))
                        .orElse(""),
                shape.subject().map(field -> facts.getOrDefault(field, "")).filter(code -> !code.isBlank()));
    }
}
