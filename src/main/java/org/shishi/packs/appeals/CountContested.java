package org.shishi.packs.appeals;

import org.shishi.matter.Asked;
import org.shishi.matter.Check;

/** There is something to rule upon: a count was contested and nobody has ruled yet. */
public final class CountContested implements Check {
    @Override
    public boolean allows(Asked asked) {
        return asked.standing().filter(Counting::isContested).isPresent();
    }
}
