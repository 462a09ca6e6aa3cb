package org.shishi.advice;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.shishi.procedure.Knowledge;
import org.shishi.procedure.Pack;

/** What can be answered at once, found by the words somebody says. */
record Known(List<Knowledge> all, Memory memory) {
    private static final String FIELD = "known";
    private static final String PACK = "known-of";
    private static final String CODE = "code";
    /** A long story holds much that no short answer says. */
    private static final double LEAST = 0.12;

    private static final int LOOKED_AT = 12;

    /** Lays what a pack knows into the memory, in place of what it knew before. */
    static void put(Memory memory, Collection<Pack> packs) throws IOException {
        for (Pack pack : packs) {
            List<Document> documents = new ArrayList<>();
            pack.knowledge().forEach(each -> documents.add(document(pack, each)));
            memory.replace(new Term(PACK, pack.name()), documents);
        }
    }

    private static Document document(Pack pack, Knowledge each) {
        Document document = new Document();
        document.add(new StringField(Memory.ID, "known/" + pack.name() + "/" + each.code(), Field.Store.YES));
        document.add(new StringField(PACK, pack.name(), Field.Store.NO));
        document.add(new StringField(CODE, each.code(), Field.Store.YES));
        // Its heading says twice as much as its text.
        document.add(new TextField(FIELD, String.join("\n", each.words(), each.headings()), Field.Store.NO));
        return document;
    }

    List<Knowledge> list(Asking asking, Optional<String> subject, LocalDate on) {
        if (all.isEmpty()) {
            return List.of();
        }
        Stream<String> codes =
                memory
                        .find(
                                FIELD,
                                asking.words(),
                                Sight.is(PACK, asking.procedure().pack()),
                                LOOKED_AT)
                        .stream()
                        .filter(hit -> hit.likeness() >= LEAST)
                        .map(hit -> hit.document().get(CODE));
        Stream<Knowledge> said =
                codes.flatMap(code -> all.stream().filter(each -> each.code().equals(code)));
        Stream<Knowledge> ofClass = all.stream()
                .filter(each -> subject.isPresent() && each.subject().equals(subject));
        return Stream.concat(said, ofClass)
                .filter(each -> each.isInForce(on))
                .distinct()
                .toList();
    }
}
