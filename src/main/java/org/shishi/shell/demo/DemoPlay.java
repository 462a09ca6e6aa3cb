package org.shishi.shell.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shishi.matter.Command;
import org.shishi.matter.Desk;
import org.shishi.matter.Outcome;
import org.shishi.watch.Rounds;

/**
 * Plays many lives beside each other in the order of time, a few hours at once, and lets the clock go its round in
 * between, so that cards and notices stand where they would have stood.
 */
final class DemoPlay {
    private static final Duration SPAN = Duration.ofHours(8);
    private static final int AT_ONCE = 500;
    private final Desk desk;
    private final DemoPictures pictures;
    private final Instant now;
    private final List<Life> lives = new ArrayList<>();
    private final Map<String, String> numbers = new HashMap<>();

    DemoPlay(Desk desk, DemoPictures pictures, Instant now) {
        this.desk = desk;
        this.pictures = pictures;
        this.now = now;
    }

    /** One appeal on its way. */
    private static final class Life {
        private final String slip;
        private final List<DemoMonth.Step> steps;
        private int done;
        private long matter;

        Life(String slip, List<DemoMonth.Step> steps) {
            this.slip = slip;
            this.steps = steps;
        }

        boolean goesOn(Instant until) {
            return done < steps.size() && steps.get(done).at().isBefore(until);
        }
    }

    void add(String slip, List<DemoMonth.Step> steps) {
        lives.add(new Life(slip, steps));
    }

    /** How many entries were recorded that were not there before. */
    long until(Instant now) {
        Instant from = lives.stream()
                .map(life -> life.steps.getFirst().at())
                .min(Instant::compareTo)
                .orElse(now);
        long recorded = 0;
        for (Instant at = from; at.isBefore(now); at = at.plus(SPAN)) {
            Instant next = at.plus(SPAN).isBefore(now) ? at.plus(SPAN) : now;
            recorded += clock(at) + people(next);
        }
        return recorded;
    }

    /** The clock does what was due before a moment. */
    private long clock(Instant at) {
        long recorded = 0;
        List<Desk.Past> past = desk.past(at, AT_ONCE);
        while (!past.isEmpty()) {
            long rung = desk
                    .actAll(past.stream()
                            .map(each -> Rounds.command(each).at(at))
                            .toList())
                    .stream()
                    .filter(outcome -> outcome instanceof Outcome.Recorded done && !done.again())
                    .count();
            recorded += rung;
            past = rung == 0 ? List.of() : desk.past(at, AT_ONCE);
        }
        return recorded;
    }

    /** Everybody does what they do before a moment, each life a step at a time. */
    private long people(Instant until) {
        long recorded = 0;
        List<Life> on = going(until);
        while (!on.isEmpty()) {
            List<Command> commands = on.stream().map(this::command).toList();
            List<Outcome> outcomes = desk.actAll(commands);
            for (int i = 0; i < on.size(); i++) {
                recorded += took(on.get(i), commands.get(i), outcomes.get(i)) ? 1 : 0;
            }
            on = going(until);
        }
        return recorded;
    }

    private List<Life> going(Instant until) {
        return lives.stream().filter(life -> life.goesOn(until)).toList();
    }

    private Command command(Life life) {
        DemoMonth.Step step = life.steps.get(life.done);
        Map<String, String> facts = new LinkedHashMap<>(step.facts());
        String slip = life.slip + "/" + life.done;
        facts.replaceAll(
                (_, said) -> said.equals(DemoPictures.WANTED) ? pictures.line(step.by(), slip.hashCode(), now) : said);
        facts.computeIfPresent("lead", (_, lead) -> numbers.getOrDefault(lead, lead));
        Command command = life.done == 0
                ? Command.open("appeal", step.act(), step.by(), facts, Command.Via.CLI)
                : Command.on(life.matter, step.act(), step.by(), facts, Command.Via.CLI);
        return command.at(step.at()).slip(slip);
    }

    /** True when it was recorded for the first time. */
    private boolean took(Life life, Command command, Outcome outcome) {
        if (!(outcome instanceof Outcome.Recorded recorded)) {
            throw new IllegalStateException("the demonstration was refused: " + command.act() + ": " + outcome);
        }
        if (life.done == 0) {
            life.matter = recorded.entry().matter();
            numbers.put(life.slip, recorded.entry().number().orElseThrow());
        }
        life.done++;
        return !recorded.again();
    }
}
