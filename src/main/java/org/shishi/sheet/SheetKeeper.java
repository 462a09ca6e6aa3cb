package org.shishi.sheet;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shishi.ledger.Line;
import org.shishi.ledger.store.Bookmarks;
import org.shishi.ledger.store.Follower;
import org.shishi.ledger.store.LedgerTables;
import org.shishi.matter.Broken;
import org.shishi.matter.Matter;
import org.shishi.matter.Matters;
import org.shishi.matter.Named;
import org.shishi.matter.Setting;
import org.shishi.procedure.Register;

/**
 * Keeps the sheets up with the ledger. For each matter touched the whole row is worked out anew and the difference from
 * the old one goes into the figures, in the transaction that moves the bookmark: a sheet is never half right.
 */
public final class SheetKeeper implements Follower {
    static final String NAME = "sheets";
    private static final int STEP = 2000;
    private final Setting setting;
    private final Matters matters;
    private final Bookmarks bookmarks;
    private final Row.Maker rows;
    private final Work work;

    public SheetKeeper(Setting setting, Matters matters) {
        this.setting = setting;
        this.matters = matters;
        this.bookmarks = new Bookmarks(setting.database(), new LedgerTables());
        this.rows = new Row.Maker(Named.of(setting.packs()), setting.days());
        this.work = new Work(setting.days());
    }

    @Override
    public String name() {
        return NAME;
    }

    List<Definition> definitions() {
        return setting.packs().registers().stream().map(this::definition).toList();
    }

    private Definition definition(Register register) {
        return Definition.of(
                register,
                setting.packs().findProcedure(register.of().iterator().next()).orElseThrow());
    }

    /** Makes the tables that are missing or no longer as the packs say; then all is worked out from entry 1. */
    public void prepare() {
        try (Connection c = setting.database().getConnection()) {
            c.setAutoCommit(false);
            if (new Making(c, setting.city()).make(definitions())) {
                bookmarks.rewind(c, setting.city(), this);
            }
            c.commit();
        } catch (SQLException e) {
            throw new Broken("the sheets cannot be made", e);
        }
    }

    /** Takes in the next lines; how many there were, 0 when the sheets are up with the ledger. */
    public int step() {
        try {
            return bookmarks.step(setting.city(), this, STEP);
        } catch (SQLException e) {
            throw new Broken("the sheets cannot be kept", e);
        }
    }

    /** Takes in everything there is. */
    public void catchUp() {
        while (step() > 0) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void follow(Connection c, List<Line> lines) throws SQLException {
        Set<Long> touched = new LinkedHashSet<>();
        lines.forEach(line -> touched.add(line.entry().matter()));
        List<Matter> read = matters.list(c, touched);
        for (Definition definition : definitions()) {
            keep(c, definition, read);
        }
        work.put(c, setting.city(), read);
    }

    private void keep(Connection c, Definition definition, List<Matter> read) throws SQLException {
        List<Row> made = new ArrayList<>();
        Map<Long, Map<String, String>> cells = new LinkedHashMap<>();
        for (Matter matter : read) {
            if (definition.register().of().contains(matter.procedure().name())) {
                Row row = rows.of(definition, matter);
                made.add(row);
                cells.put(row.matter(), row.cells());
            }
        }
        var before = Tables.old(c, setting.city(), definition, cells.keySet());
        Tables.put(c, setting.city(), definition, made);
        Cells changes = new Cells();
        for (Register.Figure figure : setting.packs().figures()) {
            if (figure.register().equals(definition.register().name())) {
                before.values().forEach(row -> changes.count(figure, row, -1));
                cells.values().forEach(row -> changes.count(figure, row, 1));
            }
        }
        changes.write(c, setting.city());
    }
}
