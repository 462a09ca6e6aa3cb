package org.shishi.advice;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * A text as it is compared: pairs of neighbouring Chinese characters, and words of other scripts. Telephone and identity
 * numbers and addresses of mail that somebody wrote into a text are left out: by them nothing is alike.
 */
final class Terms extends Analyzer {
    private static final Pattern PERSONAL = Pattern.compile("[\\w.+-]+@[\\w.-]+|\\d[\\d -]{5,}[\\dXx]");

    static final Terms ANALYZER = new Terms();

    @Override
    protected Reader initReader(String field, Reader reader) {
        return new PatternReplaceCharFilter(PERSONAL, " ", reader);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer source = new StandardTokenizer();
        TokenStream words = new LowerCaseFilter(new CJKWidthFilter(source));
        return new TokenStreamComponents(
                source, new StopFilter(new CJKBigramFilter(words), EnglishAnalyzer.ENGLISH_STOP_WORDS_SET));
    }

    /** Its terms with how often each occurs, in the order they first come. */
    static Map<String, Integer> of(String text) {
        Map<String, Integer> terms = new LinkedHashMap<>();
        try (TokenStream stream = ANALYZER.tokenStream("text", new StringReader(text))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.merge(term.toString(), 1, Integer::sum);
            }
            stream.end();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return terms;
    }

    /** How alike two texts are by the terms they share: 1 for the same, 0 for nothing in common (Jaccard). */
    static double likeness(String one, String other) {
        var left = of(one).keySet();
        var right = of(other).keySet();
        long shared = left.stream().filter(right::contains).count();
        long all = left.size() + right.size() - shared;
        return all == 0 ? 0 : (double) shared / all;
    }
}
