package org.shishi.advice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * By what texts were about they are found again (记忆): an index of pairs of characters in the data folder. It holds no
 * text, only what finds one, and can be thrown away at any time: it is made again from the first entry.
 */
final class Memory implements AutoCloseable {
    /** What identifies a document; putting it again replaces it. */
    static final String ID = "id";

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    /**
     * Something found.
     *
     * @param likeness how much of the weight of what was asked it holds, in the measure of the ranking: 1 is about the same
     */
    record Hit(Document document, double likeness) {}

    private Memory(Directory directory) throws IOException {
        this.directory = directory;
        this.writer = new IndexWriter(
                directory,
                new IndexWriterConfig(Terms.ANALYZER)
                        .setSimilarity(Likening.RANKING)
                        .setCommitOnClose(false));
        this.searchers = new SearcherManager(writer, new Searchers());
    }

    /** Every searcher ranks alike. */
    private static final class Searchers extends SearcherFactory {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader before) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setSimilarity(Likening.RANKING);
            return searcher;
        }
    }

    /** The memory in a folder; one that cannot be read any more is begun anew. */
    static Memory in(Path folder) {
        try {
            try {
                return new Memory(FSDirectory.open(folder));
            } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException e) {
                clear(folder);
                return new Memory(FSDirectory.open(folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that is gone with the program. */
    static Memory passing() {
        try {
            return new Memory(new ByteBuffersDirectory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    /** How far it has come, of which a crash may take a little: that is then taken in again. */
    Bookmark bookmark() {
        Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        return data == null ? Bookmark.START : Bookmark.read(data);
    }

    /** Forgets everything; the bookmark stands before the first entry again. */
    void forget() throws IOException {
        writer.deleteAll();
        keep(List.of(), Bookmark.START);
        settle();
    }

    /** Takes documents in and moves the bookmark: from now on they are found, and with {@link #settle} they survive. */
    void keep(List<Document> documents, Bookmark bookmark) throws IOException {
        put(documents);
        writer.setLiveCommitData(bookmark.written().entrySet());
        searchers.maybeRefreshBlocking();
    }

    /** Brings documents and bookmark to the disk: both or neither survive a crash. Costs nothing when nothing is new. */
    void settle() throws IOException {
        writer.commit();
    }

    private void put(List<Document> documents) throws IOException {
        for (Document each : documents) {
            writer.updateDocument(new Term(ID, each.get(ID)), each);
        }
    }

    /** In place of all documents with this term: those. The bookmark stays. */
    void replace(Term term, List<Document> documents) throws IOException {
        writer.deleteDocuments(term);
        keep(documents, bookmark());
        settle();
    }

    /** The likest in a field, the likest first; only what is within a query, too. */
    List<Hit> find(String field, String text, Query within, int atMost) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return find(searcher, field, text, within, atMost);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Hit> find(IndexSearcher searcher, String field, String text, Query within, int atMost)
            throws IOException {
        Heavy heavy = Heavy.of(searcher.getIndexReader(), field, text);
        if (heavy.isEmpty()) {
            return List.of();
        }
        Query query = new BooleanQuery.Builder()
                .add(heavy.query(field), BooleanClause.Occur.MUST)
                .add(within, BooleanClause.Occur.FILTER)
                .build();
        ScoreDoc[] found = searcher.search(query, atMost).scoreDocs;
        StoredFields stored = searcher.storedFields();
        List<Hit> hits = new ArrayList<>();
        for (ScoreDoc each : found) {
            // A text that holds all of them once, and is as long as most, reaches about half of their weight.
            hits.add(new Hit(stored.document(each.doc), 2 * each.score / heavy.weight()));
        }
        return List.copyOf(hits);
    }

    @Override
    public void close() {
        try {
            searchers.close();
            writer.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
