package org.shishi.matter;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shishi.ledger.store.Call;
import org.shishi.ledger.store.LedgerTables;
import org.shishi.matter.store.DueTable;
import org.shishi.matter.store.DueTable.DueRow;
import org.shishi.matter.store.Moves;
import org.shishi.matter.store.Numbered;
import org.shishi.procedure.Deadline;

/**
 * What the clock has to do next with each matter. It looks where the table {@code due} says, and what it then finds is what
 * rings. Beyond the published calendar nothing rings; when a further year is announced, what was only expected is worked
 * out anew.
 */
record Ringing(Setting setting, Matters matters) {
    private static final int AT_ONCE = 1000;
    private static final LedgerTables LEDGER = new LedgerTables();

    /** Empty when nothing runs that the clock acts on, or when it is history that nobody has acted on here. */
    static Optional<DueRow> next(Standing standing) {
        return due(standing).map(due -> new DueRow(standing.matter(), due.at()));
    }

    private static Optional<Due> due(Standing standing) {
        return standing.dues().stream()
                .filter(due -> standing.rings() && due.isToRing())
                .min(Comparator.comparing(Due::at).thenComparing(Due::deadline));
    }

    /** The deadlines that passed before a moment and were not acted on, the oldest first; of each matter one. */
    List<Desk.Past> past(Instant now, int atMost) {
        try (Connection c = setting.database().getConnection()) {
            List<Long> looked;
            List<Desk.Past> past;
            do {
                looked = DueTable.past(c, setting.city(), now, atMost);
                past = past(matters.list(c, looked), now);
                lookLater(c, looked, past);
            } while (past.isEmpty() && looked.size() == atMost); // there may be more behind those
            return past;
        } catch (SQLException e) {
            throw new Broken("cannot read what is due", e);
        }
    }

    private static List<Desk.Past> past(List<Matter> looked, Instant now) {
        return looked.stream()
                .flatMap(matter -> past(matter, now).stream())
                .sorted(Comparator.comparing(Desk.Past::at))
                .toList();
    }

    private static Optional<Desk.Past> past(Matter matter, Instant now) {
        return due(matter.standing()).filter(due -> due.at().isBefore(now)).flatMap(due -> past(matter, due));
    }

    private static Optional<Desk.Past> past(Matter matter, Due due) {
        return Optional.ofNullable(matter.procedure().deadlines().get(due.deadline()))
                .flatMap(Deadline::then)
                .map(act -> new Desk.Past(matter.standing().matter(), due.deadline(), due.at(), act));
    }

    /** Where nothing has passed after all, it is looked at again when something may. */
    private void lookLater(Connection c, List<Long> looked, List<Desk.Past> past) throws SQLException {
        Set<Long> inVain = new LinkedHashSet<>(looked);
        past.forEach(each -> inVain.remove(each.matter()));
        if (!inVain.isEmpty()) {
            c.setAutoCommit(false);
            move(c, List.copyOf(inVain));
            c.setAutoCommit(true);
        }
    }

    /** Under the ledger's lock, so that no act moves a matter meanwhile. Commits. */
    private void move(Connection c, List<Long> some) throws SQLException {
        LEDGER.lock(c, setting.city());
        List<DueRow> dues = matters.list(c, some).stream()
                .flatMap(matter -> next(matter.standing()).stream())
                .toList();
        Set<Long> silent = new LinkedHashSet<>(some);
        dues.forEach(due -> silent.remove(due.matter()));
        Call.makeAndCommit(c, false, Moves.ofDues(silent, dues).call(setting.city(), Long.MAX_VALUE));
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
        for (List<Long> some = after(c, 0); !some.isEmpty(); some = after(c, some.getLast())) {
            move(c, some);
        }
        DueTable.setLastYear(c, setting.city(), setting.days().lastYear());
        c.commit();
        c.setAutoCommit(true);
    }

    private List<Long> after(Connection c, long matter) throws SQLException {
        return Numbered.list(c, setting.city(), matter, AT_ONCE);
    }
}
