package org.shishi.shell.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.shishi.people.Actor;
import org.shishi.people.Post;

/** How one appeal went: straight on, or round one of the loops an office knows. */
final class DemoLife {
    /** Every so many callers sent a picture. */
    private static final int PHOTOGRAPHED = 9;

    /** A lift that stands still, signed for on the first day and forgotten: what a leader is told of. */
    private static final int FORGOTTEN = 5;

    private static final List<String> UNTIL_FORGOTTEN = List.of("register", "dispatch", "sign");

    private final DemoMonth month;
    private final DemoFacts said;
    private final NamedCsvRecord told;
    private final Random random;
    private final int index;
    private final List<DemoMonth.Step> steps = new ArrayList<>();
    private Instant at = Instant.EPOCH;
    private boolean lies;

    DemoLife(DemoMonth month, DemoFacts said, NamedCsvRecord told, Random random, int index) {
        this.month = month;
        this.said = said;
        this.told = told;
        this.random = random;
        this.index = index;
    }

    /** @param leads others said the same and were merged into this one, which is not rejected then */
    List<DemoMonth.Step> steps(Instant opened, boolean leads) {
        steps.add(new DemoMonth.Step("register", who("operator", 3), appeal(), opened));
        at = opened;
        if (random.nextInt(25) == 0 && !leads) {
            next("reject", who("dispatcher", 2), DemoWords.REJECT, 30, 120);
        } else {
            String unit = dispatched();
            worked(unit);
            ended(unit);
        }
        if (index == FORGOTTEN) {
            steps.removeIf(step -> !UNTIL_FORGOTTEN.contains(step.act()));
        }
        return steps;
    }

    /** The same was said before, a little earlier: it joins that one, which answers for both. */
    List<DemoMonth.Step> merged(Instant opened, String lead) {
        steps.add(new DemoMonth.Step("register", who("operator", 3), appeal(), opened));
        steps.add(new DemoMonth.Step(
                "merge", who("dispatcher", 2), Map.of("lead", lead), opened.plus(Duration.ofMinutes(4))));
        return steps;
    }

    /** At the unit whose duty it is, now and then by a detour. */
    private String dispatched() {
        String unit = unit();
        if (random.nextInt(14) == 0 && isOrdinary() && !unit.equals("zhujian")) {
            next("dispatch", who("dispatcher", 2), Map.of("unit", "zhujian"), 10, 90);
            next("return", handler("zhujian"), DemoWords.RETURN, 20, 300);
        }
        next("dispatch", who("dispatcher", 2), Map.of("unit", unit), 10, 90);
        next("sign", handler(unit), Map.of(), 15, random.nextInt(12) == 0 ? 900 : 200);
        return unit;
    }

    private void worked(String unit) {
        if (random.nextInt(8) != 0) {
            next("contact", handler(unit), DemoWords.CONTACT, 10, 300);
        }
        if (random.nextInt(12) == 0 && !unit.equals("gongan")) {
            next("ask-help", handler(unit), DemoWords.HELP, 30, 120);
        }
        if (random.nextInt(3) == 0) {
            next("handle", handler(unit), DemoWords.PROGRESS, 60, 900);
        }
        if (random.nextInt(9) == 0 && isOrdinary()) {
            extended(unit);
        } else if (random.nextInt(16) == 0 && isOrdinary()) {
            next("stop", handler(unit), said.stop(at), 60, 400);
            next("go-on", handler(unit), Map.of(), 1500, 4000);
        }
        Map<String, String> answer = Map.of("answer", told.getField("answer"), "evidence", "现场照片 2 张");
        next("answer", handler(unit), answer, 600, random.nextInt(9) == 0 ? 14000 : 5200);
    }

    private void extended(String unit) {
        Instant dispatched = steps.stream()
                .filter(step -> step.act().equals("dispatch"))
                .reduce((_, last) -> last)
                .map(DemoMonth.Step::at)
                .orElse(at);
        next("ask-extension", handler(unit), said.extension(dispatched), 60, 400);
        next("approve-extension", said.actor(unit + "-head"), DemoWords.APPROVE, 30, 300);
    }

    private void ended(String unit) {
        switch (random.nextInt(16)) {
            case 0 -> reworked(unit);
            case 1 -> {
                called("unable-now", "fairly-satisfied");
                next("hook", said.actor("supervisor-1"), said.hook(at), 200, 1500);
            }
            case 2 -> {
                called("unreasonable", "dissatisfied");
                next("find-unreasonable", said.actor("supervisor-1"), DemoWords.UNREASONABLE, 200, 1500);
            }
            default -> {
                boolean content = random.nextInt(8) != 0;
                called(content ? "resolved" : "explained", content ? "satisfied" : "fairly-satisfied");
                struck();
            }
        }
    }

    private void reworked(String unit) {
        called("unsolved", "dissatisfied");
        next("rework", who("caller-back", 2), DemoWords.REWORK, 10, 200);
        next("answer", handler(unit), Map.of("answer", "已返工：" + told.getField("answer")), 600, 4000);
        called("resolved", "satisfied");
        struck();
    }

    private void called(String outcome, String satisfaction) {
        next("call-back", who("caller-back", 2), Map.of("outcome", outcome, "satisfaction", satisfaction), 300, 1800);
    }

    private void struck() {
        next("strike", who("supervisor", 2), said.proof(told.getField("subject"), at), 300, 2400);
    }

    /** The next step, unless the month ends before it or somebody let it lie. */
    private void next(String act, Actor by, Map<String, String> facts, int least, int most) {
        Instant then = month.workTime(at.plus(Duration.ofMinutes(least + random.nextInt(most - least))));
        lies = lies || month.isOver(then) || random.nextInt(30) == 0;
        if (!lies) {
            steps.add(new DemoMonth.Step(act, by, facts, then));
            at = then;
        }
    }

    private boolean isOrdinary() {
        return told.getField("urgency").equals("ordinary")
                && !told.getField("subject").startsWith("20");
    }

    private Map<String, String> appeal() {
        Map<String, String> facts = new LinkedHashMap<>();
        for (String same : List.of("text", "subject", "channel", "urgency", "need", "enterprise", "uscc")) {
            facts.put(same, told.getField(same));
        }
        if (index % PHOTOGRAPHED == 0) {
            facts.put("photos", DemoPictures.WANTED);
        }
        facts.put("place.division", told.getField("division"));
        facts.put("place.text", told.getField("place"));
        facts.put("caller.name", List.of("王", "李", "张", "刘", "陈", "赵").get(index % 6) + (index % 2 == 0 ? "先生" : "女士"));
        facts.put("caller.phone", "1990000%04d".formatted(index % 263));
        return facts;
    }

    private String unit() {
        return said.unitOf(told.getField("subject"));
    }

    private Actor who(String duty, int many) {
        return said.actor(duty + "-" + (1 + random.nextInt(many)));
    }

    private Actor handler(String unit) {
        Actor actor = said.actor(unit);
        return new Actor(actor.account(), actor.name(), List.of(new Post("handler", unit)));
    }
}
