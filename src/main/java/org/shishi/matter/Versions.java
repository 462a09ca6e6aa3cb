package org.shishi.matter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.shishi.ledger.store.LedgerTables;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Procedure;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every procedure version that entries were made under. The text of each is kept when it first comes into force, so that
 * a matter stays under the version it was opened with although the pack has long moved on.
 */
public final class Versions {
    private static final String UNDER =
            "position(convert_to('\"under\":\"' || p.under || '\"', 'UTF8') IN e.header) > 0";

    private final String city;
    private final Packs packs;
    private final JdbcClient database;

    private Versions(String city, Packs packs, JdbcClient database) {
        this.city = city;
        this.packs = packs;
        this.database = database;
    }

    /**
     * The versions of a city whose ledger is open, the current ones kept.
     *
     * @throws Broken when a pack changed but kept its version
     */
    public static Versions of(Setting setting) {
        openLedger(setting);
        Versions versions = new Versions(setting.city(), setting.packs(), JdbcClient.create(setting.database()));
        versions.keep();
        return versions;
    }

    /** A city's first start opens its ledger; the hash function is chosen then and for good. */
    private static void openLedger(Setting setting) {
        LedgerTables ledger = new LedgerTables();
        try (Connection connection = setting.database().getConnection()) {
            if (ledger.findEdge(connection, setting.city()).isEmpty()) {
                ledger.open(connection, setting.city(), setting.digest());
            }
        } catch (SQLException e) {
            throw new Broken("the ledger cannot be opened", e);
        }
    }

    private void keep() {
        for (Procedure procedure : packs.procedures()) {
            requireNewVersion(procedure);
            database.sql(
                            "INSERT INTO procedure_text (city, under, pack, source) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                    .params(city, procedure.under(), procedure.pack(), procedure.source())
                    .update();
        }
    }

    /** All entries are gone through only where a second text says the same version: on the desk of whoever writes packs. */
    private void requireNewVersion(Procedure procedure) {
        String sameVersion = procedure.name() + "@" + procedure.version() + "#";
        Optional<String> other = database.sql(
                        "SELECT p.under FROM procedure_text p WHERE p.city = ? AND starts_with(p.under, ?) AND p.under <> ?"
                                + " AND EXISTS (SELECT FROM entry e WHERE e.city = p.city AND " + UNDER + ")")
                .params(city, sameVersion, procedure.under())
                .query(String.class)
                .optional();
        if (other.isPresent()) {
            throw new Broken(procedure.spot() + ": procedure '" + procedure.name() + "' changed but still says version "
                    + procedure.version() + "; entries were made under " + other.get() + ": raise the version");
        }
    }

    /** The version an entry was made under. */
    public Procedure get(String under) {
        return packs.findUnder(under).orElseGet(() -> recall(under));
    }

    private Procedure recall(String under) {
        record Kept(String pack, String source) {}
        Kept kept = database.sql("SELECT pack, source FROM procedure_text WHERE city = ? AND under = ?")
                .params(city, under)
                .query(Kept.class)
                .optional()
                .orElseThrow(() -> new Broken("no text is kept of procedure " + under));
        return packs.remember(kept.pack(), kept.source());
    }
}
