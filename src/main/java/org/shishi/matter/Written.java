package org.shishi.matter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shishi.ledger.Entry;
import org.shishi.ledger.Line;
import org.shishi.ledger.NewLine;
import org.shishi.matter.store.DueTable;
import org.shishi.matter.store.HeadRow;
import org.shishi.matter.store.HeadTable;
import org.shishi.matter.store.SideTables;
import org.shishi.procedure.Act;

/** What a batch has decided and will write: one statement a table. */
final class Written {
    private final List<NewLine> lines = new ArrayList<>();
    private final Map<Long, Optional<Standing>> before = new LinkedHashMap<>();
    private final Map<Long, Standing> after = new LinkedHashMap<>();
    private final List<SideTables.TraceRow> traces = new ArrayList<>();
    private final List<SideTables.LinkRow> links = new ArrayList<>();
    private final List<Long> erased = new ArrayList<>();

    void add(Decision.Step step, NewLine line) {
        long matter = step.after().matter();
        lines.add(line);
        before.putIfAbsent(matter, step.before());
        after.put(matter, step.after());
        Prepared prepared = step.prepared();
        prepared.traces().forEach(each -> traces.add(new SideTables.TraceRow(each.digest(), matter, each.field())));
        prepared.links().forEach(each -> links.add(new SideTables.LinkRow(matter, each.field(), each.other())));
        if (prepared.act().does() == Act.Does.ERASE) {
            erased.add(matter);
        }
    }

    void write(Connection c, Office office, Decided decided) throws SQLException {
        if (lines.isEmpty()) {
            return;
        }
        String city = office.city();
        office.ledger().append(c, city, decided.before(), lines, decided.after());
        SideTables.count(c, city, decided.counted());
        HeadTable.put(c, city, heads());
        dues(c, city);
        SideTables.trace(c, city, traces);
        SideTables.link(c, city, links);
        if (!erased.isEmpty()) {
            office.ledger().eraseSecret(c, city, sealed(c, office));
            SideTables.forget(c, city, erased);
        }
    }

    /** Only of matters that were opened or moved: where a matter stands is what its entries amount to. */
    private List<HeadRow> heads() {
        return after.values().stream()
                .filter(standing -> before.getOrDefault(standing.matter(), Optional.empty())
                        .filter(was -> was.under().equals(standing.under()))
                        .isEmpty())
                .map(standing -> new HeadRow(standing.matter(), standing.number(), standing.under()))
                .toList();
    }

    /** The entries of the erased matters that hold personal data. */
    private List<Long> sealed(Connection c, Office office) throws SQLException {
        return office.ledger().linesOf(c, office.city(), erased).stream()
                .map(Line::entry)
                .filter(entry -> entry.secret().isPresent())
                .map(Entry::position)
                .toList();
    }

    /** Only the dues that moved: most acts move none, and an unchanged row costs as much as a changed one. */
    private void dues(Connection c, String city) throws SQLException {
        List<Long> had = new ArrayList<>();
        List<DueTable.DueRow> now = new ArrayList<>();
        for (Standing standing : after.values()) {
            List<DueTable.DueRow> old = before.getOrDefault(standing.matter(), Optional.empty())
                    .map(Written::rows)
                    .orElse(List.of());
            List<DueTable.DueRow> rows = rows(standing);
            if (!rows.equals(old)) {
                now.addAll(rows);
                if (!old.isEmpty()) {
                    had.add(standing.matter());
                }
            }
        }
        DueTable.replace(c, city, had, now);
    }

    private static List<DueTable.DueRow> rows(Standing standing) {
        return standing.dues().stream()
                .map(due -> new DueTable.DueRow(
                        standing.matter(),
                        due.deadline(),
                        due.at(),
                        standing.rings() && !due.rung() && !due.estimated()))
                .toList();
    }
}
