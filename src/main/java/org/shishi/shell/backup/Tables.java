package org.shishi.shell.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** What the catalogue says about our tables; names come quoted, with their schema. */
final class Tables {
    /**
     * Those a foreign key points to come first, so that they are filled first. Without the sheets: the program makes their
     * tables as the packs say and works them out again from the ledger.
     */
    private static final String IN_ORDER = """
            WITH RECURSIVE ours AS (
                SELECT c.oid, format('%I.%I', n.nspname, c.relname) AS name
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind = 'r' AND c.relpersistence = 'p' AND c.relname <> 'flyway_schema_history'
                  AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname NOT IN ('information_schema', 'sheet')),
            reached (oid, depth) AS (
                SELECT oid, 0 FROM ours
                UNION ALL
                SELECT k.conrelid, r.depth + 1 FROM pg_constraint k JOIN reached r ON k.confrelid = r.oid
                WHERE k.contype = 'f' AND k.conrelid <> k.confrelid AND r.depth < 30)
            SELECT name FROM ours JOIN reached USING (oid) GROUP BY name ORDER BY max(depth), name
            """;

    private static final String SEQUENCES = """
            SELECT format('%I.%I', schemaname, sequencename), last_value FROM pg_sequences
            WHERE last_value IS NOT NULL ORDER BY 1
            """;

    private static final String MIGRATION = """
            SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL
            ORDER BY installed_rank DESC LIMIT 1
            """;

    private Tables() {}

    static List<String> list(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(IN_ORDER)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    static SequencedMap<String, Long> sequences(Connection connection) throws SQLException {
        SequencedMap<String, Long> values = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SEQUENCES)) {
            while (rows.next()) {
                values.put(rows.getString(1), rows.getLong(2));
            }
        }
        return values;
    }

    static void setSequences(Connection connection, Map<String, Long> values) throws SQLException {
        try (var set = connection.prepareStatement("SELECT setval(?::regclass, ?)")) {
            for (Map.Entry<String, Long> value : values.entrySet()) {
                set.setString(1, value.getKey());
                set.setLong(2, value.getValue());
                set.execute();
            }
        }
    }

    /** The version of the newest migration. */
    static String migration(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(MIGRATION)) {
            rows.next();
            return rows.getString(1);
        }
    }

    static boolean isEmpty(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1 FROM " + table + " LIMIT 1")) {
            return !rows.next();
        }
    }
}
