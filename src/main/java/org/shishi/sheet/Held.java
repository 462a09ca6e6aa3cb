package org.shishi.sheet;

import java.util.List;
import java.util.Optional;
import org.shishi.matter.Standing;
import org.shishi.procedure.Register;

/** What an act said of a field, while no other has taken it back. */
record Held(Register.Source.Holds holds) {

    Optional<String> in(List<Standing.Said> said) {
        Optional<String> held = Optional.empty();
        for (Standing.Said each : said) {
            held = after(held, each);
        }
        return held;
    }

    private Optional<String> after(Optional<String> held, Standing.Said said) {
        Optional<String> value = said.facts().find(holds.field());
        String act = said.entry().act();
        if (act.equals(holds.act())) {
            return value.filter(some -> holds.of().map(some::equals).orElse(true))
                    .or(() -> held);
        }
        boolean isTakenBack = holds.until().contains(act) && (value.isEmpty() || value.equals(held));
        return isTakenBack ? Optional.empty() : held;
    }
}
