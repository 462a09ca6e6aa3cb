package org.shishi.sheet;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.shishi.people.Actor;
import org.shishi.people.Post;
import org.shishi.procedure.Act;
import org.shishi.procedure.Duty;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Procedure;

/** What an actor is to lead on: by the stage a matter stands at, or because an act is asked for. */
final class Reaches {
    private final Packs packs;
    private final Actor actor;
    private final Set<Reach> all = new TreeSet<>(Comparator.comparing(Reach::toString));

    /** @param stage empty where it is the act that is asked for */
    private record Reach(String procedure, String stage, String act, Duty.Reach reach, String whose) {
        String where() {
            String what = stage.isEmpty() ? "? = ANY (asked)" : "stage = ?";
            return switch (reach) {
                case ALL -> "(procedure = ? AND " + what + ")";
                case UNIT -> "(procedure = ? AND " + what + " AND holder = ?)";
                default -> "(procedure = ? AND " + what + " AND opened_by = ?)";
            };
        }
    }

    Reaches(Packs packs, Actor actor) {
        this.packs = packs;
        this.actor = actor;
        for (Procedure procedure : packs.procedures()) {
            actor.posts().forEach(post -> add(procedure, post));
        }
    }

    private void add(Procedure procedure, Post post) {
        Duty.Reach reach = packs.duty(procedure, post.duty()).acts();
        String whose = reach == Duty.Reach.OWN ? actor.account() : post.unit();
        if (reach == Duty.Reach.NOTHING) {
            return;
        }
        for (Act act : leading(procedure, post.duty())) {
            if (act.askedBy().isEmpty()) {
                act.from().forEach(stage -> all.add(new Reach(procedure.name(), stage, "", reach, whose)));
            } else {
                all.add(new Reach(procedure.name(), "", act.name(), reach, whose));
            }
        }
    }

    /** The acts of a duty that matters wait for. */
    private static List<Act> leading(Procedure procedure, String duty) {
        return procedure.acts().values().stream()
                .filter(act -> act.by().contains(duty))
                .filter(act -> act.isWaitedFor() || !act.askedBy().isEmpty())
                .toList();
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    String where() {
        return "(" + String.join(" OR ", all.stream().map(Reach::where).toList()) + ")";
    }

    /** Where the next parameter goes. */
    int bind(PreparedStatement statement, int first) throws SQLException {
        int next = first;
        for (Reach reach : all) {
            statement.setString(next++, reach.procedure());
            statement.setString(next++, reach.stage().isEmpty() ? reach.act() : reach.stage());
            if (reach.reach() != Duty.Reach.ALL) {
                statement.setString(next++, reach.whose());
            }
        }
        return next;
    }

    /** What a matter at a stage waits for this actor to do. */
    List<String> asked(String procedure, String stage, List<String> asked) {
        return packs.findProcedure(procedure).stream()
                .flatMap(found -> actor.posts().stream().flatMap(post -> leading(found, post.duty()).stream()))
                .filter(act -> act.askedBy().isEmpty() ? act.isAt(stage) : asked.contains(act.name()))
                .map(Act::name)
                .distinct()
                .toList();
    }
}
