package org.shishi.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.shishi.calendar.Derivation;
import org.shishi.calendar.Remainder;
import org.shishi.calendar.Within;
import org.shishi.calendar.WorkingDays;
import org.shishi.ledger.Entry;
import org.shishi.procedure.Deadline;
import org.shishi.procedure.Facts;
import org.shishi.procedure.Procedure;

/**
 * How one act moves the deadlines of a matter: meets some, begins, stops or extends others.
 *
 * @param isSameVersion whether the matter stood under this version before
 */
record Dues(Procedure procedure, WorkingDays days, boolean isSameVersion) {

    List<Due> after(List<Due> before, Entry entry, Facts facts, Facts marks) {
        List<Due> all = new ArrayList<>(before.size() + 2);
        for (Due due : before) {
            Deadline deadline = procedure.deadlines().get(due.deadline());
            if (deadline != null
                    && deadline.ladder().isEmpty()
                    && !deadline.until().contains(entry.act())) {
                all.add(moved(deadline, rung(due, entry, facts), entry, marks));
            }
        }
        for (Deadline deadline : procedure.deadlines().values()) {
            if (deadline.from().contains(entry.act())) {
                all.removeIf(due -> due.deadline().equals(deadline.name()));
                begin(deadline, entry, marks).ifPresent(all::add);
            }
        }
        steps(before, all, entry, facts);
        return all;
    }

    private static Due rung(Due due, Entry entry, Facts facts) {
        return isRungBy(due, entry, facts) ? due.rings() : due;
    }

    /** Whether an entry is the clock's word that this has passed. */
    static boolean isRungBy(Due due, Entry entry, Facts facts) {
        return entry.by().account().equals("clock")
                && facts.find(Reserved.DEADLINE).filter(due.deadline()::equals).isPresent();
    }

    private Due moved(Deadline deadline, Due due, Entry entry, Facts marks) {
        if (deadline.pauses().stops().contains(entry.act())) {
            return due.stopped(entry.happenedAt());
        }
        if (deadline.pauses().goesOn().contains(entry.act())) {
            return due.goesOn(entry.happenedAt(), days);
        }
        return deadline.extension()
                .filter(by -> by.act().equals(entry.act()))
                .flatMap(by -> marks.find(by.to()))
                .map(to -> due.counted(
                        due.from(), new Remainder(days).workingDaysTo(due.from(), LocalDate.parse(to)), days))
                .orElse(due);
    }

    private Optional<Due> begin(Deadline deadline, Entry entry, Facts marks) {
        Instant from = entry.happenedAt();
        if (deadline.limit() instanceof Deadline.Limit.AfterMonth(int more)) {
            Within within = new Remainder(days).monthAnd(from, more);
            return Optional.of(due(deadline, kind(deadline), from, within, deadline.basis()));
        }
        return deadline.term(marks, from.atZone(WorkingDays.ZONE).toLocalDate())
                .map(term -> due(deadline, kind(deadline), from, term.within(), term.basis()));
    }

    private static Due.Kind kind(Deadline deadline) {
        return deadline.then().isPresent() ? Due.Kind.LIMIT : Due.Kind.WINDOW;
    }

    private Due due(Deadline deadline, Due.Kind kind, Instant from, Within within, String basis) {
        Derivation counted = days.expected(from, within);
        return new Due(
                deadline.name(),
                kind,
                from,
                counted.dueAt(),
                within,
                basis,
                counted.estimated(),
                false,
                Optional.empty());
    }

    /**
     * The steps of the ladders of those that run. Under a foot that has not moved the ladder stands as it stood; a step
     * that stands where it stood stays rung.
     */
    private void steps(List<Due> before, List<Due> all, Entry entry, Facts facts) {
        List<Due> feet = List.copyOf(all);
        for (Deadline deadline : procedure.deadlines().values()) {
            if (deadline.limit() instanceof Deadline.Limit.Shifted shifted) {
                Optional<Due> old = find(before, deadline.name()).map(due -> rung(due, entry, facts));
                find(feet, shifted.of())
                        .filter(Due::counts)
                        .flatMap(foot -> isSameVersion && before.contains(foot)
                                ? old
                                : stepAnew(deadline, shifted.workingDays(), foot, old))
                        .ifPresent(all::add);
            }
        }
    }

    private Optional<Due> stepAnew(Deadline deadline, int shift, Due foot, Optional<Due> old) {
        Optional<Due> step = step(deadline, shift, foot);
        return old.filter(due -> step.filter(now -> now.at().equals(due.at())).isPresent())
                .or(() -> step);
    }

    private static Optional<Due> find(List<Due> dues, String deadline) {
        for (Due due : dues) {
            if (due.deadline().equals(deadline)) {
                return Optional.of(due);
            }
        }
        return Optional.empty();
    }

    /** Empty when a limit is too short for a step before it. */
    private Optional<Due> step(Deadline deadline, int shift, Due foot) {
        String basis = deadline.basis().isEmpty() ? foot.basis() : deadline.basis();
        if (shift > 0) {
            Within after = new Within(shift, Within.Unit.WORKING_DAYS);
            return Optional.of(due(deadline, Due.Kind.STEP, foot.at(), after, basis));
        }
        Instant at = IntStream.range(0, -shift)
                .boxed()
                .reduce(foot.at(), (day, _) -> days.workingDayBefore(day), (one, _) -> one);
        boolean isShort = foot.within().unit() == Within.Unit.WORKING_DAYS
                && foot.within().count() <= -shift;
        Within within = new Remainder(days)
                .workingDaysTo(foot.from(), at.atZone(WorkingDays.ZONE).toLocalDate());
        return isShort || !at.isAfter(foot.from())
                ? Optional.empty()
                : Optional.of(new Due(
                        deadline.name(),
                        Due.Kind.STEP,
                        foot.from(),
                        at,
                        within,
                        basis,
                        foot.estimated(),
                        false,
                        Optional.empty()));
    }
}
