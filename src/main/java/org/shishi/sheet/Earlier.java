package org.shishi.sheet;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.shishi.matter.Matters;
import org.shishi.procedure.Register;

/**
 * How many matters of the same person stood in the ledger before each of some matters, by the field of the person. Only what
 * came before counts, so that it comes out the same whenever it is worked out.
 */
record Earlier(Map<String, Map<Long, Integer>> counts) {

    static Earlier read(Connection c, Matters matters, Definition definition, Collection<Long> of) throws SQLException {
        Map<String, Map<Long, Integer>> counts = new HashMap<>();
        for (Register.Column column : definition.register().columns().values()) {
            if (column.source() instanceof Register.Source.Earlier(String field) && !of.isEmpty()) {
                counts.put(field, matters.earlier(c, field, of));
            }
        }
        return new Earlier(counts);
    }

    String of(long matter, String field) {
        return Integer.toString(counts.getOrDefault(field, Map.of()).getOrDefault(matter, 0));
    }
}
