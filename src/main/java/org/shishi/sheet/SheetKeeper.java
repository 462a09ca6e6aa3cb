package org.shishi.sheet;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.shishi.ledger.Line;
import org.shishi.ledger.store.Bookmarks;
import org.shishi.ledger.store.Follower;
import org.shishi.ledger.store.LedgerTables;
import org.shishi.matter.Broken;
import org.shishi.matter.Matter;
import org.shishi.matter.Matters;
import org.shishi.matter.Named;
import org.shishi.matter.Setting;
import org.shishi.procedure.Figure;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Procedure;
import org.shishi.procedure.Register;

/**
 * Keeps the sheets up with the ledger. For each matter touched the whole row is worked out anew and the difference from
 * the old one goes into the figures, in the transaction that moves the bookmark: a sheet is never half right.
 */
public final class SheetKeeper implements Follower {
    static final String NAME = "sheets";
    private static final int STEP = 2000;
    private static final int MANY = 10_000;
    private final Setting setting;
    private final Matters matters;
    private final Bookmarks bookmarks;
    private final Row.Maker rows;
    private final Work work;
    private final List<Definition> definitions;
    private final AtomicLong taken = new AtomicLong();

    public SheetKeeper(Setting setting, Matters matters) {
        this.setting = setting;
        this.matters = matters;
        this.bookmarks = new Bookmarks(setting.database(), new LedgerTables());
        Named named = Named.of(setting.packs());
        this.rows = new Row.Maker(named, setting.days());
        this.work = new Work(named, setting.days());
        this.definitions = setting.packs().registers().stream()
                .map(register -> definition(setting.packs(), register))
                .toList();
    }

    private static Definition definition(Packs packs, Register register) {
        List<Procedure> procedures = register.of().stream()
                .sorted()
                .flatMap(name -> packs.findProcedure(name).stream())
                .toList();
        List<Figure> figures = packs.figures().stream()
                .filter(figure -> figure.register().equals(register.name()))
                .toList();
        return Definition.of(register, procedures, figures);
    }

    @Override
    public String name() {
        return NAME;
    }

    List<Definition> definitions() {
        return definitions;
    }

    /** Makes the tables that are missing or no longer as the packs say; then all is worked out from entry 1. */
    public void prepare() {
        try (Connection c = setting.database().getConnection()) {
            c.setAutoCommit(false);
            if (new Making(c, setting.city()).make(definitions)) {
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
            int read = bookmarks.step(setting.city(), this, STEP);
            if (taken.addAndGet(read) > MANY && read < STEP) {
                settle();
            }
            return read;
        } catch (SQLException e) {
            throw new Broken("the sheets cannot be kept", e);
        }
    }

    /** After many new rows at once the database looks at them again: without it searching reads every row. */
    private void settle() throws SQLException {
        try (Connection c = setting.database().getConnection();
                Statement statement = c.createStatement()) {
            for (Definition definition : definitions) {
                statement.execute("ANALYZE " + definition.table());
            }
            statement.execute("ANALYZE sheet.cell, sheet.work");
        }
        taken.set(0);
    }

    /** Takes in everything there is. */
    public void catchUp() {
        while (step() > 0) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void follow(Connection c, List<Line> lines) throws SQLException {
        List<Matter> read = matters.list(c, missing(c, lines));
        for (Definition definition : definitions) {
            keep(c, definition, read);
        }
        work.put(c, setting.city(), read);
    }

    /**
     * The matters whose rows do not hold these lines yet. A row is worked out from the whole matter, so that it often
     * holds lines that follow later; of a long ledger each matter is thus folded about once.
     */
    private Set<Long> missing(Connection c, List<Line> lines) throws SQLException {
        Map<Long, Long> touched = new LinkedHashMap<>();
        lines.forEach(line -> touched.put(line.entry().matter(), line.entry().position()));
        Set<Long> missing = new LinkedHashSet<>(touched.keySet());
        for (Definition definition : definitions) {
            missing.removeAll(Tables.holding(c, setting.city(), definition, touched));
        }
        return missing;
    }

    private void keep(Connection c, Definition definition, List<Matter> read) throws SQLException {
        List<Row> made = new ArrayList<>();
        Earlier earlier = Earlier.read(
                c,
                matters,
                definition,
                read.stream().map(matter -> matter.standing().matter()).toList());
        Map<Long, Map<String, String>> cells = new LinkedHashMap<>();
        for (Matter matter : read) {
            if (definition.register().of().contains(matter.procedure().name())) {
                Row row = rows.of(definition, matter, earlier);
                made.add(row);
                cells.put(row.matter(), row.cells());
            }
        }
        var before = Tables.old(c, setting.city(), definition, cells.keySet());
        Tables.put(c, setting.city(), definition, made);
        Cells changes = new Cells();
        for (Figure figure : definition.figures()) {
            before.values().forEach(row -> changes.count(figure, row, -1));
            cells.values().forEach(row -> changes.count(figure, row, 1));
        }
        changes.write(c, setting.city());
    }
}
