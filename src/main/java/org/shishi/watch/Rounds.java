package org.shishi.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.shishi.matter.Command;
import org.shishi.matter.Desk;
import org.shishi.matter.Outcome;
import org.shishi.matter.Reserved;
import org.shishi.people.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clock goes round: for every deadline that has passed it does the act the procedure says, through the same door as
 * everybody. Each passing is acted on exactly once, whatever crashes and however many nodes run: its slip is made of the
 * matter, the deadline and the moment.
 */
public final class Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final int AT_ONCE = 500;
    private static final int PATIENCE = 5;
    private final Desk desk;
    private final Map<Desk.Past, Integer> refused = new ConcurrentHashMap<>();

    public Rounds(Desk desk) {
        this.desk = desk;
    }

    /**
     * One round: all that has passed, of each matter one after the other.
     *
     * @return the deadlines acted on, each for the first time
     */
    public List<Desk.Past> go(Instant now) {
        List<Desk.Past> rung = new ArrayList<>();
        for (List<Desk.Past> some = ring(now); !some.isEmpty(); some = ring(now)) {
            rung.addAll(some);
        }
        return rung;
    }

    private List<Desk.Past> ring(Instant now) {
        List<Desk.Past> past = desk.past(now, AT_ONCE);
        List<Outcome> outcomes = desk.actAll(past.stream().map(Rounds::command).toList());
        List<Desk.Past> rung = new ArrayList<>();
        for (int i = 0; i < past.size(); i++) {
            switch (outcomes.get(i)) {
                case Outcome.Recorded recorded -> {
                    if (!recorded.again()) {
                        rung.add(past.get(i));
                    }
                }
                case Outcome.Refused no -> wonder(past.get(i), no);
            }
        }
        return rung;
    }

    /** What the clock does about one: its slip is made of the matter, the deadline and the moment. */
    public static Command command(Desk.Past past) {
        String slip = "clock/" + past.matter() + "/" + past.deadline() + "/" + past.at();
        return Command.on(
                        past.matter(),
                        past.act(),
                        Actor.CLOCK,
                        Map.of(Reserved.DEADLINE, past.deadline()),
                        Command.Via.CLOCK)
                .slip(slip);
    }

    /**
     * Once may be chance: somebody met the deadline at this very moment. A procedure that lets one pass at a stage where its
     * act is not possible is a mistake of the pack.
     */
    private void wonder(Desk.Past past, Outcome.Refused no) {
        if (refused.merge(past, 1, Integer::sum) == PATIENCE) {
            LOG.warn(
                    "deadline {} of matter {} passed, but {} is refused: {}",
                    past.deadline(),
                    past.matter(),
                    past.act(),
                    no.why());
        }
    }
}
