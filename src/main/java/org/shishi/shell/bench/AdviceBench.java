package org.shishi.shell.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.shishi.advice.Suggestion;
import org.shishi.advice.Trial;
import org.shishi.advice.Trial.Told;

/**
 * How fast similar messages are found, against comparing every one and against SQL {@code LIKE} on the same messages; and
 * how often a suggested subject is right, against always naming the commonest.
 */
public final class AdviceBench {
    private static final int KEPT_BACK = 10;
    private static final int SCANNED = 60;
    private static final int PAIRS = 12;
    private final DataSource database;
    private final PrintStream out;
    private final List<Told> known;
    private final List<Told> asked;

    /** @param messages a CSV with heading, text and class of messages, of which every tenth is kept back */
    public AdviceBench(DataSource database, Path messages, PrintStream out) throws IOException {
        this.database = database;
        this.out = out;
        List<Told> all = read(messages);
        int back = all.size() / KEPT_BACK;
        this.asked = List.copyOf(all.subList(0, back));
        this.known = List.copyOf(all.subList(back, all.size()));
    }

    private static List<Told> read(Path messages) throws IOException {
        List<Told> all = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(messages)) {
            rows.forEach(row -> all.add(
                    new Told(row.getField("留言主题") + "\n" + row.getField("留言详情").strip(), row.getField("一级标签"))));
        }
        Collections.shuffle(all, new Random(7));
        return all;
    }

    /** Something asked about one text. */
    private interface Question {
        void ask(String text) throws SQLException;
    }

    /** Measures and prints. */
    public void run() throws SQLException {
        try (Trial trial = new Trial();
                Connection c = database.getConnection()) {
            trial.put(known);
            fill(c);
            pace(trial::similar, asked.size()); // warm
            out.printf("Similar among %,d messages | p50, p99 | against the index%n", known.size());
            Pace index = pace(trial::similar, asked.size());
            print("index of pairs", index, index);
            print("subject suggested", pace(trial::subject, asked.size()), index);
            print("every text compared", pace(this::scan, SCANNED), index);
            print("SQL LIKE, any of %d pairs".formatted(PAIRS), pace(text -> like(c, text), SCANNED), index);
            accuracy(trial);
        }
    }

    private Pace pace(Question question, int times) throws SQLException {
        long[] waits = new long[times];
        for (int i = 0; i < times; i++) {
            long from = System.nanoTime();
            question.ask(asked.get(i).text());
            waits[i] = System.nanoTime() - from;
        }
        return Pace.of(1, 1, List.of(waits));
    }

    private void print(String what, Pace pace, Pace index) {
        out.printf(
                "%-28s p50 %8.2f ms  p99 %8.2f ms | %6.1f x, %6.1f x%n",
                what,
                pace.wait(0.5),
                pace.wait(0.99),
                pace.wait(0.5) / index.wait(0.5),
                pace.wait(0.99) / index.wait(0.99));
    }

    private void scan(String text) {
        double best = known.stream()
                .mapToDouble(each -> Trial.likeness(text, each.text()))
                .max()
                .orElse(0);
        if (best > 1) {
            throw new IllegalStateException("more alike than the same: " + best);
        }
    }

    private void fill(Connection c) throws SQLException {
        try (PreparedStatement make = c.prepareStatement("CREATE TEMP TABLE told (text text NOT NULL)");
                PreparedStatement put = c.prepareStatement("INSERT INTO told SELECT unnest(?)")) {
            make.execute();
            put.setArray(
                    1, c.createArrayOf("text", known.stream().map(Told::text).toArray()));
            put.execute();
        }
    }

    /** The texts that hold any of some pairs of characters, those with the most first: what a register can do alone. */
    private static void like(Connection c, String text) throws SQLException {
        String[] pairs = IntStream.range(0, Math.min(PAIRS, Math.max(0, text.length() - 1)))
                .mapToObj(i -> "%" + text.substring(i, i + 2).replaceAll("[%_\\\\]", "") + "%")
                .toArray(String[]::new);
        try (PreparedStatement select = c.prepareStatement(
                "SELECT text, (SELECT count(*) FROM unnest(?) pair WHERE text LIKE pair) held FROM told"
                        + " ORDER BY held DESC LIMIT 20")) {
            select.setArray(1, c.createArrayOf("text", pairs));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    rows.getLong(2);
                }
            }
        }
    }

    private void accuracy(Trial trial) {
        String commonest =
                known.stream().collect(Collectors.groupingBy(Told::subject, Collectors.counting())).entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElseThrow();
        long common =
                asked.stream().filter(each -> each.subject().equals(commonest)).count();
        long suggested = 0;
        long right = 0;
        for (Told each : asked) {
            Optional<String> found = trial.subject(each.text()).map(Suggestion::value);
            suggested += found.isPresent() ? 1 : 0;
            right += found.filter(each.subject()::equals).isPresent() ? 1 : 0;
        }
        out.printf(
                "Subject of %,d messages kept back | suggested %,d, right %,d (%.1f %%)%n",
                asked.size(), suggested, right, 100.0 * right / Math.max(1, suggested));
        out.printf("always the commonest class: right %,d | %.1f x%n", common, (double) right / Math.max(1, common));
    }
}
