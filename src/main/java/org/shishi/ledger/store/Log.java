package org.shishi.ledger.store;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.shishi.ledger.Body;
import org.shishi.ledger.Checkpoint;
import org.shishi.ledger.Edge;
import org.shishi.ledger.Export;
import org.shishi.ledger.Hash;
import org.shishi.ledger.Line;
import org.shishi.ledger.Proof;
import org.shishi.ledger.Receipt;
import org.shishi.ledger.SigningKey;
import org.shishi.ledger.TilePath;
import org.shishi.ledger.Tiles;

/** What leaves the ledger for others to check: tiles, proofs, receipts, whole exports. Works on the caller's connection. */
public final class Log {
    private static final int PAGE = 1000;

    private final LedgerTables tables;
    private final Checkpoints checkpoints;

    public Log(LedgerTables tables, Checkpoints checkpoints) {
        this.tables = tables;
        this.checkpoints = checkpoints;
    }

    /** The bytes of a tile or entry bundle; empty while the ledger has not that many entries. */
    public Optional<byte[]> findTile(Connection c, String city, TilePath tile) throws SQLException {
        long size = tables.edge(c, city).size();
        if (Tiles.width(size, tile.level(), tile.index()) < tile.width()) {
            return Optional.empty();
        }
        if (tile.entries()) {
            List<Line> lines = tables.lines(c, city, tile.index() * Tiles.WIDTH + 1, tile.width());
            return Optional.of(Tiles.bundle(lines.stream().map(Line::header).toList()));
        }
        byte[] hashes = tables.tile(c, city, tile.level(), tile.index());
        return Optional.of(Arrays.copyOf(hashes, tile.width() * Hash.LENGTH));
    }

    /** That the ledger of the first size is the beginning of the ledger of the second. */
    public List<Hash> consistency(Connection c, String city, long before, long size) throws SQLException {
        return proof(c, city, tables.edge(c, city)).consistency(before, size);
    }

    /** The receipt of an entry under the latest checkpoint; empty while no checkpoint has come after the entry. */
    public Optional<Receipt> findReceipt(Connection c, String city, long position) throws SQLException {
        Optional<Checkpoint> checkpoint = checkpoints.latest(c, city).filter(latest -> latest.size() >= position);
        if (position < 1 || checkpoint.isEmpty()) {
            return Optional.empty();
        }
        Edge edge = tables.edge(c, city);
        Hash leaf = tables.lines(c, city, position, 1).getFirst().leaf();
        List<Hash> siblings =
                proof(c, city, edge).inclusion(position - 1, checkpoint.get().size());
        return Optional.of(new Receipt(edge.digest(), position, leaf, siblings, checkpoint.get()));
    }

    private Proof proof(Connection c, String city, Edge edge) {
        return new Proof(edge.digest(), new Tiles(edge.digest(), (level, index) -> tile(c, city, level, index)));
    }

    private byte[] tile(Connection c, String city, int level, long index) {
        try {
            return tables.tile(c, city, level, index);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Exports the whole ledger as it stands at the beginning, under a checkpoint signed for it. Entries appended meanwhile
     * are left out; secrets erased meanwhile may be.
     *
     * @param progress is told how many entries are written
     * @return how many there were
     */
    public long export(Connection c, String city, SigningKey key, OutputStream out, LongConsumer progress)
            throws SQLException, IOException {
        Edge edge = tables.edge(c, city);
        Export export = Export.begin(out, city, edge.digest(), key.verifier(), edge.size());
        for (long done = 0; done < edge.size(); ) {
            int page = (int) Math.min(PAGE, edge.size() - done);
            write(c, city, tables.lines(c, city, done + 1, page), export);
            done += page;
            progress.accept(done);
        }
        export.end(Checkpoint.sign(key, edge.size(), edge.root()));
        return edge.size();
    }

    private void write(Connection c, String city, List<Line> lines, Export export) throws SQLException, IOException {
        List<Long> positions =
                lines.stream().map(line -> line.entry().position()).toList();
        Map<Long, Body> facts = tables.bodies(c, city, positions, Body.Kind.FACTS);
        Map<Long, Body> secrets = tables.bodies(c, city, positions, Body.Kind.SECRET);
        for (Line line : lines) {
            long position = line.entry().position();
            export.entry(line, Optional.ofNullable(facts.get(position)), Optional.ofNullable(secrets.get(position)));
        }
    }
}
