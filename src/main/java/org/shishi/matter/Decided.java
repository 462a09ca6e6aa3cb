package org.shishi.matter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shishi.ledger.Edge;
import org.shishi.ledger.Entry;
import org.shishi.matter.store.SideTables.LinkRow;

/**
 * A batch as it was decided: what to answer, what to write, and how everything stands after it.
 *
 * @param generation of the heads it was decided on; when those are forgotten it has to be decided again
 * @param outcomes one for each command, in order
 * @param rows empty when every command was refused
 */
record Decided(
        long generation,
        List<Outcome> outcomes,
        Optional<Rows> rows,
        Edge after,
        Map<Long, Standing> moved,
        Map<String, Long> counted,
        Map<String, Entry> slips,
        Set<LinkRow> links) {}
