package org.shishi.matter;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.shishi.people.Post;
import org.shishi.procedure.Conditions;

/** Whether the conditions an act sets are met by how a matter stands. */
record Conditional(Asked asked, Standing standing, Conditions conditions) {

    /** The first that is not met. An act that puts a matter on account has nothing before it to ask about. */
    static Optional<Refusal> find(Asked asked) {
        return asked.standing()
                .flatMap(
                        standing -> new Conditional(asked, standing, asked.act().conditions()).find());
    }

    private Optional<Refusal> find() {
        return notAfter()
                .or(this::atMost)
                .or(this::onlyAfter)
                .or(this::before)
                .or(this::when)
                .or(this::person)
                .or(this::unit);
    }

    private Optional<Refusal> notAfter() {
        return conditions.notAfter().stream()
                .filter(act -> standing.times(act) > 0)
                .<Refusal>map(Refusal.TooLateAfter::new)
                .findFirst();
    }

    private Optional<Refusal> atMost() {
        String act = asked.act().name();
        boolean isSpent = conditions.atMost() > 0 && standing.times(act) >= conditions.atMost();
        return isSpent ? Optional.of(new Refusal.AlreadyDone(act)) : Optional.empty();
    }

    private Optional<Refusal> onlyAfter() {
        boolean isEarly = !conditions.onlyAfter().isEmpty()
                && conditions.onlyAfter().stream().noneMatch(act -> standing.times(act) > 0);
        return isEarly ? Optional.of(new Refusal.NotYet(asked.act().name())) : Optional.empty();
    }

    private Optional<Refusal> before() {
        return conditions
                .before()
                .filter(deadline -> standing.findDue(deadline)
                        .filter(due -> due.runs(asked.at()))
                        .isEmpty())
                .map(Refusal.NotInTime::new);
    }

    private Optional<Refusal> when() {
        return conditions.when().entrySet().stream()
                .filter(each -> standing.marks()
                        .find(each.getKey())
                        .filter(each.getValue()::contains)
                        .isEmpty())
                .<Refusal>map(each -> new Refusal.NotWhen(each.getKey()))
                .findFirst();
    }

    private Optional<Refusal> person() {
        return done(
                        conditions.otherPerson(),
                        done -> done.account().equals(asked.by().account()))
                .map(Refusal.OtherPerson::new);
    }

    private Optional<Refusal> unit() {
        Predicate<Done> byMine = done -> asked.by().posts().stream()
                .map(Post::unit)
                .anyMatch(unit -> !unit.isEmpty() && unit.equals(done.unit()));
        return done(conditions.otherUnit(), byMine).map(Refusal.OtherUnit::new);
    }

    private Optional<String> done(Set<String> acts, Predicate<Done> by) {
        return acts.stream()
                .filter(act -> standing.findDone(act).filter(by).isPresent())
                .sorted()
                .findFirst();
    }
}
