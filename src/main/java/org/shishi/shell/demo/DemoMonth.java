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
import org.shishi.matter.Desk;
import org.shishi.people.Actor;
import org.shishi.people.People;
import org.shishi.procedure.Packs;

/**
 * A month of the city for whoever sees it the first time: some hundred appeals at every stage and on every loop, told by
 * those whose duty it is, at times an office works, up to now. The same seed and day give the same month; played again
 * nothing is added.
 */
public final class DemoMonth {
    private static final int APPEALS = 300;
    private static final int DAYS = 30;
    private static final long SEED = 20211008;
    /** Every so many appeals one is told again by others. */
    private static final int GROUP = 50;

    private static final int CALLERS = 4;
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

    /** Plays it; how many entries were recorded. */
    public long play() throws IOException {
        DemoFacts facts = new DemoFacts(packs, people, days);
        List<NamedCsvRecord> told = told();
        Random random = new Random(SEED);
        DemoPlay play = new DemoPlay(desk, new DemoPictures(desk.uploads()), now);
        Instant leadAt = now;
        for (int i = 0; i < APPEALS; i++) {
            int lead = i - i % GROUP;
            boolean same = i > lead && i - lead < CALLERS;
            DemoLife life = new DemoLife(this, facts, told.get((same ? lead : i) % told.size()), random, i);
            Instant at = opened(random, i);
            leadAt = i == lead ? at : leadAt;
            Instant after = leadAt.plus(Duration.ofMinutes(7L * (i - lead)));
            play.add("demo/" + i, same ? life.merged(after, "demo/" + lead) : life.steps(at, i == lead));
        }
        return play.until(now);
    }

    private static List<NamedCsvRecord> told() throws IOException {
        try (InputStream in = DemoMonth.class.getResourceAsStream("/demo/appeals.csv")) {
            if (in == null) {
                throw new IOException("demo/appeals.csv is missing");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new ArrayList<>(
                    CsvReader.builder().ofNamedCsvRecord(text).stream().toList());
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

    boolean isOver(Instant at) {
        return !at.isBefore(now);
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
