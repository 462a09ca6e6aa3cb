package org.shishi.packs.appeals;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shishi.calendar.WorkingDays;
import org.shishi.matter.Done;
import org.shishi.matter.Standing;
import org.shishi.procedure.DatedTable;
import org.shishi.procedure.Procedure;

/**
 * Which answered appeals must be called back (回访): all that are dissatisfied or sensitive, and a share of the rest as
 * the table {@code samples} says. The share is drawn from the answer's place in the ledger, which nobody knows before
 * the answer stands there and nobody can change afterwards; drawn again it comes out the same.
 */
enum Sampling {
    /** Rated it bad: called back whatever the draw. */
    DISSATISFIED,
    /** Sensitive: called back whatever the draw. */
    SENSITIVE,
    /** Drawn. */
    DRAWN,
    /** Not drawn: the call may be left out, and a supervisor reviews the proof instead. */
    FREE;

    private static final Set<String> MARKED = Set.of("rework", "supervise", "reopen", "contest", "red-card");
    private static final int WHOLE = 100;

    static Sampling of(Procedure procedure, Standing standing) {
        Optional<DatedTable.Row> rule = rule(procedure, standing);
        if (is(standing, "rating", "dissatisfied") || is(standing, "satisfaction", "dissatisfied")) {
            return DISSATISFIED;
        }
        if (isSensitive(standing, rule)) {
            return SENSITIVE;
        }
        int share =
                rule.flatMap(row -> row.find("share")).map(Integer::parseInt).orElse(WHOLE);
        return draw(standing) < share ? DRAWN : FREE;
    }

    private static Optional<DatedTable.Row> rule(Procedure procedure, Standing standing) {
        LocalDate on = standing.lastAt().atZone(WorkingDays.ZONE).toLocalDate();
        return procedure.findTable("samples").flatMap(table -> table.find(standing.marks(), on));
    }

    private static boolean isSensitive(Standing standing, Optional<DatedTable.Row> rule) {
        int many = rule.flatMap(row -> row.find("many")).map(Integer::parseInt).orElse(Integer.MAX_VALUE);
        return is(standing, "urgency", "urgent")
                || standing.marks()
                        .find("need")
                        .filter(need -> !need.equals("none"))
                        .isPresent()
                || standing.marks()
                        .find("people")
                        .filter(people -> Double.parseDouble(people) >= many)
                        .isPresent()
                || MARKED.stream().anyMatch(act -> standing.times(act) > 0);
    }

    private static boolean is(Standing standing, String field, String value) {
        return standing.marks().find(field).filter(value::equals).isPresent();
    }

    /** A number below 100. */
    private static int draw(Standing standing) {
        long answer = Stream.of("answer", "answer-too")
                .flatMap(act -> standing.findDone(act).stream())
                .mapToLong(Done::position)
                .max()
                .orElse(standing.matter());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((standing.number() + "/" + answer).getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, digest).mod(BigInteger.valueOf(WHOLE)).intValue();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
