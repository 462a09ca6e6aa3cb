package org.shishi.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.shishi.ledger.Checkpoint;
import org.shishi.ledger.store.Checkpoints;
import org.shishi.ledger.store.LedgerTables;
import org.shishi.matter.Broken;
import org.shishi.matter.Setting;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** How long the ledger is, and up to where it is signed. */
@Component
@Profile("!command")
public final class Size {
    private final Setting setting;
    private final LedgerTables ledger = new LedgerTables();
    private final Checkpoints checkpoints = new Checkpoints();

    Size(Setting setting) {
        this.setting = setting;
    }

    /** How many entries there are, and the last checkpoint. */
    public record Ledger(long entries, Optional<Checkpoint> signed) {}

    public Ledger now() {
        try (Connection c = setting.database().getConnection()) {
            return new Ledger(ledger.edge(c, setting.city()).size(), checkpoints.latest(c, setting.city()));
        } catch (SQLException e) {
            throw new Broken("cannot read the ledger", e);
        }
    }
}
