package org.shishi.web.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.shishi.ledger.Checkpoint;
import org.shishi.ledger.Line;
import org.shishi.ledger.Receipt;
import org.shishi.ledger.TilePath;
import org.shishi.ledger.store.Checkpoints;
import org.shishi.ledger.store.LedgerTables;
import org.shishi.ledger.store.Log;
import org.shishi.matter.Broken;
import org.shishi.matter.Setting;

/** What may be read of a city's ledger by anybody: how long it is, what was signed, what proves an entry. */
final class PublicLog {
    private final Setting setting;
    private final LedgerTables ledger = new LedgerTables();
    private final Checkpoints checkpoints = new Checkpoints();
    private final Log log = new Log(ledger, checkpoints);

    PublicLog(Setting setting) {
        this.setting = setting;
    }

    private interface Query<T> {
        T run(Connection connection, String city) throws SQLException;
    }

    private <T> T read(Query<T> query) {
        try (Connection connection = setting.database().getConnection()) {
            return query.run(connection, setting.city());
        } catch (SQLException e) {
            throw new Broken("the ledger cannot be read", e);
        }
    }

    long size() {
        return read((c, city) -> ledger.edge(c, city).size());
    }

    Optional<Checkpoint> latest() {
        return read(checkpoints::latest);
    }

    /** The last ones, the newest first. */
    List<Checkpoints.Signed> list(int atMost) {
        return read((c, city) -> checkpoints.list(c, city, atMost));
    }

    Optional<byte[]> findTile(TilePath tile) {
        return read((c, city) -> log.findTile(c, city, tile));
    }

    Optional<Receipt> findReceipt(long position) {
        return read((c, city) -> log.findReceipt(c, city, position));
    }

    Optional<Line> findLine(long position) {
        return read((c, city) -> ledger.lines(c, city, position, 1).stream()
                .filter(line -> line.entry().position() == position)
                .findFirst());
    }
}
