package org.shishi.matter.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shishi.ledger.store.Call;

/**
 * Where the matters of a batch stand after it, ready to be written by one call.
 *
 * @param counted the last number given in each series
 * @param silent matters for which nothing rings any more
 * @param dues when the clock has to look at others
 */
public record Moves(
        Map<String, Long> counted,
        Collection<Long> silent,
        List<DueTable.DueRow> dues,
        Collection<SideTables.TraceRow> traces,
        List<SideTables.LinkRow> links) {

    /** Nothing moves but what rings. */
    public static Moves ofDues(Collection<Long> silent, List<DueTable.DueRow> dues) {
        return new Moves(Map.of(), silent, dues, List.of(), List.of());
    }

    /** @param since the entry the batch begins after: what was opened in it can stand in no table yet */
    public Call call(String city, long since) {
        return Call.of("move_matters")
                .with(city, since)
                .with(Call.texts(counted.keySet(), series -> series), Call.numbers(counted.values(), last -> last))
                .with((Object) Call.numbers(silent, matter -> matter))
                .with(Call.numbers(dues, DueTable.DueRow::matter), Call.numbers(dues, due -> Call.micros(due.at())))
                .with(
                        traces.stream().map(SideTables.TraceRow::digest).toArray(UUID[]::new),
                        Call.numbers(traces, SideTables.TraceRow::matter))
                .with((Object) Call.texts(traces, SideTables.TraceRow::field))
                .with(Call.numbers(links, SideTables.LinkRow::matter), Call.texts(links, SideTables.LinkRow::field))
                .with((Object) Call.numbers(links, SideTables.LinkRow::other));
    }
}
