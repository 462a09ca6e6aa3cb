package org.shishi.matter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shishi.ledger.Edge;
import org.shishi.ledger.NewLine;
import org.shishi.ledger.store.Appending;
import org.shishi.matter.store.DueTable.DueRow;
import org.shishi.matter.store.FiledTable;
import org.shishi.matter.store.Moves;
import org.shishi.matter.store.SideTables;
import org.shishi.procedure.Act;

/** Gathers what a batch decides to write. */
final class Written {
    private final List<NewLine> lines = new ArrayList<>();
    private final Map<Long, Optional<Standing>> before = new LinkedHashMap<>();
    private final Map<Long, Standing> after = new LinkedHashMap<>();
    private final Set<SideTables.TraceRow> traces = new LinkedHashSet<>();
    private final List<SideTables.LinkRow> links = new ArrayList<>();
    private final List<FiledTable.FiledRow> files = new ArrayList<>();
    private final List<Long> erased = new ArrayList<>();
    private final Set<Long> rung = new HashSet<>();

    void add(Decision.Step step, NewLine line) {
        long matter = step.after().matter();
        lines.add(line);
        before.putIfAbsent(matter, step.before());
        after.put(matter, step.after());
        Prepared prepared = step.prepared();
        prepared.traces().forEach(each -> traces.add(new SideTables.TraceRow(each.digest(), matter, each.field())));
        prepared.links().forEach(each -> links.add(new SideTables.LinkRow(matter, each.field(), each.other())));
        prepared.files()
                .forEach(
                        each -> files.add(new FiledTable.FiledRow(each.hash(), matter, each.field(), each.personal())));
        if (prepared.act().does() == Act.Does.ERASE) {
            erased.add(matter);
        }
        if (prepared.command().via() == Command.Via.CLOCK) {
            rung.add(matter);
        }
    }

    /** Empty when every command was refused. */
    Optional<Rows> rows(String city, Edge from, Edge to, Map<String, Long> counted) {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        List<Long> silent = new ArrayList<>();
        List<DueRow> dues = new ArrayList<>();
        after.values().forEach(standing -> ring(standing, silent, dues));
        Moves moves = new Moves(counted, silent, dues, traces, links);
        return Optional.of(new Rows(Appending.of(city, from, lines, to), moves.call(city, from.size()), files, erased));
    }

    /**
     * Only where the clock would look too late: that something was met, or has more time now, it finds out when it looks.
     * After its own acts it is told exactly, lest it look at once again.
     */
    private void ring(Standing standing, List<Long> silent, List<DueRow> dues) {
        Optional<DueRow> was =
                before.getOrDefault(standing.matter(), Optional.empty()).flatMap(Ringing::next);
        Optional<DueRow> next = Ringing.next(standing);
        boolean isLooked = rung.contains(standing.matter());
        if (next.isPresent() && (isLooked || isSooner(next.get(), was))) {
            dues.add(next.get());
        } else if (next.isEmpty() && isLooked) {
            silent.add(standing.matter());
        }
    }

    private static boolean isSooner(DueRow next, Optional<DueRow> was) {
        return was.isEmpty() || next.at().isBefore(was.get().at());
    }
}
