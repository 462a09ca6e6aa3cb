package org.shishi.shell.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.shishi.calendar.WorkingDays;
import org.shishi.matter.Command;
import org.shishi.matter.Desk;
import org.shishi.matter.Outcome;
import org.shishi.people.Actor;
import org.shishi.people.People;
import org.shishi.procedure.Packs;

/**
 * A month of the city for whoever sees it the first time: some hundred appeals at every stage, told by those whose duty it
 * is, at times an office works, up to now. The same seed and day give the same month; played again nothing is added.
 */
public final class DemoMonth {
    private static final int APPEALS = 300;
    private static final int DAYS = 30;
    private static final long SEED = 20211008;
    private final Desk desk;
    private final People people;
    private final Packs packs;
    private final WorkingDays days;
    private final Instant now;

    public DemoMonth(Desk desk, People people, Packs packs, WorkingDays days, Instant now) {
        this.desk = desk;
        this.people = people;
        this.packs = packs;
        this.days = days;
        this.now = now;
    }

    /** One thing somebody does. */
    record Step(String act, Actor by, Map<String, String> facts, Instant at) {}

    /** One appeal on its way. */
    private static final class Going {
        private final String slip;
        private final List<Step> steps;
        private long matter;

        Going(String slip, List<Step> steps) {
            this.slip = slip;
            this.steps = steps;
        }
    }

    People people() {
        return people;
    }

    Packs packs() {
        return packs;
    }

    Instant now() {
        return now;
    }

    /** Plays it; how many entries were recorded. */
    public long play() throws IOException {
        List<Going> going = plan();
        long recorded = 0;
        for (int wave = 0; !going.isEmpty(); wave++) {
            int index = wave;
            List<Going> on =
                    going.stream().filter(each -> each.steps.size() > index).toList();
            List<Outcome> outcomes =
                    desk.actAll(on.stream().map(each -> command(each, index)).toList());
            for (int i = 0; i < on.size(); i++) {
                if (outcomes.get(i) instanceof Outcome.Recorded done) {
                    on.get(i).matter = done.entry().matter();
                    recorded += done.again() ? 0 : 1;
                } else {
                    throw new IllegalStateException("the demonstration was refused: " + outcomes.get(i));
                }
            }
            going = on;
        }
        return recorded;
    }

    private static Command command(Going going, int index) {
        Step step = going.steps.get(index);
        Command command = index == 0
                ? Command.open("appeal", step.act(), step.by(), step.facts(), Command.Via.CLI)
                : Command.on(going.matter, step.act(), step.by(), step.facts(), Command.Via.CLI);
        return command.at(step.at()).slip(going.slip + "/" + step.act());
    }

    private List<Going> plan() throws IOException {
        List<NamedCsvRecord> told = told();
        Random random = new Random(SEED);
        List<Going> plan = new ArrayList<>();
        for (int i = 0; i < APPEALS; i++) {
            Instant at = opened(random, i);
            plan.add(new Going("demo/" + i, new DemoLife(this, told.get(i % told.size()), random, i).steps(at)));
        }
        return plan;
    }

    private static List<NamedCsvRecord> told() throws IOException {
        try (InputStream in = DemoMonth.class.getResourceAsStream("/demo/appeals.csv")) {
            if (in == null) {
                throw new IOException("demo/appeals.csv is missing");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
        }
    }

    /** Spread over the month, the last ones today; by day, now and then in the evening. */
    private Instant opened(Random random, int i) {
        long back = (long) DAYS * (APPEALS - 1 - i) / APPEALS;
        LocalDate day = now.atZone(WorkingDays.ZONE).toLocalDate().minusDays(back);
        Instant at =
                day.atTime(8, 0).atZone(WorkingDays.ZONE).toInstant().plus(Duration.ofMinutes(random.nextInt(720)));
        return at.isAfter(now) ? now.minus(Duration.ofMinutes(5 + random.nextInt(90))) : at;
    }

    /** Moved into the office's hours: at night and on days off nobody acts. */
    Instant workTime(Instant at) {
        Instant moved = at;
        for (int i = 0; i < 60 && days.between(moved, moved.plus(Duration.ofMinutes(10))) == 0; i++) {
            moved = moved.plus(Duration.ofMinutes(97));
        }
        return moved;
    }
}
