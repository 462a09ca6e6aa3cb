package org.shishi.packs.appeals;

import java.util.Locale;
import java.util.Optional;
import org.shishi.matter.Matter;
import org.shishi.matter.Measure;

/** Whether an answered appeal must be called back, for the call-back list; see {@link Sampling}. */
public final class Sample implements Measure {
    @Override
    public Optional<String> of(Matter matter) {
        return Optional.of(matter.standing())
                .filter(standing -> standing.stage().equals("answered"))
                .map(standing ->
                        Sampling.of(matter.procedure(), standing).name().toLowerCase(Locale.ROOT));
    }
}
