package org.shishi.packs.appeals;

import java.util.Optional;
import org.shishi.matter.Asked;
import org.shishi.matter.Check;

/** What is not solved counts as dissatisfied, so that it goes to rework and cannot be struck off by a kind word. */
public final class OutcomeFits implements Check {
    @Override
    public boolean allows(Asked asked) {
        boolean unsolved =
                asked.facts().find("outcome").filter("unsolved"::equals).isPresent();
        return !unsolved
                || asked.facts()
                        .find("satisfaction")
                        .filter("dissatisfied"::equals)
                        .isPresent();
    }

    @Override
    public Optional<String> field() {
        return Optional.of("outcome");
    }
}
