package org.shishi.packs.appeals;

import java.util.Optional;
import org.shishi.matter.Asked;
import org.shishi.matter.Check;

/** A ruling is about the rate that was contested, and about no other. */
public final class RateContested implements Check {
    @Override
    public boolean allows(Asked asked) {
        return asked.standing()
                .flatMap(standing -> standing.marks().find(Counting.RATE))
                .equals(asked.facts().find(Counting.RATE));
    }

    @Override
    public Optional<String> field() {
        return Optional.of(Counting.RATE);
    }
}
