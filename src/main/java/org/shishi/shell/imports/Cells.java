package org.shishi.shell.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shishi.paper.lists.ListRow;

/** The cells of one row under the names a mapping gives them, as times and as facts. */
record Cells(Mapping mapping, ImportWords words, ListRow row) {

    /** Why a row cannot go in. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient BadRow bad;

        private Unreadable(BadRow bad) {
            super(bad.reason());
            this.bad = bad;
        }

        BadRow bad() {
            return bad;
        }
    }

    String cell(String column) {
        return row.cells().getOrDefault(mapping.heading(column), "").strip();
    }

    boolean isEmpty(String column) {
        return cell(column).isEmpty();
    }

    /** @throws Unreadable when it is written in none of the ways agreed */
    Instant time(String column) {
        String said = cell(column);
        if (said.isEmpty()) {
            throw bad(column, words.get("no-time-given"));
        }
        return mapping.times().patterns().stream()
                .flatMap(pattern -> parsed(pattern, said).stream())
                .findFirst()
                .orElseThrow(() -> bad(column, words.get("no-time", said)));
    }

    /** A time, or the beginning of a day. */
    private Optional<Instant> parsed(DateTimeFormatter pattern, String said) {
        try {
            TemporalAccessor read = pattern.parse(said);
            LocalDate day = read.query(TemporalQueries.localDate());
            LocalTime time =
                    Optional.ofNullable(read.query(TemporalQueries.localTime())).orElse(LocalTime.MIDNIGHT);
            return Optional.ofNullable(day)
                    .map(each -> LocalDateTime.of(each, time)
                            .atZone(mapping.times().zone())
                            .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** What is said in an act; what is empty is not said. */
    Map<String, String> facts(Mapping.MappedAct act) {
        Map<String, String> facts = new LinkedHashMap<>();
        act.asks().forEach((fact, asks) -> {
            String value = asks.value().orElseGet(() -> joined(asks));
            if (!value.isEmpty()) {
                facts.put(fact, asks.prefix() + value);
            }
        });
        return facts;
    }

    private String joined(Mapping.Asks asks) {
        String said = asks.columns().stream()
                .map(this::cell)
                .filter(cell -> !cell.isEmpty())
                .collect(Collectors.joining(asks.with()));
        return asks.map().map(map -> mapped(asks, map, said)).orElse(said);
    }

    private String mapped(Mapping.Asks asks, Map<String, String> map, String said) {
        for (Map.Entry<String, String> each : map.entrySet()) {
            String key = each.getKey();
            boolean fits = key.endsWith("*")
                    ? said.startsWith(key.substring(0, key.length() - 1))
                    : said.equals(key) || key.equals(Keywords.OTHERWISE);
            if (fits) {
                return each.getValue();
            }
        }
        throw bad(asks.columns().getFirst(), words.get("not-mapped", said));
    }

    Unreadable bad(String column, String reason) {
        return new Unreadable(new BadRow(row.number(), mapping.heading(column), reason, row.cells()));
    }
}
