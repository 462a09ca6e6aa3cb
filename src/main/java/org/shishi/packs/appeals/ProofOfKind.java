package org.shishi.packs.appeals;

import java.time.LocalDate;
import java.util.Optional;
import org.shishi.calendar.WorkingDays;
import org.shishi.matter.Asked;
import org.shishi.matter.Check;
import org.shishi.matter.Standing;

/** Some subjects come off the account only with proof of a certain kind: the table {@code proof} says which. */
public final class ProofOfKind implements Check {
    @Override
    public boolean allows(Asked asked) {
        Optional<String> needs = asked.standing().flatMap(standing -> needed(asked, standing));
        return needs.isEmpty() || needs.equals(asked.facts().find("proof-kind"));
    }

    /** Which kind of proof the subject needs; empty when any will do. */
    static Optional<String> needed(Asked asked, Standing standing) {
        LocalDate on = standing.lastAt().atZone(WorkingDays.ZONE).toLocalDate();
        return asked.procedure()
                .findTable("proof")
                .flatMap(table -> table.find(standing.marks(), on))
                .flatMap(row -> row.find("needs"));
    }

    @Override
    public Optional<String> field() {
        return Optional.of("proof-kind");
    }
}
