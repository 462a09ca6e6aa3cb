package org.shishi.shell.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shishi.matter.Desk;
import org.shishi.matter.Refusal;
import org.shishi.paper.lists.ListRow;
import org.shishi.procedure.Act;

/** Reads the rows of one file as a mapping says, each checked whole before any of it is recorded. */
final class RowReading {
    private static final char UNREADABLE = '\uFFFD';
    private final Mapping mapping;
    private final int width;
    private final Desk desk;
    private final ImportWords words;
    private final Instant now;
    private final Map<String, Long> seen = new HashMap<>();

    /** @param width how many headings there are */
    RowReading(Mapping mapping, int width, Desk desk, ImportWords words, Instant now) {
        this.mapping = mapping;
        this.width = width;
        this.desk = desk;
        this.words = words;
        this.now = now;
    }

    /** @throws Cells.Unreadable with row, column and reason */
    Life read(ListRow row) {
        Cells cells = new Cells(mapping, words, row);
        requireWhole(cells);
        String key = key(cells);
        List<Life.Happening> happenings = new ArrayList<>();
        String unit = "";
        for (Mapping.MappedAct act : mapping.acts()) {
            if (act.when().filter(cells::isEmpty).isEmpty()) {
                Map<String, String> facts = cells.facts(act);
                Act known = mapping.procedure().act(act.act());
                unit = known.holder()
                        .flatMap(field -> Optional.ofNullable(facts.get(field)))
                        .orElse(unit);
                Instant at = time(cells, act, happenings);
                requireRead(cells, known, act, facts);
                happenings.add(
                        new Life.Happening(act, act.inUnit() ? unit : "", at, facts, slip(key, act, happenings)));
            }
        }
        seen.put(key, row.number());
        return new Life(row, mapping.procedure().name(), happenings);
    }

    /** A row of other width is shifted or cut off; a sign that could not be read was something else. */
    private void requireWhole(Cells cells) {
        ListRow row = cells.row();
        if (row.width() != width) {
            throw cells.bad(words.get("whole-row"), words.get("cells", row.width(), width));
        }
        mapping.columns().keySet().stream()
                .filter(column -> cells.cell(column).indexOf(UNREADABLE) >= 0)
                .findFirst()
                .ifPresent(column -> {
                    throw cells.bad(column, words.get("unreadable"));
                });
    }

    /** What names the row for ever. Twice in one file it is the same thing told twice, or a mistake: neither goes in unseen. */
    private String key(Cells cells) {
        String column = mapping.slip().column();
        String key = cells.cell(column);
        if (key.isEmpty()) {
            throw cells.bad(column, words.get("no-key"));
        }
        Optional.ofNullable(seen.get(key)).ifPresent(row -> {
            throw cells.bad(column, words.get("twice", row));
        });
        return key;
    }

    private Instant time(Cells cells, Mapping.MappedAct act, List<Life.Happening> before) {
        Instant at = cells.time(act.at());
        if (!before.isEmpty() && at.isBefore(before.getLast().at())) {
            throw cells.bad(act.at(), words.get("before", cells.cell(act.at())));
        }
        if (at.isAfter(now)) {
            throw cells.bad(act.at(), words.get("future", cells.cell(act.at())));
        }
        return at;
    }

    private void requireRead(Cells cells, Act known, Mapping.MappedAct act, Map<String, String> facts) {
        for (Refusal refusal : desk.misread(mapping.procedure(), known, facts)) {
            String fact =
                    refusal instanceof Refusal.InTheForm form ? form.field().orElse("") : "";
            throw cells.bad(column(act, fact), words.of(refusal));
        }
    }

    /** Where the fact came from; what came from no column is called as the pages call it. */
    private String column(Mapping.MappedAct act, String fact) {
        return Optional.ofNullable(act.asks().get(fact))
                .flatMap(asks -> asks.columns().stream().findFirst())
                .orElseGet(() -> words.fact(mapping.procedure().name(), fact));
    }

    /** The same act done again further down has a slip of its own. */
    private String slip(String key, Mapping.MappedAct act, List<Life.Happening> before) {
        long times = before.stream()
                .filter(each -> each.mapped().act().equals(act.act()))
                .count();
        return mapping.slip().prefix() + "/" + key + "/" + act.act() + (times == 0 ? "" : "/" + (times + 1));
    }

    /** What of a row was refused when it came to be recorded; what stands before it is on account. */
    BadRow refused(Life life, int index, Refusal refusal) {
        Mapping.MappedAct act = life.happenings().get(index).mapped();
        String name = words.act(mapping.procedure().name(), act.act());
        String reason = words.get(index == 0 ? "refused" : "refused-later", name, words.of(refusal));
        return new BadRow(
                life.row().number(),
                mapping.heading(act.at()),
                reason,
                life.row().cells());
    }
}
