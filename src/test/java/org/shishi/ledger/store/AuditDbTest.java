package org.shishi.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shishi.ledger.Lines.CITY;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.shishi.TestDatabase;
import org.shishi.ledger.Digest;
import org.shishi.ledger.Edge;
import org.shishi.ledger.Lines;
import org.shishi.ledger.NewLine;
import org.shishi.ledger.SigningKey;
import org.shishi.ledger.Verify;

/** Whoever owns the database can change it; here the owner does, and it is found. */
class AuditDbTest {
    private final LedgerTables tables = new LedgerTables();
    private final Checkpoints checkpoints = new Checkpoints();
    private final Audit audit = new Audit(tables, new Log(tables, checkpoints));
    private final PGSimpleDataSource owner = TestDatabase.fresh();

    @TempDir
    Path folder;

    private SigningKey key;

    @BeforeEach
    void fillTheLedger() throws SQLException {
        key = SigningKey.in(folder, CITY);
        try (Connection c = owner.getConnection()) {
            tables.open(c, CITY, Digest.SHA256);
            for (int batch = 0; batch < 30; batch++) {
                Edge before = tables.edge(c, CITY);
                List<NewLine> lines = Lines.some(before, 100, batch);
                Edge after = Lines.after(before, lines);
                tables.append(c, CITY, before, lines, after);
                checkpoints.sign(c, CITY, after, key, Lines.START);
            }
        }
    }

    private Verify.Finding check() throws SQLException {
        try (Connection c = owner.getConnection();
                PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream())) {
            c.setAutoCommit(false);
            return audit.check(c, CITY, key, nowhere);
        }
    }

    private Verify.Fault faultAfter(String change) throws SQLException {
        try (Connection c = owner.getConnection()) {
            c.createStatement().execute(change);
        }
        return check().fault().orElseThrow();
    }

    @Test
    void anUntouchedLedgerFits() throws SQLException {
        assertThat(check()).isEqualTo(new Verify.Finding(3000, 1000, 0, Optional.empty()));
    }

    @Test
    void aChangedHeaderIsNamed() throws SQLException {
        assertThat(faultAfter("UPDATE entry SET header = set_byte(header, 60, 48) WHERE position = 17")
                        .line())
                .isEqualTo(18);
    }

    @Test
    void changedFactsAreNamed() throws SQLException {
        assertThat(faultAfter("UPDATE entry SET facts = facts || ' ' WHERE position = 1234"))
                .isEqualTo(new Verify.Fault(1235, "the FACTS body does not have the hash in the header"));
    }

    @Test
    void aColumnThatDiffersFromItsHeaderIsNamed() throws SQLException {
        assertThat(faultAfter("UPDATE entry SET matter = 5 WHERE position = 2500")
                        .line())
                .isEqualTo(2501);
        assertThat(faultAfter("UPDATE entry SET happened_at = happened_at + interval '1 hour' WHERE position = 25")
                        .line())
                .isEqualTo(26);
    }

    @Test
    void aCheckpointThatNoLongerHoldsIsNamed() throws SQLException {
        assertThat(faultAfter(
                                "UPDATE checkpoint SET note = (SELECT note FROM checkpoint WHERE size = 700) WHERE size = 800")
                        .line())
                .isEqualTo(801);
    }

    @Test
    void aLedgerCutShortIsNoticed() throws SQLException {
        assertThat(faultAfter("DELETE FROM entry WHERE position > 2990").line()).isGreaterThan(2990);
    }
}
