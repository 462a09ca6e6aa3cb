package org.shishi.matter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shishi.ledger.Body;
import org.shishi.ledger.Entry;
import org.shishi.ledger.Line;
import org.shishi.ledger.store.LedgerTables;
import org.shishi.procedure.Facts;

/** What is sealed in the ledger, opened. */
record Secrets(Setting setting) {
    private static final LedgerTables LEDGER = new LedgerTables();

    /** The personal facts of some matters, the latest of each; a matter without any is not there. */
    Map<Long, Facts> of(Connection c, Collection<Long> matters) throws SQLException {
        List<Entry> sealed = LEDGER.linesOf(c, setting.city(), matters).stream()
                .map(Line::entry)
                .filter(entry -> entry.secret().isPresent())
                .toList();
        List<Long> positions = sealed.stream().map(Entry::position).toList();
        Map<Long, Body> bodies = LEDGER.bodies(c, setting.city(), positions, Body.Kind.SECRET);
        Map<Long, Facts> all = new LinkedHashMap<>();
        for (Entry entry : sealed) {
            Body body = bodies.get(entry.position());
            if (body != null) {
                all.merge(entry.matter(), FactsText.read(setting.seals().open(body.bytes())), Facts::with);
            }
        }
        return all;
    }
}
