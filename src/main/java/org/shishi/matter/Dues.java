package org.shishi.matter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shishi.calendar.Derivation;
import org.shishi.calendar.WorkingDays;
import org.shishi.ledger.Entry;
import org.shishi.procedure.Deadline;
import org.shishi.procedure.Facts;
import org.shishi.procedure.Procedure;

/** How one act moves the deadlines of a matter: meets some, begins others. */
record Dues(Procedure procedure, WorkingDays days) {

    List<Due> after(List<Due> before, Entry entry, Facts facts, Facts marks) {
        List<Due> all = new ArrayList<>(before.size() + 2);
        for (Due due : before) {
            Deadline deadline = procedure.deadlines().get(due.deadline());
            if (deadline != null && !deadline.until().contains(entry.act())) {
                all.add(isRungBy(entry, facts, due) ? due.rings() : due);
            }
        }
        for (Deadline deadline : procedure.deadlines().values()) {
            if (deadline.from().contains(entry.act())) {
                all.removeIf(due -> due.deadline().equals(deadline.name()));
                begin(deadline, entry, marks).ifPresent(all::add);
            }
        }
        return all;
    }

    private static boolean isRungBy(Entry entry, Facts facts, Due due) {
        return entry.by().account().equals("clock")
                && facts.find(Reserved.DEADLINE).filter(due.deadline()::equals).isPresent();
    }

    private Optional<Due> begin(Deadline deadline, Entry entry, Facts marks) {
        Instant from = entry.happenedAt();
        return deadline.term(marks, from.atZone(WorkingDays.ZONE).toLocalDate()).map(term -> {
            Derivation counted = days.expected(from, term.within());
            return new Due(
                    deadline.name(), from, counted.dueAt(), term.within(), term.basis(), counted.estimated(), false);
        });
    }
}
