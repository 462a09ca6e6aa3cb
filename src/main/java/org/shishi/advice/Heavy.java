package org.shishi.advice;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * The terms of a text that tell most: rare in what is remembered. However long a text is, at most so many are looked for.
 *
 * @param weight what all of them weigh together: what the likest text can reach
 */
record Heavy(List<Weighed> terms, double weight) {
    private static final int AT_MOST = 96;
    private static final int LEAST = 2;

    /** What nobody has said yet counts half: a name, a slip of the pen. */
    private static final double UNKNOWN = 0.5;

    /** A term, in how many texts it occurs, and how much it tells. */
    record Weighed(String term, int in, double weight) {}

    static Heavy of(IndexReader reader, String field, String text) throws IOException {
        List<Weighed> found = new ArrayList<>();
        for (String term : Terms.of(text).keySet()) {
            int in = reader.docFreq(new Term(field, term));
            found.add(new Weighed(term, in, Likening.RANKING.idf(in, reader.getDocCount(field))));
        }
        List<Weighed> heavy = heaviest(found.stream().filter(each -> each.in() > 0));
        List<Weighed> unknown = heaviest(found.stream().filter(each -> each.in() == 0));
        return new Heavy(heavy, weight(heavy) + UNKNOWN * weight(unknown));
    }

    private static List<Weighed> heaviest(Stream<Weighed> terms) {
        return terms.sorted(Comparator.comparingDouble(Weighed::weight).reversed())
                .limit(AT_MOST)
                .toList();
    }

    private static double weight(List<Weighed> terms) {
        return terms.stream().mapToDouble(Weighed::weight).sum();
    }

    /** Fewer than two known terms find nothing worth showing. */
    boolean isEmpty() {
        return terms.size() < LEAST;
    }

    Query query(String field) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        terms.forEach(each -> any.add(new TermQuery(new Term(field, each.term())), BooleanClause.Occur.SHOULD));
        return any.setMinimumNumberShouldMatch(LEAST).build();
    }
}
