package org.shishi.packs.appeals;

import java.util.Optional;
import org.shishi.matter.Asked;
import org.shishi.matter.Check;

/** Whoever calls on the enterprise line (政企通) says for which enterprise: the sponsoring officer is told by its code. */
public final class EnterpriseNamed implements Check {
    @Override
    public boolean allows(Asked asked) {
        boolean onTheLine =
                asked.facts().find("channel").filter("enterprise"::equals).isPresent();
        boolean isNamed = asked.facts().find("enterprise").isPresent()
                && asked.facts().find("uscc").isPresent();
        return isNamed || !onTheLine;
    }

    @Override
    public Optional<String> field() {
        return Optional.of("enterprise");
    }
}
