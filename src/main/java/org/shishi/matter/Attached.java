package org.shishi.matter;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.shishi.files.Attachment;
import org.shishi.procedure.Act;
import org.shishi.procedure.Facts;
import org.shishi.procedure.Field;

/** The files that stand behind one matter. */
record Attached(Matter matter) {
    /** Whoever asked for personal data with a reason may open personal files for so long. */
    private static final Duration SHOWN = Duration.ofMinutes(30);

    /** A file everybody may open who may see the matter. */
    Optional<Attachment> find(String hash) {
        return matter.said().stream()
                .flatMap(said -> list(said.facts()))
                .filter(file -> file.hash().equals(hash))
                .findFirst();
    }

    /** A file named in these facts. */
    Optional<Attachment> find(Facts facts, String hash) {
        return list(facts).filter(file -> file.hash().equals(hash)).findFirst();
    }

    private Stream<Attachment> list(Facts facts) {
        return facts.values().entrySet().stream()
                .filter(fact -> matter.procedure()
                        .fieldOf(fact.getKey())
                        .filter(field -> field.kind() == Field.Kind.FILES)
                        .isPresent())
                .flatMap(fact -> Attachment.list(fact.getValue()).stream());
    }

    /** Whether this account lately did the act of showing. */
    boolean isShownTo(String account, Instant now) {
        return matter.said().stream()
                .map(Standing.Said::entry)
                .filter(entry -> entry.by().account().equals(account))
                .filter(entry -> entry.recordedAt().isAfter(now.minus(SHOWN)))
                .anyMatch(entry -> matter.procedure()
                        .findAct(entry.act())
                        .filter(act -> act.does() == Act.Does.REVEAL)
                        .isPresent());
    }
}
