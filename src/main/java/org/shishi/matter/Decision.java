package org.shishi.matter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shishi.calendar.WorkingDays;
import org.shishi.ledger.By;
import org.shishi.ledger.Entry;
import org.shishi.people.Actor;
import org.shishi.people.Post;
import org.shishi.people.Roster;
import org.shishi.procedure.Act;
import org.shishi.procedure.Echo;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Procedure;

/** Decides a command on the matter as it stands. Changes nothing: what it decides is laid down by the batch. */
final class Decision {
    private final Packs packs;
    private final Objections objections;
    private final Further further;
    private final WorkingDays days;

    Decision(Packs packs, Objections objections, Preparation preparation, WorkingDays days) {
        this.packs = packs;
        this.objections = objections;
        this.further = new Further(packs, preparation);
        this.days = days;
    }

    /** When a batch is decided, and with which roster. */
    record Moment(Instant now, Roster roster) {
        Counting with(Numbers numbers) {
            return new Counting(now, roster, numbers);
        }
    }

    /** The moment, and where numbers come from. */
    record Counting(Instant now, Roster roster, Numbers numbers) {}

    /** One entry to be written, and the matter before and after it. */
    record Step(Prepared prepared, Entry entry, Optional<Standing> before, Standing after) {}

    /** Recorded as these steps, the command's own first; or refused. */
    record Result(List<Step> steps, List<Refusal> refusals) {
        static Result no(List<Refusal> refusals) {
            return new Result(List.of(), refusals);
        }
    }

    Result decide(Prepared prepared, Optional<Standing> standing, long position, Counting moment) {
        Asked asked = new Asked(
                prepared.procedure(),
                prepared.act(),
                standing,
                prepared.command().by(),
                prepared.facts(),
                prepared.command().happenedAt().orElse(moment.now()));
        List<Refusal> refusals = refusals(prepared, asked, moment.now());
        if (!refusals.isEmpty()) {
            return Result.no(refusals);
        }
        Post post = objections.findPost(asked).orElse(new Post("", ""));
        return record(prepared, asked, position, moment, post);
    }

    private List<Refusal> refusals(Prepared prepared, Asked asked, Instant now) {
        List<Refusal> stale = stale(prepared, asked);
        List<Refusal> door = stale.isEmpty() ? objections.atTheDoor(asked) : stale;
        if (!door.isEmpty()) {
            return door;
        }
        List<Refusal> form = new ArrayList<>(prepared.refusals());
        form.addAll(objections.checks(asked, true));
        form.addAll(Objections.times(asked, prepared.command().happenedAt(), now));
        return form;
    }

    private static List<Refusal> stale(Prepared prepared, Asked asked) {
        if (asked.standing().isEmpty()) {
            return List.of();
        }
        Standing standing = asked.standing().get();
        long expecting = prepared.command().expecting().orElse(standing.lastPosition());
        boolean moved = standing.isMovedSince(expecting, prepared.procedure())
                || !standing.under().equals(prepared.procedure().under());
        return moved ? List.of(new Refusal.MovedOn(expecting, standing.lastPosition())) : List.of();
    }

    private Result record(Prepared prepared, Asked asked, long position, Counting moment, Post post) {
        Act act = prepared.act();
        Optional<Procedure> next = act.does() == Act.Does.MOVE
                ? packs.findProcedure(prepared.procedure().name())
                : Optional.of(prepared.procedure());
        String stage = asked.standing().map(Standing::stage).orElse("");
        if (act.does() == Act.Does.MOVE
                && next.filter(to -> to.stages().contains(stage)).isEmpty()) {
            return Result.no(List.of(new Refusal.NotAtThisStage(act.name(), stage)));
        }
        List<Step> children = new ArrayList<>();
        if (act.child().isPresent()) {
            Result child = child(prepared, asked, act.child().get(), position + 1, moment, post);
            if (child.steps().isEmpty()) {
                return child;
            }
            children.addAll(child.steps());
        }
        List<Step> steps = new ArrayList<>();
        steps.add(step(prepared, asked.standing(), position, moment, post));
        steps.addAll(children);
        return new Result(steps, List.of());
    }

    /** What the clock does with a matter that names a lead; empty where it is not possible there. */
    Optional<Step> echo(Echo echo, Step lead, Standing on, long position, Counting moment) {
        Post clock = Actor.CLOCK.posts().getFirst();
        return further.echo(echo, lead, on).map(prepared -> step(prepared, Optional.of(on), position, moment, clock));
    }

    private Step step(Prepared prepared, Optional<Standing> before, long position, Counting moment, Post post) {
        Entry entry = entry(prepared, before, position, moment, post);
        Standing base = before.orElseGet(() -> Standing.opened(prepared.procedure(), entry));
        return new Step(prepared, entry, before, base.after(prepared.procedure(), entry, prepared.facts(), days));
    }

    private Entry entry(Prepared prepared, Optional<Standing> before, long position, Counting moment, Post post) {
        Command command = prepared.command();
        Instant happenedAt = command.happenedAt().orElse(moment.now());
        return new Entry(
                position,
                before.map(Standing::matter).orElse(position),
                number(prepared, before, happenedAt, moment, post),
                prepared.act().name(),
                new By(command.by().account(), post.duty(), post.unit()),
                happenedAt,
                moment.now(),
                under(prepared),
                command.via().name().toLowerCase(java.util.Locale.ROOT),
                prepared.said().map(Prepared.Part::hash),
                prepared.sealed().map(Prepared.Part::hash));
    }

    /** A new matter's number, or the number of the document that the act issues. */
    private static Optional<String> number(
            Prepared prepared, Optional<Standing> before, Instant happenedAt, Counting moment, Post post) {
        String sign =
                moment.roster().findUnit(post.unit()).map(unit -> unit.sign()).orElse("");
        Optional<String> pattern = before.isEmpty()
                ? Optional.of(prepared.procedure().number())
                : prepared.act().document();
        return pattern.map(each ->
                moment.numbers().next(each, happenedAt.atZone(WorkingDays.ZONE).toLocalDate(), sign));
    }

    private String under(Prepared prepared) {
        return prepared.act().does() == Act.Does.MOVE
                ? packs.findProcedure(prepared.procedure().name()).orElseThrow().under()
                : prepared.procedure().under();
    }

    /** The further matter an act opens. It is opened by virtue of the act: no duty of its own is asked. */
    private Result child(Prepared parent, Asked asked, Act.Child child, long position, Counting moment, Post post) {
        Prepared prepared = further.opening(parent, asked, child);
        return prepared.refusals().isEmpty()
                ? new Result(List.of(step(prepared, Optional.empty(), position, moment, post)), List.of())
                : Result.no(prepared.refusals());
    }
}
