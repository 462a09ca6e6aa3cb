package org.shishi.matter;

import java.time.Instant;
import javax.sql.DataSource;
import org.shishi.ledger.store.LedgerTables;
import org.shishi.people.Roster;

/** What the writer works with. */
record Office(Setting setting, LedgerTables ledger, Decision decision, Matters matters) {
    String city() {
        return setting.city();
    }

    DataSource database() {
        return setting.database();
    }

    Roster roster() {
        return setting.roster().get();
    }

    Instant now() {
        return setting.clock().instant();
    }
}
