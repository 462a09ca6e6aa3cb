package org.shishi.shell.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.shishi.matter.Command;
import org.shishi.matter.Desk;
import org.shishi.matter.Outcome;
import org.shishi.people.Actor;
import org.shishi.people.Post;

/** Whole lives of appeals, about a kilobyte a command where something is said: six acts from registration to strike-off. */
final class Lives {
    static final int ACTS = 6;
    private static final String TEXT = "瑞山路从学校到卫生院十几盏路灯三天不亮，晚上孩子放学看不见路，请尽快派人来修。".repeat(8);
    private static final Actor OPERATOR = actor("operator", "hotline");
    private static final Actor DISPATCHER = actor("dispatcher", "hotline");
    private static final Actor HANDLER = actor("handler", "chengguan");
    private static final Actor CALLER_BACK = actor("caller-back", "hotline");
    private static final Actor SUPERVISOR = actor("supervisor", "office");
    private static final Map<String, String> SAID = Map.of(
            "text", TEXT,
            "subject", "0305",
            "channel", "12345",
            "urgency", "ordinary",
            "caller.name", "王先生",
            "place.text", "瑞山路");
    private static final AtomicLong CALLERS = new AtomicLong();

    private Lives() {}

    private static Actor actor(String duty, String unit) {
        return new Actor("bench-" + duty, duty, List.of(new Post(duty, unit)));
    }

    /** The act of a life with this number; the first opens a matter, the others are done on it. */
    static Command act(int number, long matter) {
        return switch (number) {
            case 0 -> Command.open("appeal", "register", OPERATOR, said(), Command.Via.API);
            case 1 -> on(matter, "dispatch", DISPATCHER, Map.of("unit", "chengguan"));
            case 2 -> on(matter, "sign", HANDLER, Map.of());
            case 3 -> on(matter, "answer", HANDLER, Map.of("answer", TEXT));
            case 4 -> on(matter, "call-back", CALLER_BACK, Map.of("outcome", "resolved", "satisfaction", "satisfied"));
            default -> on(matter, "strike", SUPERVISOR, Map.of("proof", "现场照片 2 张；回访录音 1 段"));
        };
    }

    /** Each by another person, as with a city. */
    private static Map<String, String> said() {
        Map<String, String> said = new HashMap<>(SAID);
        said.put("caller.phone", Long.toString(19_900_000_000L + CALLERS.incrementAndGet() % 100_000_000));
        return said;
    }

    private static Command on(long matter, String act, Actor by, Map<String, String> facts) {
        return Command.on(matter, act, by, facts, Command.Via.API);
    }

    /** The matter of an act that was recorded. @throws IllegalStateException when it was refused */
    static long matter(Outcome outcome) {
        if (outcome instanceof Outcome.Recorded recorded) {
            return recorded.entry().matter();
        }
        throw new IllegalStateException("refused: " + outcome);
    }

    /** A caller who leads one appeal after the other to its end, an act a call. */
    static Load.Caller caller(Desk desk) {
        return new Load.Caller() {
            private int next;
            private long matter;

            @Override
            public void call() {
                matter = matter(desk.act(act(next, matter)));
                next = (next + 1) % ACTS;
            }
        };
    }

    /** So many lives led together, for filling a ledger: as many entries as commands. */
    static int together(Desk desk, int lives) {
        List<Long> matters = new ArrayList<>();
        for (int number = 0; number < ACTS; number++) {
            List<Command> commands = new ArrayList<>();
            for (int i = 0; i < lives; i++) {
                commands.add(act(number, number == 0 ? 0 : matters.get(i)));
            }
            List<Outcome> outcomes = desk.actAll(commands);
            matters = outcomes.stream().map(Lives::matter).toList();
        }
        return ACTS * lives;
    }
}
