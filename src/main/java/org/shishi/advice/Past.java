package org.shishi.advice;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.shishi.matter.Done;
import org.shishi.matter.Matter;
import org.shishi.matter.Standing;
import org.shishi.procedure.Act;
import org.shishi.procedure.Procedure;

/**
 * A matter as it is remembered.
 *
 * @param text what it was about; it finds the matter and is not kept
 * @param subject its class
 * @param unit who took it over in the end; absent until somebody did
 * @param seenBy the units that ever answered for it, {@code by} the account that put it on account: who may see it
 */
record Past(
        long matter,
        String procedure,
        String text,
        String division,
        Optional<String> subject,
        Optional<String> unit,
        Set<String> seenBy,
        String by,
        boolean live) {
    static final String MATTER = "matter";
    static final String PROCEDURE = "procedure";
    static final String TEXT = "text";
    static final String DIVISION = "division";
    static final String SUBJECT = "subject";
    static final String UNIT = "unit";
    static final String SEEN_BY = "seen-by";
    static final String BY = "by";
    static final String LIVE = "live";

    static Past of(Matter matter) {
        Shape shape = Shape.of(matter.procedure());
        Standing standing = matter.standing();
        return new Past(
                standing.matter(),
                matter.procedure().name(),
                shape.wordsAndSpot(matter),
                shape.division(matter),
                shape.subjectOf(matter),
                settled(matter.procedure(), standing),
                standing.units(),
                standing.openedBy(),
                !matter.isClosed());
    }

    /**
     * Whose it turned out to be: the holder, once it has itself done the main thing of a stage since it was named. A unit
     * that sent the matter back never did, and one it has only just been sent to does not count yet.
     */
    static Optional<String> settled(Procedure procedure, Standing standing) {
        long named = standing.done().entrySet().stream()
                .filter(done ->
                        procedure.findAct(done.getKey()).flatMap(Act::holder).isPresent())
                .map(done -> done.getValue().position())
                .max(Comparator.naturalOrder())
                .orElse(0L);
        return standing.holder()
                .filter(holder -> standing.done().entrySet().stream()
                        .anyMatch(done -> isTakenOver(procedure, done.getKey(), done.getValue(), holder, named)));
    }

    private static boolean isTakenOver(Procedure procedure, String act, Done done, String holder, long named) {
        return done.position() > named
                && done.unit().equals(holder)
                && procedure.findAct(act).filter(Act::main).isPresent();
    }

    Document document() {
        Document document = new Document();
        document.add(new StringField(Memory.ID, "matter/" + matter, Field.Store.YES));
        document.add(new StoredField(MATTER, matter));
        document.add(new StringField(PROCEDURE, procedure, Field.Store.NO));
        document.add(new TextField(TEXT, text, Field.Store.NO));
        document.add(new StoredField(DIVISION, division));
        subject.ifPresent(code -> document.add(new StoredField(SUBJECT, code)));
        unit.ifPresent(id -> document.add(new StoredField(UNIT, id)));
        new LinkedHashSet<>(seenBy).forEach(id -> document.add(new StringField(SEEN_BY, id, Field.Store.NO)));
        document.add(new StringField(BY, by, Field.Store.NO));
        document.add(new StringField(LIVE, Boolean.toString(live), Field.Store.YES));
        return document;
    }
}
