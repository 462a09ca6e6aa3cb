package org.shishi.matter.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shishi.ledger.store.ByKey;

/**
 * How many matters a person stood in before. Whoever calls a thousand times is counted through once, not once a matter;
 * only people known by two numbers are, since a matter that bears both counts once. Every statement is a plain look-up by
 * key: joined into one, the planner reads the table once a row.
 */
public final class EarlierMatters {
    private static final String DIGESTS =
            "SELECT DISTINCT matter, digest FROM (" + ByKey.select("matter, digest, field", "trace", "matter")
                    + ") AS traces WHERE split_part(field, '.', 1) = ?";
    private static final String BY_ONE =
            "SELECT matter, digest, earlier FROM (SELECT matter, digest, dense_rank() OVER (PARTITION BY digest ORDER BY matter) - 1"
                    + " AS earlier FROM (" + ByKey.select("matter, digest", "trace", "digest")
                    + ") AS traces) AS counted"
                    + " WHERE earlier > 0 AND matter = ANY (?)";
    private static final String BY_SEVERAL = "SELECT count(DISTINCT matter) FROM ("
            + ByKey.select("matter", "trace", "digest") + ") AS traces WHERE matter < ?";

    private final Connection c;
    private final String city;
    private final Map<Long, Integer> before = new HashMap<>();

    private EarlierMatters(Connection c, String city) {
        this.c = c;
        this.city = city;
    }

    /** How many earlier matters the person of a field of each matter stands in; a matter with none is not there. */
    public static Map<Long, Integer> count(Connection c, String city, String field, Collection<Long> matters)
            throws SQLException {
        EarlierMatters earlier = new EarlierMatters(c, city);
        Map<Long, UUID> one = new LinkedHashMap<>();
        for (Map.Entry<Long, List<UUID>> each : earlier.digests(field, matters).entrySet()) {
            if (each.getValue().size() == 1) {
                one.put(each.getKey(), each.getValue().getFirst());
            } else {
                earlier.countBySeveral(each.getKey(), each.getValue());
            }
        }
        earlier.countByOne(one);
        return earlier.before;
    }

    private Map<Long, List<UUID>> digests(String field, Collection<Long> matters) throws SQLException {
        Map<Long, List<UUID>> digests = new LinkedHashMap<>();
        try (PreparedStatement statement = c.prepareStatement(DIGESTS)) {
            ByKey.ask(statement, "bigint", Set.copyOf(matters), city);
            statement.setString(3, field);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    digests.computeIfAbsent(found.getLong(1), _ -> new ArrayList<>())
                            .add(found.getObject(2, UUID.class));
                }
            }
        }
        return digests;
    }

    private void countByOne(Map<Long, UUID> digests) throws SQLException {
        if (digests.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = c.prepareStatement(BY_ONE)) {
            ByKey.ask(statement, "uuid", Set.copyOf(digests.values()), city);
            statement.setArray(3, c.createArrayOf("bigint", digests.keySet().toArray()));
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    if (found.getObject(2, UUID.class).equals(digests.get(found.getLong(1)))) {
                        before.put(found.getLong(1), found.getInt(3));
                    }
                }
            }
        }
    }

    private void countBySeveral(long matter, List<UUID> digests) throws SQLException {
        try (PreparedStatement statement = c.prepareStatement(BY_SEVERAL)) {
            ByKey.ask(statement, "uuid", digests, city);
            statement.setLong(3, matter);
            try (ResultSet found = statement.executeQuery()) {
                if (found.next() && found.getInt(1) > 0) {
                    before.put(matter, found.getInt(1));
                }
            }
        }
    }
}
