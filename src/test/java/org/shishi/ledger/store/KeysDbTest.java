package org.shishi.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shishi.TestDatabase;

/** City-first keys are what lets the schema be spread over machines as it is. */
class KeysDbTest {
    private static final String FIRST_COLUMNS = """
            SELECT i.indrelid::regclass || ' ' || i.indexrelid::regclass AS key, a.attname AS first
            FROM pg_index i
            JOIN pg_class t ON t.oid = i.indrelid
            JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
            WHERE i.indisunique AND t.relnamespace = 'public'::regnamespace AND t.relname <> 'flyway_schema_history'
            """;

    @Test
    void everyKeyBeginsWithTheCity() throws SQLException {
        List<String> wrong = new ArrayList<>();
        int keys = 0;
        try (Connection c = TestDatabase.fresh().getConnection();
                ResultSet rows = c.createStatement().executeQuery(FIRST_COLUMNS)) {
            for (; rows.next(); keys++) {
                if (!"city".equals(rows.getString("first"))) {
                    wrong.add(rows.getString("key"));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(keys).isGreaterThanOrEqualTo(7);
    }
}
