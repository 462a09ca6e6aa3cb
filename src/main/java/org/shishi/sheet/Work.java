package org.shishi.sheet;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shishi.calendar.Within;
import org.shishi.calendar.WorkingDays;
import org.shishi.matter.Due;
import org.shishi.matter.Matter;
import org.shishi.matter.Named;
import org.shishi.procedure.Facts;
import org.shishi.procedure.Field;

/** The matters of all procedures that wait for something, for worklists. */
record Work(Named named, WorkingDays days) {
    private static final String PART = "\u001f";

    private static final int TITLE = 60;

    private static final String INSERT =
            "INSERT INTO sheet.work (city, matter, number, procedure, stage, holder, opened_by, opened, title, "
                    + "subject, division, due, due_deadline, near, last, done, first, asked, notes) SELECT ?, a::bigint, b, c, d, nullif(e, ''), f, "
                    + "g::timestamptz, h, nullif(i, ''), nullif(j, ''), nullif(k, '')::timestamptz, nullif(l, ''), "
                    + "nullif(m, '')::timestamptz, n::timestamptz, string_to_array(o, ' '), p::boolean, string_to_array(q, chr(31)), "
                    + "string_to_array(r, chr(31)) FROM unnest("
                    + "?::text[], ".repeat(17)
                    + "?::text[]) AS t(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r)";

    void put(Connection c, String city, List<Matter> matters) throws SQLException {
        Tables.delete(
                c,
                city,
                "sheet.work",
                matters.stream().map(each -> each.standing().matter()).toList());
        List<List<String>> rows = matters.stream()
                .filter(matter ->
                        !matter.isClosed() || !new Waits(matter, named).asked().isEmpty())
                .map(this::row)
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = c.prepareStatement(INSERT)) {
            statement.setString(1, city);
            for (int i = 0; i < rows.getFirst().size(); i++) {
                int column = i;
                statement.setArray(
                        i + 2,
                        c.createArrayOf(
                                "text",
                                rows.stream().map(row -> row.get(column)).toArray()));
            }
            statement.executeUpdate();
        }
    }

    private List<String> row(Matter matter) {
        var standing = matter.standing();
        Facts facts = matter.facts();
        Optional<Due> due = standing.nextDue();
        List<String> row = new ArrayList<>();
        row.add(Long.toString(standing.matter()));
        row.add(standing.number());
        row.add(matter.procedure().name());
        row.add(standing.stage());
        row.add(standing.holder().orElse(""));
        row.add(standing.openedBy());
        row.add(standing.openedAt().toString());
        row.add(title(matter, facts));
        row.add(fact(matter, facts, Field.Kind.CATEGORY));
        row.add(fact(matter, facts, Field.Kind.PLACE));
        row.add(due.map(each -> each.at().toString()).orElse(""));
        row.add(due.map(Due::deadline).orElse(""));
        row.add(due.map(each -> near(each).toString()).orElse(""));
        row.add(standing.lastAt().toString());
        row.add(String.join(" ", standing.done().keySet()));
        Waits waits = new Waits(matter, named);
        row.add(Boolean.toString(waits.isFirst()));
        row.add(String.join(PART, waits.asked()));
        row.add(String.join(PART, waits.notes()));
        return row;
    }

    /** The first words said: what a clerk knows a matter by. */
    private static String title(Matter matter, Facts facts) {
        String said = first(matter, Field.Kind.LINE)
                .or(() -> first(matter, Field.Kind.TEXT))
                .flatMap(facts::find)
                .orElse(first(matter, Field.Kind.TEXT).flatMap(facts::find).orElse(""));
        String line = said.replaceAll("\\s+", " ").strip();
        int cut = line.offsetByCodePoints(0, Math.min(TITLE, line.codePointCount(0, line.length())));
        return cut < line.length() ? line.substring(0, cut) + "…" : line;
    }

    private static Optional<String> first(Matter matter, Field.Kind kind) {
        return asked(matter)
                .filter(field -> field.kind() == kind && field.needed())
                .map(Field::name)
                .findFirst();
    }

    /** What was asked when it was put on account. */
    private static Stream<Field> asked(Matter matter) {
        String opening = matter.said().getFirst().entry().act();
        return matter.procedure().findAct(opening).stream().flatMap(act -> act.asks().stream());
    }

    private static String fact(Matter matter, Facts facts, Field.Kind kind) {
        return asked(matter)
                .filter(field -> field.kind() == kind)
                .map(field -> field.keys().getFirst())
                .findFirst()
                .flatMap(facts::find)
                .orElse("");
    }

    /**
     * When a limit becomes a near one (临期): a limit in days one working day before it ends, as the yellow card of
     * Shandong's office has it; a limit in hours when a quarter of it is left.
     */
    Instant near(Due due) {
        boolean byHour =
                due.within().unit() == Within.Unit.HOURS || due.within().unit() == Within.Unit.WORKING_HOURS;
        return byHour
                ? due.at().minus(Duration.between(due.from(), due.at()).dividedBy(4))
                : days.workingDayBefore(due.at());
    }
}
