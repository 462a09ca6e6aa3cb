package org.shishi.matter;

import java.util.HashSet;
import java.util.Set;
import org.shishi.people.Actor;
import org.shishi.people.Post;
import org.shishi.procedure.Duty;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Procedure;

/**
 * Which matters of a procedure an actor may see.
 *
 * @param all every one
 * @param units those these units answer for or once answered for
 * @param own those this account put on account; empty for none
 */
public record Scope(boolean all, Set<String> units, String own) {

    public static Scope of(Packs packs, Procedure procedure, Actor actor) {
        boolean all = actor.account().equals(Actor.CLOCK.account());
        String own = "";
        Set<String> units = new HashSet<>();
        for (Post post : actor.posts()) {
            Duty.Reach reach = packs.duty(procedure, post.duty()).sees();
            switch (reach) {
                case ALL -> all = true;
                case UNIT -> units.add(post.unit());
                case OWN -> own = actor.account();
                case NOTHING -> {}
            }
        }
        return new Scope(all, Set.copyOf(units), own);
    }

    public boolean sees(Standing standing) {
        return all || standing.units().stream().anyMatch(units::contains) || standing.isOwn(own);
    }

    public boolean isEmpty() {
        return !all && units.isEmpty() && own.isEmpty();
    }
}
