package org.shishi.advice;

import java.util.Optional;

/** What somebody may want to look at again before they send it. Never a refusal: whoever sends it again has it recorded. */
public sealed interface Hint {
    /** The field it is about. */
    String field();

    /** It holds words that promise nothing. */
    record Empty(String field, String phrase) implements Hint {}

    /**
     * It is nearly what was replied to another question.
     *
     * @param percent how alike the two replies are
     * @param number of that other matter; absent when the reader may not see it
     */
    record Pasted(String field, int percent, Optional<String> number) implements Hint {}
}
