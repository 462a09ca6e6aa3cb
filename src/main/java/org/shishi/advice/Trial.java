package org.shishi.advice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;

/** A memory of texts that stand in no ledger: to measure with how fast and how good advice is. */
public final class Trial implements AutoCloseable {
    private static final String PROCEDURE = "trial";
    private static final int NEIGHBOURS = 20;
    private final Memory memory = Memory.passing();

    /** A text and the class it was given. */
    public record Told(String text, String subject) {}

    /** Takes all of them in. */
    public void put(List<Told> told) {
        try {
            List<Document> documents = new java.util.ArrayList<>();
            for (Told each : told) {
                documents.add(past(documents.size() + 1L, each).document());
            }
            memory.keep(documents, new Bookmark(told.size(), ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Past past(long matter, Told told) {
        return new Past(
                matter, PROCEDURE, told.text(), "", Optional.of(told.subject()), Optional.empty(), Set.of(), "", true);
    }

    /** How many of those taken in are about much the same. */
    public long similar(String text) {
        return near(text).stream().filter(hit -> hit.likeness() >= Advice.LEAST).count();
    }

    /** The class suggested for a text, as {@link Advice} would. */
    public Optional<Suggestion> subject(String text) {
        return Suggestion.of(Advice.ballots(near(text), Past.SUBJECT));
    }

    private List<Memory.Hit> near(String text) {
        return memory.find(Past.TEXT, text, Sight.is(Past.PROCEDURE, PROCEDURE), NEIGHBOURS);
    }

    /** How alike two texts are, worked out from the texts themselves: what an index spares. */
    public static double likeness(String one, String other) {
        return Terms.likeness(one, other);
    }

    @Override
    public void close() {
        memory.close();
    }
}
