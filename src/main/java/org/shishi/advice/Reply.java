package org.shishi.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.shishi.matter.Matter;
import org.shishi.matter.Standing.Said;
import org.shishi.procedure.Act;
import org.shishi.procedure.Pack;

/**
 * What was said in one of the fields a pack looks at for empty replies (答复).
 *
 * @param position of the entry it was said in
 */
record Reply(long matter, long position, String procedure, String field, String text) {
    static final String TEXT = "reply";
    static final String POSITION = "position";
    static final String NAME = "reply-in";

    /** The replies in these entries; what the clock repeats for a lead is none. */
    static List<Reply> listIn(Matter matter, Pack pack) {
        List<Reply> replies = new ArrayList<>();
        for (Said said : matter.said()) {
            Optional<Act> act = matter.procedure().findAct(said.entry().act());
            if (act.filter(done -> !done.isOfTheClock()).isPresent()) {
                for (String field : pack.vague().fields()) {
                    said.facts().find(field).ifPresent(text -> replies.add(of(matter, said, field, text)));
                }
            }
        }
        return replies;
    }

    private static Reply of(Matter matter, Said said, String field, String text) {
        return new Reply(
                matter.standing().matter(),
                said.entry().position(),
                matter.procedure().name(),
                field,
                text);
    }

    Document document() {
        Document document = new Document();
        document.add(new StringField(Memory.ID, "reply/" + position + "/" + field, Field.Store.YES));
        document.add(new StoredField(Past.MATTER, matter));
        document.add(new StoredField(POSITION, position));
        document.add(new StringField(Past.PROCEDURE, procedure, Field.Store.NO));
        document.add(new StringField(NAME, field, Field.Store.YES));
        document.add(new TextField(TEXT, text, Field.Store.NO));
        return document;
    }
}
