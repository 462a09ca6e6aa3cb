package org.shishi.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.shishi.TestDatabase;
import org.shishi.ledger.store.Call;
import org.shishi.matter.store.Columns;
import org.shishi.matter.store.EarlierMatters;
import org.shishi.matter.store.Moves;
import org.shishi.matter.store.SideTables;

/** How often somebody was on account before, counted by the database as anybody would count it. */
class EarlierDbTest {
    private static final String CITY = TestOffice.CITY;

    /** A trace: a number of a person in a field of a matter. */
    private record Trace(UUID digest, long matter, String field) {}

    @Test
    void isCountedRightForPeopleOfOneNumberAndOfTwo() throws SQLException {
        List<Trace> traces = traces(new Random(7));
        List<Long> all = LongStream.rangeClosed(1, 120).boxed().toList();
        try (Connection c = TestDatabase.fresh().getConnection()) {
            write(c, traces);
            assertEquals(counted(traces, all), EarlierMatters.count(c, CITY, "caller", all));
            List<Long> some = all.stream().filter(matter -> matter % 7 == 3).toList();
            assertEquals(counted(traces, some), EarlierMatters.count(c, CITY, "caller", some));
            assertEquals(Map.of(), EarlierMatters.count(c, "another", "caller", all));
        }
    }

    @Test
    void tracesThatWereLongerFindTheSameMatters() throws SQLException {
        PGSimpleDataSource office = TestDatabase.after("19");
        UUID trace = id("somebody");
        String longer = trace.toString().replace("-", "") + "0123456789abcdef".repeat(2);
        try (Connection c = office.getConnection()) {
            c.createStatement()
                    .execute(
                            "INSERT INTO trace (city, digest, matter, field) SELECT '" + CITY + "', '" + longer
                                    + "', m, f FROM generate_series(3, 5) AS m, unnest(ARRAY['caller.phone', 'witness.phone']) AS f");
        }
        Flyway.configure().dataSource(office).load().migrate();
        try (Connection c = TestDatabase.asDesk(office).getConnection()) {
            assertEquals(List.of(5L, 4L, 3L), SideTables.traced(c, CITY, trace, 10));
            assertEquals(List.of(5L, 3L), SideTables.sharing(c, CITY, 4, 10));
            SideTables.forget(c, CITY, List.of(4L));
            assertEquals(List.of(5L, 3L), SideTables.traced(c, CITY, trace, 10));
        }
    }

    @Test
    void aTraceThatIsLaidAgainStandsOnce() throws SQLException {
        var traces = List.of(
                new SideTables.TraceRow(id("somebody"), 3, "caller.phone"),
                new SideTables.TraceRow(id("somebody"), 3, "witness.phone"),
                new SideTables.TraceRow(id("somebody else"), 3, "caller.phone"));
        try (Connection c = TestDatabase.asDesk(TestDatabase.fresh()).getConnection()) {
            for (long since : new long[] {2, 10, 20}) { // opened in the batch, then there before it
                Call.make(c, new Moves(Map.of(), List.of(), List.of(), traces, List.of()).call(CITY, since));
            }
            try (ResultSet found = c.createStatement().executeQuery("SELECT count(*) FROM trace")) {
                assertTrue(found.next());
                assertEquals(traces.size(), found.getInt(1));
            }
        }
    }

    /** A few people who call again and again, some known by a second number, some named in another field besides. */
    private static List<Trace> traces(Random random) {
        List<Trace> traces = new ArrayList<>();
        for (long matter = 1; matter <= 120; matter++) {
            int person = random.nextInt(12);
            traces.add(new Trace(id("phone-" + person), matter, "caller.phone"));
            if (random.nextInt(3) == 0) {
                traces.add(new Trace(id("id-" + person % 5), matter, "caller.id"));
            }
            if (random.nextInt(4) == 0) {
                traces.add(new Trace(id("phone-" + random.nextInt(12)), matter, "witness.phone"));
            }
        }
        return traces.stream().distinct().toList();
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(Connection c, List<Trace> traces) throws SQLException {
        new Columns(c, CITY)
                .text(traces.stream().map(trace -> trace.digest().toString()).toList())
                .numbers(traces.stream().map(Trace::matter).toList())
                .text(traces.stream().map(Trace::field).toList())
                .run(
                        "INSERT INTO trace (city, digest, matter, field) SELECT ?, d::uuid, m, f FROM unnest(?, ?, ?) AS t(d, m, f)");
    }

    private static Map<Long, Integer> counted(List<Trace> traces, List<Long> of) {
        Map<Long, Integer> counted = new HashMap<>();
        for (long matter : of) {
            List<UUID> numbers = traces.stream()
                    .filter(trace -> trace.matter() == matter && trace.field().startsWith("caller."))
                    .map(Trace::digest)
                    .toList();
            long earlier = traces.stream()
                    .filter(trace -> trace.matter() < matter && numbers.contains(trace.digest()))
                    .map(Trace::matter)
                    .distinct()
                    .count();
            if (earlier > 0) {
                counted.put(matter, (int) earlier);
            }
        }
        return counted;
    }
}
