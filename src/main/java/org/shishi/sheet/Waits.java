package org.shishi.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.shishi.matter.Done;
import org.shishi.matter.Matter;
import org.shishi.matter.Named;
import org.shishi.matter.Standing;
import org.shishi.procedure.Act;
import org.shishi.procedure.Procedure;
import org.shishi.procedure.Waiting;

/** How one matter waits: whether it comes first, what is asked for besides its stage, and what is shown beside it. */
record Waits(Matter matter, Named named) {

    /** The acts asked for whatever the stage: a review that is due, a ruling on a contested count. */
    List<String> asked() {
        return matter.procedure().acts().values().stream()
                .filter(act -> isAsked(act.askedBy()))
                .map(Act::name)
                .toList();
    }

    private boolean isAsked(Set<String> by) {
        Stream<String> fellows = matter.procedure().acts().values().stream()
                .filter(act -> act.askedBy().equals(by))
                .map(Act::name);
        return !by.isEmpty() && last(by.stream()) > last(fellows);
    }

    private long last(Stream<String> acts) {
        return acts.flatMap(act -> standing().findDone(act).stream())
                .mapToLong(Done::position)
                .max()
                .orElse(0);
    }

    private Standing standing() {
        return matter.standing();
    }

    boolean isFirst() {
        return !firsts().isEmpty();
    }

    private List<String> firsts() {
        Waiting waiting = matter.procedure().waiting();
        return waiting.first().entrySet().stream()
                .flatMap(each -> standing()
                        .marks()
                        .find(each.getKey())
                        .filter(each.getValue()::contains)
                        .map(value -> "choice/" + each.getKey() + "." + value)
                        .stream())
                .toList();
    }

    /** Keys of words: {@code choice/need.elderly}, {@code act/review-due}. */
    List<String> notes() {
        Procedure procedure = matter.procedure();
        List<String> notes = new ArrayList<>(firsts());
        procedure.waiting().notes().stream()
                .map(Act.Mention::name)
                .forEach(name -> named.measure(procedure.pack(), name)
                        .of(matter)
                        .ifPresent(value -> notes.add("choice/" + name + "." + value)));
        procedure.acts().values().stream()
                .filter(act -> isAsked(act.askedBy()))
                .flatMap(act ->
                        act.askedBy().stream().filter(asking -> standing().times(asking) > 0))
                .distinct()
                .forEach(asking -> notes.add("act/" + asking));
        return notes;
    }
}
