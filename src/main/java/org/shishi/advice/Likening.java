package org.shishi.advice;

import org.apache.lucene.search.similarities.BM25Similarity;

/**
 * The ranking (BM25), as though a thousand other texts were known already: in a young city, too, what four callers said of
 * street lights tells more than that all of them said it.
 */
final class Likening extends BM25Similarity {
    static final Likening RANKING = new Likening();
    private static final long OTHERS = 1000;

    @Override
    protected float idf(long docFreq, long docCount) {
        return super.idf(docFreq, docCount + OTHERS);
    }
}
