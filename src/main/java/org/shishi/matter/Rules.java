package org.shishi.matter;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.shishi.matter.store.HeadRow;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Procedure;

/** The rules a desk goes by: packs, their earlier versions, what speaks against an act, how a form is read. */
record Rules(Packs packs, Versions versions, Objections objections, Preparation preparation) {

    /** Makes a command ready for the writer, given how matters are found. */
    Readied ready(
            Command command, Function<String, Optional<HeadRow>> byNumber, LongFunction<Optional<HeadRow>> byPosition) {
        return switch (command.on()) {
            case Command.Target.New on ->
                packs.findProcedure(on.procedure())
                        .map(procedure -> ready(command, procedure, Optional.empty()))
                        .orElseGet(() -> Readied.unknown(on.procedure()));
            case Command.Target.Numbered on -> ready(command, byNumber.apply(on.number()), on.number());
            case Command.Target.Known on -> ready(command, byPosition.apply(on.matter()), Long.toString(on.matter()));
        };
    }

    private Readied ready(Command command, Optional<HeadRow> found, String name) {
        return found.map(head -> ready(command, versions.get(head.under()), Optional.of(head.matter())))
                .orElseGet(() -> Readied.unknown(name));
    }

    private Readied ready(Command command, Procedure procedure, Optional<Long> matter) {
        return procedure
                .findAct(command.act())
                .map(act -> Readied.of(preparation.of(command, procedure, act, matter)))
                .orElseGet(() -> Readied.unknown(command.act()));
    }
}
