package org.shishi.matter;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.shishi.people.Actor;
import org.shishi.procedure.Act;
import org.shishi.procedure.Echo;
import org.shishi.procedure.Facts;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Procedure;

/** What an act leads to besides its own entry: a matter it opens, acts on matters that name this one. */
record Further(Packs packs, Preparation preparation) {

    /** The act that opens a further matter, made ready. */
    Prepared opening(Prepared parent, Asked asked, Act.Child child) {
        Procedure procedure = packs.findProcedure(child.procedure()).orElseThrow();
        Act act = procedure.findAct(child.act()).orElseThrow();
        Facts known = asked.standing().map(Standing::marks).orElse(Facts.NONE).with(parent.facts());
        Map<String, String> facts = filled(child.with(), known);
        asked.standing().ifPresent(from -> child.link().ifPresent(field -> facts.put(field, from.number())));
        Command command = parent.command();
        Command opening = Command.open(procedure.name(), act.name(), command.by(), facts, command.via())
                .slip(command.slip() + "/" + procedure.name());
        Command timed = command.happenedAt().map(opening::at).orElse(opening);
        return preparation.of(timed, procedure, act, Optional.empty());
    }

    /** The clock's act on a matter that names a lead, made ready; empty where it is not possible there. */
    Optional<Prepared> echo(Echo echo, Decision.Step lead, Standing on) {
        Facts known = lead.after().marks().with(lead.prepared().facts());
        Instant said = lead.entry().happenedAt();
        Command command = Command.on(
                        on.matter(), echo.act(), Actor.CLOCK, filled(echo.with(), known), Command.Via.CLOCK)
                .slip(lead.prepared().command().slip() + "/" + on.matter())
                .at(said.isBefore(on.lastAt()) ? on.lastAt() : said);
        return packs.findUnder(on.under())
                .flatMap(procedure -> procedure
                        .findAct(echo.act())
                        .filter(act -> act.isAt(on.stage()))
                        .map(act -> preparation.of(command, procedure, act, Optional.of(on.matter()))))
                .filter(prepared -> prepared.refusals().isEmpty());
    }

    private static Map<String, String> filled(Map<String, String> with, Facts known) {
        Map<String, String> facts = new LinkedHashMap<>();
        with.forEach((to, from) -> known.find(from).ifPresent(value -> facts.put(to, value)));
        return facts;
    }
}
