package org.shishi.matter;

import java.util.HashSet;
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
 * batch fails, or another node has written, everything is forgotten and a new generation begins.
 */
final class Heads {
    private static final int STANDINGS_AT_MOST = 200_000;
    private static final int RECENT_AT_MOST = 20_000;
    private final Map<Long, Standing> standings = new ConcurrentHashMap<>();
    private final Map<String, Long> numbers = new ConcurrentHashMap<>();
    private final Map<String, Long> series = new ConcurrentHashMap<>();
    private final Map<String, Entry> slips = new LinkedHashMap<>();
    private final Set<LinkRow> links = new LinkedHashSet<>();
    private final Set<Long> unnamed = new HashSet<>();
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

    /** Where the ledger ends once all that was decided is written; empty when that is to be asked. */
    synchronized Optional<Edge> edge() {
        return standings.size() > STANDINGS_AT_MOST ? Optional.empty() : edge;
    }

    /** Takes in what a batch decided, unless everything was forgotten meanwhile. */
    synchronized void keep(Decided decided) {
        if (decided.generation() == generation) {
            decided.moved().values().forEach(this::put);
            edge.ifPresent(before -> decided.moved().keySet().stream()
                    .filter(matter -> matter > before.size())
                    .forEach(unnamed::add));
            decided.links().forEach(link -> unnamed.remove(link.other()));
            series.putAll(decided.counted());
            slips.putAll(decided.slips());
            shorten(slips.keySet());
            links.addAll(decided.links());
            shorten(links);
            edge = Optional.of(decided.after());
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
    synchronized boolean isUnnamed(long matter) {
        return unnamed.contains(matter);
    }

    synchronized Optional<Entry> findSlip(String slip) {
        return Optional.ofNullable(slips.get(slip));
    }

    Optional<Standing> find(long matter) {
        return Optional.ofNullable(standings.get(matter));
    }

    Optional<Long> findNumber(String number) {
        return Optional.ofNullable(numbers.get(number));
    }

    void put(Standing standing) {
        standings.put(standing.matter(), standing);
        numbers.put(standing.number(), standing.matter());
    }

    Optional<Long> lastOf(String name) {
        return Optional.ofNullable(series.get(name));
    }
}
