package org.shishi.matter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.shishi.ledger.Entry;
import org.shishi.ledger.Line;
import org.shishi.ledger.store.Appending;
import org.shishi.matter.store.Moves;
import org.shishi.matter.store.SideTables;

/**
 * What a batch will write, made ready while the batch before it is being written.
 *
 * @param erased matters whose personal data is destroyed
 */
record Rows(Appending lines, Moves moves, List<Long> erased) {

    /** What may be done before the batch in front is committed. */
    void lay(Connection c) throws SQLException {
        lines.lay(c);
    }

    /** What needs the batch in front to be committed. */
    void move(Connection c, Office office) throws SQLException {
        lines.moveEdge(c);
        moves.write(c, office.city());
        if (!erased.isEmpty()) {
            office.ledger().eraseSecret(c, office.city(), sealed(c, office));
            SideTables.forget(c, office.city(), erased);
        }
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
