package org.shishi.matter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /**
     * Writes and commits, in one round trip but for what is rare or much. The edge goes first: it refuses before anything is
     * laid when the ledger ends elsewhere, and who waits for it holds nothing another node could wait for.
     *
     * @param ahead whether to return before it is on disk; what is rare does not
     */
    void write(Connection c, Office office, boolean ahead) throws SQLException {
        Optional<Call> laying = lines.inOneCall();
        if (!files.isEmpty() || !erased.isEmpty()) {
            writeRare(c, office);
        } else if (laying.isPresent()) {
            Call.makeAndCommit(c, ahead, lines.moveEdge(), laying.get(), moves);
        } else {
            Call.make(c, lines.moveEdge());
            lines.lay(c);
            Call.makeAndCommit(c, ahead, moves);
        }
    }

    private void writeRare(Connection c, Office office) throws SQLException {
        Call.make(c, lines.moveEdge());
        FiledTable.put(c, office.city(), files);
        List<String> thrown = new ArrayList<>();
        if (!erased.isEmpty()) {
            office.ledger().eraseSecret(c, office.city(), sealed(c, office));
            SideTables.forget(c, office.city(), erased);
            thrown.addAll(FiledTable.forgetPersonal(c, office.city(), erased));
        }
        lines.lay(c);
        Call.makeAndCommit(c, false, moves);
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
