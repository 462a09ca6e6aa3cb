package org.shishi.matter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.shishi.matter.store.SideTables;
import org.shishi.matter.store.SideTables.LinkRow;

/** Which matters name which others, as far as a batch needs it: those of the table, and those not written yet. */
final class Naming {
    private final Set<LinkRow> rows = new LinkedHashSet<>();
    private final Set<LinkRow> added = new LinkedHashSet<>();

    /** What the table says of these matters. */
    void load(Connection c, String city, Collection<Long> leads) throws SQLException {
        rows.addAll(SideTables.naming(c, city, leads));
    }

    /** Of what was decided before, and may not be in the table yet, whatever names these matters. */
    void with(Collection<LinkRow> recent, Set<Long> leads) {
        recent.stream().filter(link -> leads.contains(link.other())).forEach(rows::add);
    }

    void add(Decision.Step step) {
        step.prepared().links().forEach(link -> {
            LinkRow row = new LinkRow(step.after().matter(), link.field(), link.other());
            rows.add(row);
            added.add(row);
        });
    }

    /** The matters that name one in a field, in the order they were put on account. */
    List<Long> list(long lead, String field) {
        return rows.stream()
                .filter(row -> row.other() == lead && row.field().equals(field))
                .map(LinkRow::matter)
                .sorted()
                .toList();
    }

    List<Long> all() {
        return rows.stream().map(LinkRow::matter).distinct().toList();
    }

    /** What this batch adds. */
    Set<LinkRow> added() {
        return added;
    }
}
