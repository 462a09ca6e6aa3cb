package org.shishi.matter;

import java.util.ArrayList;
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
import org.shishi.matter.store.HeadRow;
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
    }

    /** Empty when every command was refused. */
    Optional<Rows> rows(String city, Edge from, Edge to, Map<String, Long> counted) {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        List<Long> silent = new ArrayList<>();
        List<DueRow> dues = new ArrayList<>();
        after.values().forEach(standing -> ring(standing, silent, dues));
        Moves moves = new Moves(heads(), counted, silent, dues, traces, links);
        return Optional.of(new Rows(Appending.of(city, from, lines, to), moves.call(city, from.size()), files, erased));
    }

    /** Only where it moved: most acts do not change what the clock has to do next. */
    private void ring(Standing standing, List<Long> silent, List<DueRow> dues) {
        Optional<Standing> was = was(standing);
        if (was.filter(old -> old.rings() == standing.rings() && old.dues().equals(standing.dues()))
                .isPresent()) {
            return;
        }
        Optional<DueRow> next = Ringing.next(standing);
        if (!next.equals(was.flatMap(Ringing::next))) {
            next.ifPresentOrElse(dues::add, () -> silent.add(standing.matter()));
        }
    }

    private Optional<Standing> was(Standing standing) {
        return before.getOrDefault(standing.matter(), Optional.empty());
    }

    /** Only of matters that were opened or moved: where a matter stands is what its entries amount to. */
    private List<HeadRow> heads() {
        return after.values().stream()
                .filter(standing -> was(standing)
                        .filter(old -> old.under().equals(standing.under()))
                        .isEmpty())
                .map(standing -> new HeadRow(standing.matter(), standing.number(), standing.under()))
                .toList();
    }
}
