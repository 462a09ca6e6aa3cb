package org.shishi.packs.appeals;

import org.shishi.matter.Asked;
import org.shishi.matter.Check;

/** A call-back may be left out only where the appeal is neither sensitive nor drawn; see {@link Sampling}. */
public final class NotSampled implements Check {
    @Override
    public boolean allows(Asked asked) {
        return asked.standing()
                .filter(standing -> Sampling.of(asked.procedure(), standing) == Sampling.FREE)
                .isPresent();
    }
}
