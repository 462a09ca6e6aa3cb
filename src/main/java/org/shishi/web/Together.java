package org.shishi.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shishi.matter.Command;
import org.shishi.matter.Desk;
import org.shishi.matter.Matter;
import org.shishi.matter.Matters;
import org.shishi.matter.Outcome;
import org.shishi.matter.Refusal;
import org.shishi.matter.Scope;
import org.shishi.people.Actor;
import org.shishi.procedure.Act;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Procedure;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Does one act to many matters. Each stands for itself: it goes whole or not at all, and is answered by itself. */
@Component
@Profile("!command")
final class Together {
    private final Desk desk;
    private final Matters matters;
    private final Packs packs;

    Together(Desk desk, Matters matters, Packs packs) {
        this.desk = desk;
        this.matters = matters;
        this.packs = packs;
    }

    /** An act that may be done to many at once. */
    record Asked(Procedure procedure, Act act) {
        String name() {
            return procedure.name() + "/" + act.name();
        }
    }

    /** What became of one matter; empty when it went. */
    record Answer(String number, Optional<Matter> matter, List<Refusal> why) {}

    /** @param said procedure and act, {@code appeal/sign} */
    Optional<Asked> find(String said) {
        int slash = said.indexOf('/');
        return packs.findProcedure(said.substring(0, Math.max(slash, 0)))
                .flatMap(procedure -> procedure
                        .findAct(said.substring(slash + 1))
                        .filter(act -> act.bulk() || Buttons.isPressed(act))
                        .map(act -> new Asked(procedure, act)));
    }

    /** A matter of this procedure which the actor may see. */
    Optional<Matter> find(Asked asked, String number, Actor actor) {
        return matters.find(number)
                .filter(matter ->
                        matter.procedure().name().equals(asked.procedure().name()))
                .filter(matter -> Scope.of(packs, matter.procedure(), actor).sees(matter.standing()));
    }

    /** @param slip of the whole; each matter gets its own from it, so that what is sent twice counts once */
    List<Answer> act(Asked asked, List<String> numbers, Map<String, String> facts, Actor actor, String slip) {
        Map<String, Matter> seen = new LinkedHashMap<>();
        numbers.forEach(number -> find(asked, number, actor).ifPresent(matter -> seen.put(number, matter)));
        List<Command> commands = seen.keySet().stream()
                .map(number -> FormReading.slipped(
                        Command.on(number, asked.act().name(), actor, facts, Command.Via.WEB),
                        Map.of("slip", slip.isBlank() ? "" : slip + "/" + number)))
                .toList();
        List<Outcome> outcomes = desk.actAll(commands);
        Map<String, List<Refusal>> refused = new LinkedHashMap<>();
        List<String> asking = List.copyOf(seen.keySet());
        for (int i = 0; i < asking.size(); i++) {
            refused.put(asking.get(i), outcomes.get(i) instanceof Outcome.Refused(List<Refusal> why) ? why : List.of());
        }
        List<Answer> answers = new ArrayList<>();
        for (String number : numbers) {
            answers.add(new Answer(
                    number,
                    Optional.ofNullable(seen.get(number)),
                    refused.getOrDefault(number, List.of(new Refusal.Unknown(number)))));
        }
        return answers;
    }
}
