package org.shishi.advice;

import java.util.Collection;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.shishi.matter.Matter;
import org.shishi.matter.Scope;
import org.shishi.people.Actor;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Procedure;

/** What an actor may see of what is remembered: asked of the index, and once more of what was found. */
record Sight(Packs packs, Actor actor) {

    boolean sees(Matter matter) {
        return Scope.of(packs, matter.procedure(), actor).sees(matter.standing());
    }

    Query query(Collection<Procedure> procedures) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (Procedure procedure : procedures) {
            Scope scope = Scope.of(packs, procedure, actor);
            if (!scope.isEmpty()) {
                any.add(of(procedure, scope), Occur.SHOULD);
            }
        }
        return any.build();
    }

    private static Query of(Procedure procedure, Scope scope) {
        BooleanQuery.Builder both = new BooleanQuery.Builder().add(is(Past.PROCEDURE, procedure.name()), Occur.FILTER);
        if (!scope.all()) {
            BooleanQuery.Builder any = new BooleanQuery.Builder();
            scope.units().forEach(unit -> any.add(is(Past.SEEN_BY, unit), Occur.SHOULD));
            if (!scope.own().isEmpty()) {
                any.add(is(Past.BY, scope.own()), Occur.SHOULD);
            }
            both.add(any.build(), Occur.FILTER);
        }
        return both.build();
    }

    static Query is(String field, String value) {
        return new TermQuery(new Term(field, value));
    }
}
