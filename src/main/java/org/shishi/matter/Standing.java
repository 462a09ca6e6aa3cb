package org.shishi.matter;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shishi.calendar.WorkingDays;
import org.shishi.ledger.Entry;
import org.shishi.people.Actor;
import org.shishi.procedure.Act;
import org.shishi.procedure.Facts;
import org.shishi.procedure.Procedure;

/**
 * What a matter's entries amount to: stage, holder, deadlines. Pure: the same entries give the same standing.
 *
 * @param matter position of its first entry
 * @param under the procedure version it stands under
 * @param holder the unit that answers for it now
 * @param units every unit that ever answered for it
 * @param marks the latest short facts, which checks, limits and scopes read
 * @param done what was done, by act
 * @param dues what is still to be met
 * @param kept the limits that were met in time every time so far (true), or missed once (false)
 * @param rings whether the clock may act on it; imported history is silent until somebody acts on it here
 */
public record Standing(
        long matter,
        String number,
        String under,
        String stage,
        Optional<String> holder,
        Set<String> units,
        Facts marks,
        Map<String, Done> done,
        List<Due> dues,
        Map<String, Boolean> kept,
        long lastPosition,
        Instant openedAt,
        Instant lastAt,
        boolean rings) {

    public Standing {
        units = Collections.unmodifiableSet(units);
        done = Collections.unmodifiableMap(done);
        dues = List.copyOf(dues);
        kept = Collections.unmodifiableMap(kept);
    }

    /** An entry together with what was said in it. */
    public record Said(Entry entry, Facts facts) {}

    /** The standing after all these entries, the first of which opened the matter. */
    public static Standing of(Procedure procedure, List<Said> said, WorkingDays days) {
        Standing standing = opened(procedure, said.getFirst().entry());
        for (Said each : said) {
            standing = standing.after(procedure, each.entry(), each.facts(), days);
        }
        return standing;
    }

    /** Nothing done yet: what the opening entry is laid upon. */
    static Standing opened(Procedure procedure, Entry first) {
        return new Standing(
                first.position(),
                first.number().orElseThrow(),
                procedure.under(),
                "",
                Optional.empty(),
                Set.of(),
                Facts.NONE,
                Map.of(),
                List.of(),
                Map.of(),
                first.position(),
                first.happenedAt(),
                first.happenedAt(),
                false);
    }

    Standing after(Procedure procedure, Entry entry, Facts facts, WorkingDays days) {
        Act act = procedure.act(entry.act());
        Optional<String> next = act.holder().flatMap(facts::find).or(() -> holder);
        Facts known = facts.isEmpty() ? marks : marks.with(facts.only(key -> isShort(procedure, key)));
        return new Standing(
                matter,
                number,
                entry.under(),
                act.to().orElse(stage),
                next,
                joined(next),
                known,
                counted(entry),
                new Dues(procedure, days, entry.under().equals(under)).after(dues, entry, facts, known),
                Kept.after(kept, procedure, dues, entry, facts),
                entry.position(),
                openedAt,
                act.does().isNotice() || entry.happenedAt().isBefore(lastAt) ? lastAt : entry.happenedAt(),
                rings || !(entry.via().equals("import") || entry.via().equals("clock")));
    }

    private static boolean isShort(Procedure procedure, String key) {
        return procedure
                .fieldOf(key)
                .filter(field -> field.kind().isShort() && !field.personal())
                .isPresent();
    }

    private Set<String> joined(Optional<String> next) {
        if (next.isEmpty() || units.contains(next.get())) {
            return units;
        }
        Set<String> all = new LinkedHashSet<>(units);
        all.add(next.get());
        return all;
    }

    private Map<String, Done> counted(Entry entry) {
        Map<String, Done> all = new LinkedHashMap<>(done);
        Done before = done.get(entry.act());
        String account = entry.by().account();
        String unit = entry.by().unit();
        all.put(
                entry.act(),
                before == null
                        ? Done.first(entry.position(), entry.happenedAt(), account, unit)
                        : before.again(entry.position(), entry.happenedAt(), account, unit));
        return all;
    }

    public Optional<Done> findDone(String act) {
        return Optional.ofNullable(done.get(act));
    }

    /** Whether anything but news of notices was recorded after an entry: those keep nobody from what they were about. */
    boolean isMovedSince(long position, Procedure procedure) {
        return position != lastPosition && isMovedOtherwise(position, procedure);
    }

    private boolean isMovedOtherwise(long position, Procedure procedure) {
        return position > lastPosition
                || done.entrySet().stream()
                        .anyMatch(each -> each.getValue().position() > position
                                && procedure
                                        .findAct(each.getKey())
                                        .filter(act -> act.does().isNotice())
                                        .isEmpty());
    }

    /** How often an act was done. */
    public int times(String act) {
        return findDone(act).map(Done::times).orElse(0);
    }

    public Optional<Due> findDue(String deadline) {
        return dues.stream().filter(due -> due.deadline().equals(deadline)).findFirst();
    }

    /** What must happen first. */
    public Optional<Due> nextDue() {
        return dues.stream().filter(Due::counts).min(Comparator.comparing(Due::at));
    }

    public boolean isLate(Instant now) {
        return dues.stream().anyMatch(due -> due.isLate(now));
    }

    /** Who put it on account. */
    public String openedBy() {
        return done.values().iterator().next().account();
    }

    /** Whether it is this account's own matter: it put it on account, or it is the caller's by the query code. */
    public boolean isOwn(String account) {
        return account.equals(Actor.callerOf(number).account())
                || (account.equals(openedBy()) && !account.equals(Actor.caller().account()));
    }
}
