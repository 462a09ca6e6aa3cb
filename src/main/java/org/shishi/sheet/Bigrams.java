package org.shishi.sheet;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Pairs of neighbouring characters, by which any two characters of a text find it. */
final class Bigrams {
    private Bigrams() {}

    static Set<String> of(String text) {
        Set<String> pairs = new LinkedHashSet<>();
        int before = -1;
        for (int point : text.toLowerCase(Locale.ROOT).codePoints().toArray()) {
            boolean counts = Character.isLetterOrDigit(point);
            if (counts && before >= 0) {
                pairs.add(new StringBuilder()
                        .appendCodePoint(before)
                        .appendCodePoint(point)
                        .toString());
            }
            before = counts ? point : -1;
        }
        return pairs;
    }
}
