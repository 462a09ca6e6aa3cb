package org.shishi.advice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.shishi.ledger.Line;
import org.shishi.ledger.store.LedgerTables;
import org.shishi.matter.Broken;
import org.shishi.matter.Matter;
import org.shishi.matter.Matters;
import org.shishi.matter.Setting;
import org.shishi.matter.Versions;
import org.shishi.procedure.Act;

/**
 * Keeps the memory up with the ledger. Its bookmark is committed with the index itself, so that both stand or fall
 * together; each node of the program has its own.
 */
final class MemoryKeeper {
    private static final int STEP = 1000;
    private static final int SETTLED_TOGETHER = 50_000;
    private final Setting setting;
    private final Matters matters;
    private final Versions versions;
    private final Memory memory;
    private final LedgerTables ledger = new LedgerTables();
    private int unsettled;

    MemoryKeeper(Setting setting, Matters matters, Versions versions, Memory memory) {
        this.setting = setting;
        this.matters = matters;
        this.versions = versions;
        this.memory = memory;
    }

    /** Lays in what the packs know; what was remembered of another ledger is forgotten. */
    void prepare() {
        try {
            Bookmark read = memory.bookmark();
            if (read.position() > 0
                    && !matters.findLine(read.position()).filter(read::isAt).isPresent()) {
                memory.forget();
            }
            Known.put(memory, setting.packs().list());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes in the next lines; how many there were, 0 when everything is remembered. */
    int step() {
        try (Connection c = setting.database().getConnection()) {
            List<Line> lines = next(c);
            if (!lines.isEmpty()) {
                Line last = lines.getLast();
                memory.keep(
                        documents(matters.list(c, touched(lines))),
                        new Bookmark(last.entry().position(), last.leaf().hex()));
            }
            settle(lines.size());
            return lines.size();
        } catch (SQLException | IOException e) {
            throw new Broken("what is past cannot be remembered", e);
        }
    }

    /**
     * The lines behind the bookmark. The last one read is looked at again: it may have been seen ahead of the disk, and a
     * crash of the database may have taken it and put another in its place.
     */
    private List<Line> next(Connection c) throws SQLException, IOException {
        Bookmark read = memory.bookmark();
        if (read.position() == 0) {
            return ledger.lines(c, setting.city(), 1, STEP);
        }
        List<Line> lines = ledger.lines(c, setting.city(), read.position(), STEP + 1);
        if (lines.isEmpty() || !read.isAt(lines.getFirst())) {
            memory.forget();
            Known.put(memory, setting.packs().list());
            return ledger.lines(c, setting.city(), 1, STEP);
        }
        return lines.subList(1, lines.size());
    }

    /** Once it has come up with the ledger, and on a long way now and then: the disk is not asked for every line. */
    private void settle(int read) throws IOException {
        unsettled += read;
        if (unsettled > 0 && (read == 0 || unsettled >= SETTLED_TOGETHER)) {
            memory.settle();
            unsettled = 0;
        }
    }

    void catchUp() {
        while (step() > 0) {
            Thread.onSpinWait();
        }
    }

    /** The matters something happened to; what the clock notes without moving them changes nothing here. */
    private List<Long> touched(List<Line> lines) {
        return lines.stream()
                .map(Line::entry)
                .filter(entry -> {
                    Act act = versions.get(entry.under()).act(entry.act());
                    return act.to().isPresent() || !act.isOfTheClock();
                })
                .map(entry -> entry.matter())
                .distinct()
                .toList();
    }

    private List<Document> documents(List<Matter> touched) {
        List<Document> documents = new ArrayList<>();
        for (Matter matter : touched) {
            if (Shape.of(matter.procedure()).text().isPresent()) {
                documents.add(Past.of(matter).document());
            }
            Reply.listIn(matter, setting.packs().packOf(matter.procedure()))
                    .forEach(reply -> documents.add(reply.document()));
        }
        return documents;
    }
}
