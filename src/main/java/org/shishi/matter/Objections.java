package org.shishi.matter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shishi.people.Actor;
import org.shishi.people.Post;
import org.shishi.procedure.Act;
import org.shishi.procedure.Duty;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Procedure;

/** What speaks against an act: asked when a button is drawn and again, with the same answer, when it is pressed. */
final class Objections {
    private final Packs packs;
    private final Named named;

    Objections(Packs packs, Named named) {
        this.packs = packs;
        this.named = named;
    }

    /** Duty, scope, stage, the conditions of the act, then the checks that look at no form. The first kind that objects speaks alone. */
    List<Refusal> atTheDoor(Asked asked) {
        return duty(asked)
                .or(() -> stage(asked))
                .or(() -> Conditional.find(asked))
                .map(List::of)
                .orElseGet(() -> checks(asked, false));
    }

    private Optional<Refusal> duty(Asked asked) {
        Act act = asked.act();
        if (act.by().contains("clock") && isClock(asked.by())) {
            return Optional.empty();
        }
        if (asked.by().posts().stream().noneMatch(post -> act.by().contains(post.duty()))) {
            return Optional.of(new Refusal.NotYourDuty(act.name(), act.by()));
        }
        return findPost(asked).isPresent() ? Optional.empty() : Optional.of(new Refusal.NotYourUnit(act.name()));
    }

    private static boolean isClock(Actor actor) {
        return actor.account().equals(Actor.CLOCK.account());
    }

    /** The post that permits the act. */
    Optional<Post> findPost(Asked asked) {
        if (isClock(asked.by())) {
            return asked.by().posts().stream().findFirst();
        }
        for (Post post : asked.by().posts()) {
            if (asked.act().by().contains(post.duty()) && reaches(asked.procedure(), post, asked)) {
                return Optional.of(post);
            }
        }
        return Optional.empty();
    }

    private boolean reaches(Procedure procedure, Post post, Asked asked) {
        Duty.Reach reach = packs.duty(procedure, post.duty()).acts();
        if (asked.standing().isEmpty()) {
            return reach != Duty.Reach.NOTHING;
        }
        Standing standing = asked.standing().get();
        return switch (reach) {
            case ALL -> true;
            case UNIT -> standing.holder().filter(post.unit()::equals).isPresent();
            case OWN -> standing.isOwn(asked.by().account());
            case NOTHING -> false;
        };
    }

    private static Optional<Refusal> stage(Asked asked) {
        Act act = asked.act();
        if (asked.standing().isEmpty()) {
            return act.opens() ? Optional.empty() : Optional.of(new Refusal.NotAtThisStage(act.name(), "none"));
        }
        String stage = asked.standing().get().stage();
        if (act.isAt(stage)) {
            return Optional.empty();
        }
        return Optional.of(
                asked.procedure().isClosed(stage)
                        ? new Refusal.Closed(act.name(), stage)
                        : new Refusal.NotAtThisStage(act.name(), stage));
    }

    /** The checks of an act: those of the form, or those of the door. */
    List<Refusal> checks(Asked asked, boolean ofTheForm) {
        List<Refusal> refusals = new ArrayList<>();
        for (Act.Mention mention : asked.act().checks()) {
            Check check = named.check(asked.procedure().pack(), mention.name());
            if (check.field().isPresent() == ofTheForm && !check.allows(asked)) {
                refusals.add(
                        ofTheForm
                                ? new Refusal.Unmet(mention.name(), check.field())
                                : new Refusal.Barred(mention.name()));
            }
        }
        return refusals;
    }

    /** Whether the time it is said to have happened fits what is recorded already. */
    static List<Refusal> times(Asked asked, Optional<Instant> happenedAt, Instant now) {
        if (happenedAt.isEmpty()) {
            return List.of();
        }
        if (happenedAt.get().isAfter(now)) {
            return List.of(new Refusal.InTheFuture(happenedAt.get()));
        }
        return asked.standing()
                .filter(standing -> !asked.act().late() && happenedAt.get().isBefore(standing.lastAt()))
                .<List<Refusal>>map(standing -> List.of(new Refusal.TooEarly(standing.lastAt())))
                .orElse(List.of());
    }
}
