package org.shishi.packs.appeals;

import java.util.Optional;
import org.shishi.matter.Asked;
import org.shishi.matter.Check;

/** The rate contested is one of a month that is not yet published; see {@link Counting}. */
public final class RateOpen implements Check {
    @Override
    public boolean allows(Asked asked) {
        return asked.standing()
                .flatMap(standing ->
                        asked.facts().find(Counting.RATE).map(rate -> Counting.isOpen(standing, rate, asked.at())))
                .orElse(true);
    }

    @Override
    public Optional<String> field() {
        return Optional.of(Counting.RATE);
    }
}
