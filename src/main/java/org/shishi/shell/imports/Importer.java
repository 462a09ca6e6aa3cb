package org.shishi.shell.imports;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.shishi.matter.Command;
import org.shishi.matter.Desk;
import org.shishi.matter.Outcome;
import org.shishi.paper.lists.ListRow;

/**
 * Puts rows on account. In every round so many new rows begin and all that are on their way go one act further, so that the
 * desk has full batches to write; matters are opened in the order of the rows.
 */
final class Importer {
    private static final int BEGIN_AT_ONCE = 500;
    private final Desk desk;
    private final RowReading reading;
    private final Consumer<BadRow> rejected;
    private final LongConsumer progress;
    private long opened;
    private long recorded;
    private long again;
    private long bad;

    /**
     * @param rejected is told of every row that does not go in
     * @param progress is told how many rows came to their end
     */
    Importer(Desk desk, RowReading reading, Consumer<BadRow> rejected, LongConsumer progress) {
        this.desk = desk;
        this.reading = reading;
        this.rejected = rejected;
        this.progress = progress;
    }

    /** What came of it: matters opened, entries recorded now, entries that stood there before, rows turned away. */
    record Summary(long opened, long recorded, long again, long bad) {}

    /** A row on its way: what of it comes next, and its matter once that is opened. */
    private record Going(Life life, int next, long matter) {
        Command command() {
            return next == 0 ? life.opening() : life.next(next, matter);
        }

        Going on(Outcome.Recorded done) {
            return new Going(life, next + 1, done.entry().matter());
        }

        boolean isDone() {
            return next == life.happenings().size();
        }
    }

    Summary run(Stream<ListRow> rows) {
        Iterator<ListRow> all = rows.iterator();
        List<Going> going = new ArrayList<>();
        while (all.hasNext() || !going.isEmpty()) {
            for (int i = 0; i < BEGIN_AT_ONCE && all.hasNext(); i++) {
                begin(all.next(), going);
            }
            going = goOn(going);
        }
        return new Summary(opened, recorded, again, bad);
    }

    private void begin(ListRow row, List<Going> going) {
        try {
            going.add(new Going(reading.read(row), 0, 0));
        } catch (Cells.Unreadable e) {
            reject(e.bad());
        }
    }

    private void reject(BadRow row) {
        bad++;
        rejected.accept(row);
        progress.accept(1);
    }

    private List<Going> goOn(List<Going> going) {
        List<Outcome> outcomes = desk.actAll(going.stream().map(Going::command).toList());
        List<Going> on = new ArrayList<>(going.size());
        for (int i = 0; i < outcomes.size(); i++) {
            Going each = going.get(i);
            switch (outcomes.get(i)) {
                case Outcome.Recorded done -> count(each, done, on);
                case Outcome.Refused no ->
                    reject(reading.refused(each.life, each.next, no.why().getFirst()));
            }
        }
        return on;
    }

    private void count(Going each, Outcome.Recorded done, List<Going> on) {
        again += done.again() ? 1 : 0;
        recorded += done.again() ? 0 : 1;
        opened += each.next == 0 && !done.again() ? 1 : 0;
        Going next = each.on(done);
        if (next.isDone()) {
            progress.accept(1);
        } else {
            on.add(next);
        }
    }
}
