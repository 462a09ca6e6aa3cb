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

/** How one appeal went. */
final class DemoLife {
    private final DemoMonth month;
    private final NamedCsvRecord told;
    private final Random random;
    private final int index;
    private final List<DemoMonth.Step> steps = new ArrayList<>();

    DemoLife(DemoMonth month, NamedCsvRecord told, Random random, int index) {
        this.month = month;
        this.told = told;
        this.random = random;
        this.index = index;
    }

    List<DemoMonth.Step> steps(Instant opened) {
        steps.add(new DemoMonth.Step("register", who("operator", 3), said(), opened));
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
        Instant at = month.workTime(before.plus(Duration.ofMinutes(least + random.nextInt(most - least))));
        boolean goesOn = at.isBefore(month.now())
                && random.nextInt(22) != 0
                && steps.getLast().at().equals(before);
        if (goesOn) {
            steps.add(new DemoMonth.Step(act, by, facts, at));
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
        facts.put("caller.name", List.of("王", "李", "张", "刘", "陈", "赵").get(index % 6) + (index % 2 == 0 ? "先生" : "女士"));
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
        return month.packs()
                .find("appeals")
                .flatMap(pack -> pack.categories().values().stream().findFirst())
                .flatMap(tree -> tree.unitOf(told.getField("subject")))
                .filter(unit -> month.people().findActor(unit).isPresent())
                .orElse("chengguan");
    }

    private Actor who(String duty, int many) {
        return month.people().actor(duty + "-" + (1 + random.nextInt(many)));
    }

    private Actor handler(String unit) {
        Actor actor = month.people().actor(unit);
        return new Actor(actor.account(), actor.name(), List.of(new Post("handler", unit)));
    }
}
