package org.shishi.advice;

import java.util.Optional;
import java.util.stream.Stream;
import org.shishi.matter.Matter;
import org.shishi.procedure.Field;
import org.shishi.procedure.Procedure;

/**
 * By which fields matters of a procedure are like each other: the first text they are opened with, the first class, the
 * first place. None is personal: of people nothing is remembered.
 */
public record Shape(Optional<String> text, Optional<String> subject, Optional<String> place) {

    public static Shape of(Procedure procedure) {
        return new Shape(
                first(procedure, Field.Kind.TEXT),
                first(procedure, Field.Kind.CATEGORY),
                first(procedure, Field.Kind.PLACE));
    }

    private static Optional<String> first(Procedure procedure, Field.Kind kind) {
        return procedure.openings().stream()
                .flatMap(act -> act.asks().stream())
                .filter(field -> field.kind() == kind && !field.personal())
                .map(Field::name)
                .findFirst();
    }

    /** What a matter is about, in the words it was opened with. */
    String words(Matter matter) {
        return text.flatMap(matter.facts()::find).orElse("");
    }

    Optional<String> subjectOf(Matter matter) {
        return subject.flatMap(matter.facts()::find);
    }

    String division(Matter matter) {
        return place.flatMap(field -> matter.facts().find(field + ".division")).orElse("");
    }

    /** With the name of the spot: matters about one street are the more alike. */
    String wordsAndSpot(Matter matter) {
        return Stream.of(
                        words(matter),
                        place.flatMap(field -> matter.facts().find(field + ".text"))
                                .orElse(""))
                .filter(said -> !said.isBlank())
                .reduce((words, spot) -> words + "\n" + spot)
                .orElse("");
    }
}
