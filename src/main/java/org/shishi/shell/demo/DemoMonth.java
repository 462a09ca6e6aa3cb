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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.shishi.calendar.WorkingDays;
import org.shishi.matter.Command;
import org.shishi.matter.Desk;
import org.shishi.matter.Outcome;
import org.shishi.people.Actor;
import org.shishi.people.People;
import org.shishi.people.Post;
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
    private record Step(String act, Actor by, Map<String, String> facts, Instant at) {}

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
            plan.add(new Going("demo/" + i, new Life(told.get(i % told.size()), random, i).steps(at)));
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

    /** How one appeal went. */
    private final class Life {
        private final NamedCsvRecord told;
        private final Random random;
        private final int index;
        private final List<Step> steps = new ArrayList<>();

        Life(NamedCsvRecord told, Random random, int index) {
            this.told = told;
            this.random = random;
            this.index = index;
        }

        List<Step> steps(Instant opened) {
            steps.add(new Step("register", who("operator", 3), said(), opened));
            boolean rejected = random.nextInt(25) == 0;
            if (rejected) {
                Map<String, String> why = Map.of("reason", "同一事项已在办理，进展已告知来电人", "basis", "办理规则：同一事实和理由不重复受理");
                next("reject", who("dispatcher", 2), why, opened, 30, 120);
                return steps;
            }
            String unit = unit();
            Instant at = next("dispatch", who("dispatcher", 2), Map.of("unit", unit), opened, 10, 90);
            at = next("sign", handler(unit), Map.of(), at, 15, random.nextInt(12) == 0 ? 900 : 200);
            if (random.nextInt(3) == 0) {
                at = next("handle", handler(unit), Map.of("progress", "已到现场查看，正在安排处置。"), at, 60, 900);
            }
            at = next(
                    "answer",
                    handler(unit),
                    Map.of("answer", told.getField("answer")),
                    at,
                    600,
                    random.nextInt(9) == 0 ? 14000 : 5200);
            at = next("call-back", who("caller-back", 2), outcome(), at, 300, 1800);
            next("strike", who("supervisor", 2), Map.of("proof", "现场照片 2 张；回访录音 1 段"), at, 300, 2400);
            return steps;
        }

        /** The next step, unless the month ends before it or somebody let it lie. */
        private Instant next(String act, Actor by, Map<String, String> facts, Instant before, int least, int most) {
            Instant at = workTime(before.plus(Duration.ofMinutes(least + random.nextInt(most - least))));
            boolean goesOn = at.isBefore(now)
                    && random.nextInt(22) != 0
                    && steps.getLast().at().equals(before);
            if (goesOn) {
                steps.add(new Step(act, by, facts, at));
                return at;
            }
            return Instant.EPOCH; // equals no step: nothing follows
        }

        private Map<String, String> said() {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("text", told.getField("text"));
            facts.put("subject", told.getField("subject"));
            facts.put("place.division", told.getField("division"));
            facts.put("place.text", told.getField("place"));
            facts.put("channel", told.getField("channel"));
            facts.put("urgency", told.getField("urgency"));
            facts.put(
                    "caller.name",
                    List.of("王", "李", "张", "刘", "陈", "赵").get(index % 6) + (index % 2 == 0 ? "先生" : "女士"));
            facts.put("caller.phone", "1990000%04d".formatted(index % 97));
            return facts;
        }

        private Map<String, String> outcome() {
            boolean content = random.nextInt(8) != 0;
            return Map.of(
                    "outcome", content ? "resolved" : "explained",
                    "satisfaction", content ? "satisfied" : "fairly-satisfied");
        }

        private String unit() {
            return packs.find("appeals")
                    .flatMap(pack -> pack.categories().values().stream().findFirst())
                    .flatMap(tree -> tree.unitOf(told.getField("subject")))
                    .filter(unit -> people.findActor(unit).isPresent())
                    .orElse("chengguan");
        }

        private Actor who(String duty, int many) {
            return people.actor(duty + "-" + (1 + random.nextInt(many)));
        }

        private Actor handler(String unit) {
            Actor actor = people.actor(unit);
            return new Actor(actor.account(), actor.name(), List.of(new Post("handler", unit)));
        }
    }

    /** Moved into the office's hours: at night and on days off nobody acts. */
    private Instant workTime(Instant at) {
        Instant moved = at;
        for (int i = 0; i < 60 && days.between(moved, moved.plus(Duration.ofMinutes(10))) == 0; i++) {
            moved = moved.plus(Duration.ofMinutes(97));
        }
        return moved;
    }
}
