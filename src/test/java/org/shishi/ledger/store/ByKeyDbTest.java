package org.shishi.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.shishi.TestDatabase;

/** What is looked up by key costs a few pages a key, also in a table that was filled so quickly that nothing is known of it. */
class ByKeyDbTest {
    private static final String CITY = "370982";
    private static final Pattern PAGES = Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?");
    private static final int KEYS = 10;
    private static final int PAGES_A_KEY = 8;
    private static final int ROWS = 100_000;

    private final PGSimpleDataSource office = TestDatabase.fresh();

    private void fill(Connection c) throws SQLException {
        try (Statement statement = c.createStatement()) {
            statement.execute("ALTER TABLE trace SET (autovacuum_enabled = off)");
            statement.execute("INSERT INTO trace (city, digest, matter, field) SELECT '" + CITY
                    + "', md5(n::text)::uuid, n, 'caller.phone' FROM generate_series(1, " + ROWS + ") AS n");
        }
    }

    /** md5 of a number as PostgreSQL writes it, so that the keys are there. */
    private static List<UUID> digests(Connection c) throws SQLException {
        try (PreparedStatement select =
                c.prepareStatement("SELECT md5((n * 9000)::text)::uuid FROM generate_series(1, ?) AS n")) {
            select.setInt(1, KEYS);
            List<UUID> digests = new ArrayList<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    digests.add(found.getObject(1, UUID.class));
                }
            }
            return digests;
        }
    }

    private static long pages(Connection c, String sql, String type, List<?> keys) throws SQLException {
        try (PreparedStatement explain = c.prepareStatement("EXPLAIN (ANALYZE, BUFFERS, TIMING OFF) " + sql)) {
            ByKey.ask(explain, type, keys, CITY);
            try (ResultSet plan = explain.executeQuery()) {
                while (plan.next()) {
                    var line = PAGES.matcher(plan.getString(1));
                    if (line.find()) {
                        return sum(line.toMatchResult());
                    }
                }
            }
        }
        throw new AssertionError("the plan says nothing of pages");
    }

    private static long sum(MatchResult line) {
        return IntStream.rangeClosed(1, line.groupCount())
                .mapToObj(line::group)
                .filter(group -> group != null)
                .mapToLong(Long::parseLong)
                .sum();
    }

    @Test
    void aKeyCostsAFewPagesWithoutStatistics() throws SQLException {
        try (Connection c = office.getConnection()) {
            fill(c);
            assertThat(pages(c, ByKey.select("matter, digest", "trace", "digest"), "uuid", digests(c)))
                    .isBetween((long) KEYS, (long) KEYS * PAGES_A_KEY);
            assertThat(pages(c, ByKey.select("matter, digest", "trace", "matter"), "bigint", List.of(5L, 70_000L)))
                    .isBetween(2L, 2L * PAGES_A_KEY);
        }
    }

    @Test
    void whatIsAskedForTwiceComesTwice() throws SQLException {
        try (Connection c = office.getConnection()) {
            fill(c);
            try (PreparedStatement select = c.prepareStatement(ByKey.select("matter", "trace", "matter"))) {
                ByKey.ask(select, "bigint", List.of(3L, 7L, 3L, (long) ROWS + 1), CITY);
                List<Long> matters = new ArrayList<>();
                try (ResultSet found = select.executeQuery()) {
                    while (found.next()) {
                        matters.add(found.getLong(1));
                    }
                }
                assertThat(matters).containsExactlyInAnyOrder(3L, 3L, 7L);
            }
        }
    }
}
