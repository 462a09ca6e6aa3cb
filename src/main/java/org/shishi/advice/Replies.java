package org.shishi.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.shishi.advice.Memory.Hit;
import org.shishi.matter.Matter;
import org.shishi.matter.Matters;
import org.shishi.matter.Setting;
import org.shishi.matter.Standing.Said;
import org.shishi.people.Actor;
import org.shishi.procedure.Act;
import org.shishi.procedure.Field;
import org.shishi.procedure.Vague;

/** Looks at a reply before it is sent: does it say anything, and was it written for this question? */
public final class Replies {
    /** Shorter replies are alike by nature. */
    private static final int SHORTEST = 20;

    private static final double PASTED = 0.7;
    private static final double SAME_QUESTION = 0.4;
    private static final int LOOKED_AT = 6;
    private final Setting setting;
    private final Matters matters;
    private final Memory memory;

    Replies(Setting setting, Matters matters, Memory memory) {
        this.setting = setting;
        this.matters = matters;
        this.memory = memory;
    }

    /** Whether any field of an act is looked at. */
    public boolean looksAt(Matter matter, Act act) {
        return act.asks().stream().anyMatch(field -> vague(matter).fields().contains(field.name()));
    }

    private Vague vague(Matter matter) {
        return setting.packs().packOf(matter.procedure()).vague();
    }

    /** What there is to look at again, with what is typed into the form of an act. */
    public List<Hint> hints(Matter matter, Act act, Map<String, String> typed, Actor actor) {
        List<Hint> hints = new ArrayList<>();
        Vague vague = vague(matter);
        for (Field field : act.asks()) {
            String text = typed.getOrDefault(field.name(), "");
            if (vague.fields().contains(field.name()) && !text.isBlank()) {
                vague.listIn(text).forEach(phrase -> hints.add(new Hint.Empty(field.name(), phrase)));
                pasted(matter, field.name(), text, actor).ifPresent(hints::add);
            }
        }
        return hints;
    }

    private Optional<Hint> pasted(Matter matter, String field, String text, Actor actor) {
        if (text.codePointCount(0, text.length()) < SHORTEST) {
            return Optional.empty();
        }
        Query within = new BooleanQuery.Builder()
                .add(Sight.is(Past.PROCEDURE, matter.procedure().name()), Occur.FILTER)
                .add(Sight.is(Reply.NAME, field), Occur.FILTER)
                .build();
        return memory.find(Reply.TEXT, text, within, LOOKED_AT).stream()
                .flatMap(hit -> pasted(matter, field, text, actor, hit).stream())
                .findFirst();
    }

    private Optional<Hint> pasted(Matter matter, String field, String text, Actor actor, Hit hit) {
        long other = number(hit, Past.MATTER);
        if (other == matter.standing().matter()) {
            return Optional.empty();
        }
        return matters.list(List.of(other)).stream()
                .filter(found -> !isSameQuestion(matter, found))
                .findFirst()
                .flatMap(found -> like(found, field, text, number(hit, Reply.POSITION))
                        .map(percent -> new Hint.Pasted(field, percent, number(found, actor))));
    }

    private static long number(Hit hit, String field) {
        return hit.document().getField(field).numericValue().longValue();
    }

    private static boolean isSameQuestion(Matter one, Matter other) {
        return Terms.likeness(
                        Shape.of(one.procedure()).words(one),
                        Shape.of(other.procedure()).words(other))
                >= SAME_QUESTION;
    }

    private static Optional<Integer> like(Matter other, String field, String text, long position) {
        return other.said().stream()
                .filter(said -> said.entry().position() == position)
                .flatMap((Said said) -> said.facts().find(field).stream())
                .map(reply -> Terms.likeness(text, reply))
                .filter(likeness -> likeness >= PASTED)
                .map(likeness -> (int) Math.round(100 * likeness))
                .findFirst();
    }

    private Optional<String> number(Matter other, Actor actor) {
        return Optional.of(other.standing().number()).filter(_ -> new Sight(setting.packs(), actor).sees(other));
    }
}
