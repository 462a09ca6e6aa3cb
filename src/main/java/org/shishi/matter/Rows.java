package org.shishi.matter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.shishi.ledger.Entry;
import org.shishi.ledger.Line;
import org.shishi.ledger.store.Appending;
import org.shishi.ledger.store.Call;
import org.shishi.matter.store.FiledTable;
import org.shishi.matter.store.SideTables;

/**
 * What a batch will write, made ready while the batch before it is being written.
 *
 * @param moves where the matters stand afterwards
 * @param files which matters name which files
 * @param erased matters whose personal data is destroyed
 */
record Rows(Appending lines, Call moves, List<FiledTable.FiledRow> files, List<Long> erased) {

    /** What may be done before the batch in front is committed. Gives way where another node is laying its own. */
    void layAhead(Connection c) throws SQLException {
        Call.make(c, lines.dontWait(), lines.lay());
    }

    void lay(Connection c) throws SQLException {
        Call.make(c, lines.lay());
    }

    /** What needs the batch in front to be committed; commits. */
    void move(Connection c, Office office) throws SQLException {
        FiledTable.put(c, office.city(), files);
        List<String> thrown = new ArrayList<>();
        if (!erased.isEmpty()) {
            office.ledger().eraseSecret(c, office.city(), sealed(c, office));
            SideTables.forget(c, office.city(), erased);
            thrown.addAll(FiledTable.forgetPersonal(c, office.city(), erased));
        }
        Call.makeAndCommit(c, lines.moveEdge(), moves);
        thrown.forEach(office.setting().uploads().store()::drop);
    }

    /** The entries of the erased matters that hold personal data. */
    private List<Long> sealed(Connection c, Office office) throws SQLException {
        return office.ledger().linesOf(c, office.city(), erased).stream()
                .map(Line::entry)
                .filter(entry -> entry.secret().isPresent())
                .map(Entry::position)
                .toList();
    }
}
