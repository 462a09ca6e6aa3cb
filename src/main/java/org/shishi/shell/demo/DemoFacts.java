package org.shishi.shell.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.shishi.calendar.Within;
import org.shishi.calendar.WorkingDays;
import org.shishi.people.Actor;
import org.shishi.people.People;
import org.shishi.procedure.Facts;
import org.shishi.procedure.Pack;
import org.shishi.procedure.Packs;

/** What is said in the demonstration that depends on the day, the subject or the city. */
record DemoFacts(Packs packs, People people, WorkingDays days) {
    private static final Within EXTENDED = Within.of("8 working days");
    private static final Duration STOPPED = Duration.ofDays(15);
    private static final Duration HOOKED = Duration.ofDays(60);

    Actor actor(String account) {
        return people.actor(account);
    }

    /** The unit that usually has a subject. */
    String unitOf(String subject) {
        return pack().categories().values().stream()
                .findFirst()
                .flatMap(tree -> tree.unitOf(subject))
                .filter(unit -> people.findActor(unit).isPresent())
                .orElse("chengguan");
    }

    private Pack pack() {
        return packs.find("appeals").orElseThrow();
    }

    Map<String, String> extension(Instant dispatched) {
        Instant to = days.expected(dispatched, EXTENDED).dueAt();
        return Map.of("cause", "配件到货需时，已与来电人说明", "measures", "先行围挡并安排专人值守", "new-date", day(to));
    }

    Map<String, String> stop(Instant at) {
        return Map.of("stop-for", "expert-test", "cause", "已取样送检，告知来电人检测期间不计时", "stop-until", day(at.plus(STOPPED)));
    }

    Map<String, String> hook(Instant at) {
        return Map.of("plan", "列入下一批工程，期间由镇街安排过渡", "in-charge", "分管市领导", "wake-on", day(at.plus(HOOKED)));
    }

    private static String day(Instant at) {
        return at.atZone(WorkingDays.ZONE).toLocalDate().toString();
    }

    /** Proof of the kind the subject needs, with a picture of it where it needs one. */
    Map<String, String> proof(String subject, Instant at) {
        LocalDate on = at.atZone(WorkingDays.ZONE).toLocalDate();
        Optional<String> kind = Optional.ofNullable(pack().tables().get("proof"))
                .flatMap(table -> table.find(Facts.of(Map.of("subject", subject)), on))
                .flatMap(row -> row.find("needs"));
        String proof = "销号材料 2 份；回访录音 1 段";
        return kind.isPresent()
                ? Map.of("proof", proof, "proof-kind", kind.get(), "proof-files", DemoPictures.WANTED)
                : Map.of("proof", proof, "proof-kind", "photo");
    }
}
