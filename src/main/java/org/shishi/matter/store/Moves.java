package org.shishi.matter.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.shishi.ledger.store.Call;

/**
 * Where the matters of a batch stand after it, ready to be written by one call.
 *
 * @param heads of matters that were opened or moved
 * @param counted the last number given in each series
 * @param silent matters for which nothing rings any more
 * @param dues what rings next for the others
 */
public record Moves(
        List<HeadRow> heads,
        Map<String, Long> counted,
        Collection<Long> silent,
        List<DueTable.DueRow> dues,
        List<SideTables.TraceRow> traces,
        List<SideTables.LinkRow> links) {

    /** Nothing moves but what rings. */
    public static Moves ofDues(List<Long> silent, List<DueTable.DueRow> dues) {
        return new Moves(List.of(), Map.of(), silent, dues, List.of(), List.of());
    }

    /** @param since the entry the batch begins after: what was opened in it can stand in no table yet */
    public Call call(String city, long since) {
        return Call.of("move_matters")
                .with(city, since)
                .with(numbers(heads, HeadRow::matter), texts(heads, HeadRow::number), texts(heads, HeadRow::under))
                .with(texts(counted.keySet(), series -> series), numbers(counted.values(), last -> last))
                .with((Object) numbers(silent, matter -> matter))
                .with(numbers(dues, DueTable.DueRow::matter), texts(dues, DueTable.DueRow::deadline))
                .with((Object) numbers(dues, due -> micros(due.at())))
                .with(texts(traces, SideTables.TraceRow::digest), numbers(traces, SideTables.TraceRow::matter))
                .with((Object) texts(traces, SideTables.TraceRow::field))
                .with(numbers(links, SideTables.LinkRow::matter), texts(links, SideTables.LinkRow::field))
                .with((Object) numbers(links, SideTables.LinkRow::other));
    }

    private static <T> Long[] numbers(Collection<T> rows, Function<T, Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
    }

    private static <T> String[] texts(Collection<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000L + at.getNano() / 1_000;
    }
}
