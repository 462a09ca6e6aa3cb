package org.shishi.web.api;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.shishi.matter.Command;
import org.shishi.people.Actor;
import org.shishi.procedure.Act;
import org.shishi.procedure.Field;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Procedure;

/**
 * A command as it stands in JSON.
 *
 * @param procedure for a new matter, {@code matter} the number of one that is there
 * @param bare facts that were not written as text, and what they were: a number or a truth
 * @param key the caller's own name for it, where it stands in the body
 */
record Draft(
        Optional<String> procedure,
        Optional<String> matter,
        Optional<String> act,
        Map<String, String> facts,
        Map<String, Bare> bare,
        Optional<Instant> happenedAt,
        Optional<String> key,
        OptionalLong expecting) {

    /** What a value is that stands without quotation marks. */
    enum Bare {
        NUMBER,
        TRUTH
    }

    Draft on(String number) {
        return new Draft(Optional.empty(), Optional.of(number), act, facts, bare, happenedAt, key, expecting);
    }

    Draft named(Optional<String> own) {
        return new Draft(procedure, matter, act, facts, bare, happenedAt, own, expecting);
    }

    Draft expecting(OptionalLong position) {
        return new Draft(procedure, matter, act, facts, bare, happenedAt, key, position);
    }

    /** @throws Wrong when a number or truth stands where the procedure wants a text */
    void requireKinds(Procedure known) {
        bare.forEach((fact, found) -> {
            boolean fits = known.fieldOf(fact)
                    .filter(field -> found == Bare.NUMBER ? isNumber(field, fact) : field.kind() == Field.Kind.YES)
                    .isPresent();
            if (!fits && known.fieldOf(fact).isPresent()) {
                throw Wrong.at("/facts/" + pointed(fact), "text-wanted");
            }
        });
    }

    private static boolean isNumber(Field field, String fact) {
        return field.kind() == Field.Kind.NUMBER || fact.endsWith(".lat") || fact.endsWith(".lon");
    }

    static String pointed(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** What the desk is asked to record. A new matter is opened by the procedure's first opening act if none is named. */
    Command command(Actor by, Packs packs) {
        Command command = matter.map(number -> Command.on(number, act.orElse(""), by, facts, Command.Via.API))
                .orElseGet(() -> opening(by, packs));
        Command timed = happenedAt.map(command::at).orElse(command);
        Command seen = expecting.isPresent() ? timed.expecting(expecting.getAsLong()) : timed;
        return key.map(own -> seen.slip("api/" + by.account() + "/" + own)).orElse(seen);
    }

    private Command opening(Actor by, Packs packs) {
        String name = procedure.orElse("");
        String first = packs.findProcedure(name).stream()
                .flatMap(known -> known.openings().stream())
                .map(Act::name)
                .findFirst()
                .orElse("");
        return Command.open(name, act.orElse(first), by, facts, Command.Via.API);
    }
}
