package org.shishi.packs.appeals;

import org.shishi.matter.Asked;
import org.shishi.matter.Check;

/** A unit contests a count before it is published, and one count after the other; see {@link Counting}. */
public final class CountOpen implements Check {
    @Override
    public boolean allows(Asked asked) {
        return asked.standing()
                .filter(standing -> Counting.isOpen(standing, asked.at()) && !Counting.isContested(standing))
                .isPresent();
    }
}
