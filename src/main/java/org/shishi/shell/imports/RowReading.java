package org.shishi.shell.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shishi.matter.Desk;
import org.shishi.matter.Refusal;
import org.shishi.paper.lists.ListRow;
import org.shishi.procedure.Act;

/** Reads rows as a mapping says, each checked whole before any of it is recorded. */
final class RowReading {
    private final Mapping mapping;
    private final Desk desk;
    private final RefusalWords words;
    private final Instant now;

    RowReading(Mapping mapping, Desk desk, RefusalWords words, Instant now) {
        this.mapping = mapping;
        this.desk = desk;
        this.words = words;
        this.now = now;
    }

    /** Why a row cannot be read. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient BadRow bad;

        Unreadable(BadRow bad) {
            super(bad.reason());
            this.bad = bad;
        }

        BadRow bad() {
            return bad;
        }
    }

    /** @throws Unreadable with row, column and reason */
    Life read(ListRow row) {
        String key = cell(row, mapping.slip().column());
        if (key.isEmpty()) {
            throw bad(row, mapping.slip().column(), words.get("import.no-key"));
        }
        List<Life.Happening> happenings = new ArrayList<>();
        String unit = "";
        Instant before = Instant.MIN;
        for (Mapping.MappedAct act : mapping.acts()) {
            if (act.when()
                    .map(column -> cell(row, column))
                    .filter(String::isEmpty)
                    .isEmpty()) {
                Map<String, String> facts = facts(row, act);
                Act known = mapping.procedure().act(act.act());
                unit = known.holder()
                        .flatMap(field -> Optional.ofNullable(facts.get(field)))
                        .orElse(unit);
                Instant at = time(row, act.at(), before);
                check(row, known, act, facts);
                String post = act.as().equals("handler") ? unit : "";
                happenings.add(new Life.Happening(act.act(), act.as(), post, at, facts));
                before = at;
            }
        }
        return new Life(row, mapping.slip().prefix() + "/" + key, happenings);
    }

    private void check(ListRow row, Act known, Mapping.MappedAct act, Map<String, String> facts) {
        for (Refusal refusal : desk.misread(mapping.procedure(), known, facts)) {
            String field =
                    refusal instanceof Refusal.InTheForm form ? form.field().orElse("") : "";
            String column = Optional.ofNullable(act.asks().get(field))
                    .flatMap(asks -> asks.columns().stream().findFirst())
                    .orElse(field);
            throw bad(row, column, words.of(refusal));
        }
    }

    private Map<String, String> facts(ListRow row, Mapping.MappedAct act) {
        Map<String, String> facts = new LinkedHashMap<>();
        act.asks().forEach((fact, asks) -> {
            String value = asks.value().orElseGet(() -> joined(row, asks));
            if (!value.isEmpty()) {
                facts.put(fact, asks.prefix() + value);
            }
        });
        return facts;
    }

    private String joined(ListRow row, Mapping.Asks asks) {
        String said = asks.columns().stream()
                .map(column -> cell(row, column))
                .filter(cell -> !cell.isEmpty())
                .collect(Collectors.joining(asks.with()));
        return asks.map().map(map -> mapped(row, asks, map, said)).orElse(said);
    }

    private String mapped(ListRow row, Mapping.Asks asks, Map<String, String> map, String said) {
        for (Map.Entry<String, String> each : map.entrySet()) {
            String key = each.getKey();
            boolean fits = key.endsWith("*")
                    ? said.startsWith(key.substring(0, key.length() - 1))
                    : said.equals(key) || key.equals("otherwise");
            if (fits) {
                return each.getValue();
            }
        }
        throw bad(row, asks.columns().getFirst(), words.get("import.not-mapped", said));
    }

    private Instant time(ListRow row, String column, Instant before) {
        String said = cell(row, column);
        Instant at = mapping.format().times().stream()
                .flatMap(format -> parsed(format, said).stream())
                .findFirst()
                .orElseThrow(() -> bad(row, column, words.get("import.no-time", said)));
        if (at.isBefore(before)) {
            throw bad(row, column, words.get("import.before", said));
        }
        if (at.isAfter(now)) {
            throw bad(row, column, words.get("import.future", said));
        }
        return at;
    }

    /** A time, or the beginning of a day. */
    private Optional<Instant> parsed(DateTimeFormatter format, String said) {
        try {
            TemporalAccessor read = format.parse(said.strip());
            LocalDate day = read.query(TemporalQueries.localDate());
            LocalTime time =
                    Optional.ofNullable(read.query(TemporalQueries.localTime())).orElse(LocalTime.MIDNIGHT);
            return Optional.ofNullable(day)
                    .map(each -> LocalDateTime.of(each, time)
                            .atZone(mapping.format().zone())
                            .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private String cell(ListRow row, String column) {
        String heading = mapping.columns().getOrDefault(column, column);
        return row.cells().getOrDefault(heading, "").strip();
    }

    BadRow.Maker at(ListRow row) {
        return (column, reason) ->
                new BadRow(row.number(), mapping.columns().getOrDefault(column, column), reason, row.cells());
    }

    private Unreadable bad(ListRow row, String column, String reason) {
        return new Unreadable(at(row).of(column, reason));
    }
}
