package org.shishi.shell.imports;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.shishi.matter.Command;
import org.shishi.matter.Desk;
import org.shishi.matter.Outcome;
import org.shishi.paper.lists.ListRow;

/**
 * Puts rows on account, some hundred at a time: all their openings, then all their second acts, and so on. Each act's slip is
 * made of the row's own key, so that nothing goes in twice however often, or how far, it is run.
 */
final class Importer {
    private static final int CHUNK = 250;
    private final Mapping mapping;
    private final Desk desk;
    private final RowReading reading;
    private final RefusalWords words;
    private long opened;
    private long recorded;
    private long again;
    private long bad;

    Importer(Mapping mapping, Desk desk, RowReading reading, RefusalWords words) {
        this.mapping = mapping;
        this.desk = desk;
        this.reading = reading;
        this.words = words;
    }

    /** What came of it: matters opened, entries recorded now, entries that stood there before, rows turned away. */
    record Summary(long opened, long recorded, long again, long bad) {}

    /** A row on its way: its life, and the matter once that is opened. */
    private static final class Going {
        private final Life life;
        private long matter;

        Going(Life life) {
            this.life = life;
        }
    }

    /** Every row that does not go in is told of, and every so many rows how many they were. */
    Summary run(Stream<ListRow> rows, Consumer<BadRow> rejected, Consumer<Integer> progress) {
        Iterator<ListRow> all = rows.iterator();
        while (all.hasNext()) {
            List<ListRow> chunk = new ArrayList<>(CHUNK);
            while (all.hasNext() && chunk.size() < CHUNK) {
                chunk.add(all.next());
            }
            record(chunk, rejected);
            progress.accept(chunk.size());
        }
        return new Summary(opened, recorded, again, bad);
    }

    private void record(List<ListRow> chunk, Consumer<BadRow> rejected) {
        List<Going> going = new ArrayList<>(chunk.size());
        for (ListRow row : chunk) {
            try {
                going.add(new Going(reading.read(row)));
            } catch (RowReading.Unreadable e) {
                bad++;
                rejected.accept(e.bad());
            }
        }
        for (int wave = 0; !going.isEmpty(); wave++) {
            int index = wave;
            going = wave(going, index, rejected).stream()
                    .filter(each -> each.life.happenings().size() > index + 1)
                    .toList();
        }
    }

    private List<Going> wave(List<Going> going, int index, Consumer<BadRow> rejected) {
        List<Command> commands =
                going.stream().map(each -> command(each, index)).toList();
        List<Outcome> outcomes = desk.actAll(commands);
        List<Going> on = new ArrayList<>(going.size());
        for (int i = 0; i < outcomes.size(); i++) {
            switch (outcomes.get(i)) {
                case Outcome.Recorded done -> on.add(counted(going.get(i), index, done));
                case Outcome.Refused no -> {
                    bad++;
                    String act = going.get(i).life.happenings().get(index).act();
                    rejected.accept(reading.at(going.get(i).life.row())
                            .of(act, words.of(no.why().getFirst())));
                }
            }
        }
        return on;
    }

    private Command command(Going each, int index) {
        return index == 0 ? each.life.opening(mapping.procedure().name()) : each.life.next(index, each.matter);
    }

    private Going counted(Going each, int index, Outcome.Recorded done) {
        each.matter = done.entry().matter();
        again += done.again() ? 1 : 0;
        recorded += done.again() ? 0 : 1;
        opened += index == 0 && !done.again() ? 1 : 0;
        return each;
    }
}
