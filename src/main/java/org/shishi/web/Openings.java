package org.shishi.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.shishi.matter.Desk;
import org.shishi.matter.NotFound;
import org.shishi.people.Actor;
import org.shishi.procedure.Act;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Procedure;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What somebody may put on account, and by which act. */
@Component
@Profile("!command")
final class Openings {
    private final Desk desk;
    private final Packs packs;

    Openings(Desk desk, Packs packs) {
        this.desk = desk;
        this.packs = packs;
    }

    /**
     * One of them.
     *
     * @param path of its form: where it is sent, and found again
     */
    record Opening(Procedure procedure, Act act, String path) {
        static Opening atTheDesk(Procedure procedure, Act act) {
            return new Opening(procedure, act, IntakeDoor.AT + "/" + procedure.name() + "/" + act.name());
        }
    }

    /** All of them at the operator's desk, what is registered before what is turned away. */
    List<Opening> list(Actor actor) {
        return packs.procedures().stream()
                .sorted(Comparator.comparing(Procedure::name))
                .flatMap(procedure -> possible(procedure, actor).stream().map(act -> Opening.atTheDesk(procedure, act)))
                .sorted(Comparator.comparing(opening -> !opening.act().main()))
                .toList();
    }

    private List<Act> possible(Procedure procedure, Actor actor) {
        return desk.possible(procedure, Optional.empty(), actor);
    }

    /** @throws Problems.Forbidden when it is not for this actor */
    Opening get(String procedure, String act, Actor actor) {
        Procedure found = get(procedure);
        return possible(found, actor).stream()
                .filter(each -> each.name().equals(act))
                .findFirst()
                .map(each -> Opening.atTheDesk(found, each))
                .orElseThrow(Problems.Forbidden::new);
    }

    /** The first act that puts a matter of this procedure on account, on a page of its own. */
    Opening first(String procedure, Actor actor) {
        Procedure found = get(procedure);
        return possible(found, actor).stream()
                .findFirst()
                .map(each -> new Opening(found, each, "/matters/new/" + procedure))
                .orElseThrow(Problems.Forbidden::new);
    }

    private Procedure get(String name) {
        return packs.findProcedure(name).orElseThrow(() -> new NotFound(name));
    }
}
