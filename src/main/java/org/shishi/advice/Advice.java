package org.shishi.advice;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.Query;
import org.shishi.advice.Memory.Hit;
import org.shishi.calendar.WorkingDays;
import org.shishi.matter.Matter;
import org.shishi.matter.Matters;
import org.shishi.matter.Setting;
import org.shishi.people.Actor;
import org.shishi.procedure.Categories;
import org.shishi.procedure.Knowledge;
import org.shishi.procedure.Procedure;

/**
 * What the ledger's past suggests. It only suggests: nothing here decides, and what is weak is left out. A matter is shown
 * only to whoever may see it; a suggestion counts all of them and tells of none.
 */
public final class Advice {
    /** Less alike than this is about something else. */
    static final double LEAST = 0.16;

    /** Whose vote counts: a long story is like none as a whole, and yet its neighbours know what it is about. */
    static final double LEAST_OF_VOTERS = 0.02;

    private static final int LOOKED_AT = 60;
    private static final int NEIGHBOURS = 20;
    /** Two matters of one township are as much the likelier to be the same thing. */
    private static final double NEARBY = 1.3;

    private static final int TOWNSHIP = 9;
    private final Setting setting;
    private final Matters matters;
    private final Memory memory;

    Advice(Setting setting, Matters matters, Memory memory) {
        this.setting = setting;
        this.matters = matters;
        this.memory = memory;
    }

    /** Up to which entry the ledger has been taken in. */
    public long asAt() {
        return memory.bookmark().position();
    }

    /** Matters about much the same that this actor may see: those still open first, then the likest and nearest. */
    public List<Similar> similar(Asking asking, Actor actor, int atMost) {
        Sight sight = new Sight(setting.packs(), actor);
        Map<Long, Similar> found = new LinkedHashMap<>();
        List<Hit> hits = near(asking, sight.query(List.of(asking.procedure())), LOOKED_AT);
        Map<Long, Hit> byMatter = new LinkedHashMap<>();
        best(hits, asking, atMost).forEach(hit -> byMatter.put(matter(hit), hit));
        for (Matter matter : matters.list(byMatter.keySet())) {
            Hit hit = byMatter.get(matter.standing().matter());
            if (hit != null && sight.sees(matter)) {
                found.put(matter(hit), new Similar(matter, Math.min(1, hit.likeness()), isNear(hit, asking)));
            }
        }
        return found.values().stream().sorted(Advice::order).toList();
    }

    private static int order(Similar one, Similar other) {
        return one.matter().isClosed() == other.matter().isClosed()
                ? Double.compare(rank(other.likeness(), other.isNear()), rank(one.likeness(), one.isNear()))
                : Boolean.compare(one.matter().isClosed(), other.matter().isClosed());
    }

    private List<Hit> near(Asking asking, Query within, int atMost) {
        return memory.find(Past.TEXT, asking.words(), within, atMost).stream()
                .filter(hit -> hit.likeness() >= LEAST)
                .toList();
    }

    private static List<Hit> best(List<Hit> hits, Asking asking, int atMost) {
        return hits.stream()
                .sorted(Comparator.comparing((Hit hit) -> hit.document().get(Past.LIVE))
                        .thenComparingDouble(hit -> rank(hit.likeness(), isNear(hit, asking)))
                        .reversed())
                .limit(atMost)
                .toList();
    }

    private static double rank(double likeness, boolean isNear) {
        return isNear ? likeness * NEARBY : likeness;
    }

    private static boolean isNear(Hit hit, Asking asking) {
        String there = hit.document().get(Past.DIVISION);
        return !there.isEmpty()
                && !asking.division().isEmpty()
                && township(there).equals(township(asking.division()));
    }

    private static String township(String division) {
        return division.substring(0, Math.min(TOWNSHIP, division.length()));
    }

    private static long matter(Hit hit) {
        return hit.document().getField(Past.MATTER).numericValue().longValue();
    }

    /** The class the likest earlier matters had; absent when they do not agree. */
    public Optional<Suggestion> subject(Asking asking) {
        return Suggestion.of(ballots(all(asking), Past.SUBJECT));
    }

    /**
     * Who will answer for it: the unit the likest earlier matters came to, those of the same class where it has one; else
     * the one that usually answers for the class.
     */
    public Optional<Suggestion> unit(Asking asking) {
        List<Hit> all = all(asking);
        Optional<String> subject = asking.subject()
                .or(() -> Suggestion.of(ballots(all, Past.SUBJECT)).map(Suggestion::value));
        List<Hit> same = all.stream()
                .filter(hit ->
                        subject.isEmpty() || subject.get().equals(hit.document().get(Past.SUBJECT)))
                .toList();
        return Suggestion.of(ballots(same, Past.UNIT)).or(() -> subject.flatMap(code -> usual(asking, code)));
    }

    private Optional<Suggestion> usual(Asking asking, String subject) {
        return classes(asking.procedure())
                .flatMap(tree -> tree.unitOf(subject))
                .map(unit -> new Suggestion(unit, new Suggestion.Reason.Usual(subject)));
    }

    private Optional<Categories> classes(Procedure procedure) {
        return Shape.of(procedure)
                .subject()
                .flatMap(procedure::fieldOf)
                .flatMap(field -> setting.packs().categories(procedure, field));
    }

    private List<Hit> all(Asking asking) {
        Query within = Sight.is(Past.PROCEDURE, asking.procedure().name());
        return memory.find(Past.TEXT, asking.words(), within, NEIGHBOURS);
    }

    static List<Suggestion.Ballot> ballots(List<Hit> hits, String field) {
        return hits.stream()
                .filter(hit -> hit.likeness() >= LEAST_OF_VOTERS)
                .filter(hit -> hit.document().get(field) != null)
                .map(hit -> new Suggestion.Ballot(hit.document().get(field), hit.likeness() * hit.likeness()))
                .toList();
    }

    /** What is known already about what is being said, in force today; what belongs to the class first. */
    public List<Knowledge> known(Asking asking, int atMost) {
        LocalDate today = LocalDate.ofInstant(setting.clock().instant(), WorkingDays.ZONE);
        List<Knowledge> all = setting.packs().packOf(asking.procedure()).knowledge();
        return new Known(all, memory)
                .list(asking, asking.subject().or(() -> subject(asking).map(Suggestion::value)), today).stream()
                        .limit(atMost)
                        .toList();
    }
}
