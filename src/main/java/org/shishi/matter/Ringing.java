package org.shishi.matter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.shishi.ledger.store.Call;
import org.shishi.ledger.store.LedgerTables;
import org.shishi.matter.store.DueTable;
import org.shishi.matter.store.DueTable.DueRow;
import org.shishi.matter.store.HeadTable;
import org.shishi.matter.store.Moves;

/**
 * What the clock has to do next with each matter. Beyond the published calendar nothing rings; when a further year is
 * announced, what was only expected is worked out anew.
 */
record Ringing(Setting setting, Matters matters) {
    private static final int AT_ONCE = 1000;
    private static final LedgerTables LEDGER = new LedgerTables();

    /** Empty when nothing runs that the clock acts on, or when it is history that nobody has acted on here. */
    static Optional<DueRow> next(Standing standing) {
        return standing.dues().stream()
                .filter(due -> standing.rings() && due.isToRing())
                .min(Comparator.comparing(Due::at).thenComparing(Due::deadline))
                .map(due -> new DueRow(standing.matter(), due.deadline(), due.at()));
    }

    /** Works out anew what rings, if the calendar has grown since. */
    void catchUp() {
        try (Connection c = setting.database().getConnection()) {
            if (DueTable.lastYear(c, setting.city()) != setting.days().lastYear()) {
                anew(c);
            }
        } catch (SQLException e) {
            throw new Broken("what rings next cannot be worked out", e);
        }
    }

    private void anew(Connection c) throws SQLException {
        c.setAutoCommit(false);
        long after = 0;
        while (after >= 0) {
            after = step(c, after);
        }
        DueTable.setLastYear(c, setting.city(), setting.days().lastYear());
        c.commit();
        c.setAutoCommit(true);
    }

    /** Under the ledger's lock, so that no act moves a matter meanwhile; the last matter looked at, or -1 at the end. */
    private long step(Connection c, long after) throws SQLException {
        LEDGER.lock(c, setting.city());
        List<Long> some = HeadTable.list(c, setting.city(), after, AT_ONCE);
        List<Long> silent = new ArrayList<>();
        List<DueRow> dues = new ArrayList<>();
        for (Matter matter : matters.list(c, some)) {
            next(matter.standing())
                    .ifPresentOrElse(
                            dues::add, () -> silent.add(matter.standing().matter()));
        }
        Call.makeAndCommit(c, Moves.ofDues(silent, dues).call(setting.city(), Long.MAX_VALUE));
        return some.isEmpty() ? -1 : some.getLast();
    }
}
