package org.shishi.matter;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.shishi.ledger.Edge;
import org.shishi.ledger.Entry;
import org.shishi.matter.store.SideTables.LinkRow;

/**
 * What this node knows without asking the database: standings, the last number of each series, slips just used, where
 * the ledger ends. It runs ahead of the commit, so that the next batch is decided while one is being written; when a
 * batch fails, or another node has written, everything is forgotten and a new generation begins. Of matters and slips only
 * the latest are known.
 */
final class Heads {
    /**
     * More than can be decided before it is written: what is forgotten stands in the database. Few enough that under load
     * they go before the collector has moved them twice.
     */
    private static final int MATTERS = 5_000;

    private static final int RECENT_AT_MOST = 20_000;
    private final Recent<Long, Standing> standings = new Recent<>(MATTERS);
    private final Recent<String, Long> numbers = new Recent<>(MATTERS);
    private final Recent<Long, Boolean> unnamed = new Recent<>(MATTERS);
    private final Map<String, Long> series = new ConcurrentHashMap<>();
    private final Map<String, Entry> slips = new LinkedHashMap<>();
    private final Set<LinkRow> links = new LinkedHashSet<>();
    private Optional<Edge> edge = Optional.empty();
    private long generation;

    /** Forgets everything. Whatever was decided before counts no more. */
    synchronized void forget() {
        standings.clear();
        numbers.clear();
        series.clear();
        slips.clear();
        links.clear();
        unnamed.clear();
        edge = Optional.empty();
        generation++;
    }

    synchronized long generation() {
        return generation;
    }

    /** Where the ledger ends once all that was decided is written; empty when that is to be waited for and asked. */
    synchronized Optional<Edge> edge() {
        return edge;
    }

    /** Takes in what a batch decided, unless everything was forgotten meanwhile. */
    synchronized void keep(Decided decided) {
        if (decided.generation() == generation) {
            decided.moved().values().forEach(this::put);
            edge.ifPresent(before -> decided.moved().keySet().stream()
                    .filter(matter -> matter > before.size())
                    .forEach(matter -> unnamed.put(matter, true)));
            decided.links().forEach(link -> unnamed.remove(link.other()));
            series.putAll(decided.counted());
            slips.putAll(decided.slips());
            shorten(slips.keySet());
            links.addAll(decided.links());
            shorten(links);
            // two batches may be under way: were what they move not known here, the next would be decided on what was
            edge = decided.moved().size() > MATTERS / 4 ? Optional.empty() : Optional.of(decided.after());
        }
    }

    private static void shorten(Set<?> kept) {
        var oldest = kept.iterator();
        for (int over = kept.size() - RECENT_AT_MOST; over > 0; over--) {
            oldest.next();
            oldest.remove();
        }
    }

    /** Links decided lately, among them those that are being written and stand in no table yet. */
    synchronized List<LinkRow> links() {
        return List.copyOf(links);
    }

    /** Whether it is known that no matter names this one: it was opened here, and nobody has named it since. */
    boolean isUnnamed(long matter) {
        return unnamed.find(matter).isPresent();
    }

    synchronized Optional<Entry> findSlip(String slip) {
        return Optional.ofNullable(slips.get(slip));
    }

    Optional<Standing> find(long matter) {
        return standings.find(matter);
    }

    Optional<Long> findNumber(String number) {
        return numbers.find(number);
    }

    void put(Standing standing) {
        standings.put(standing.matter(), standing);
        numbers.put(standing.number(), standing.matter());
    }

    Optional<Long> lastOf(String name) {
        return Optional.ofNullable(series.get(name));
    }
}
