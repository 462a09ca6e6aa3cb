package org.shishi.shell.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shishi.ledger.SigningKey;
import org.shishi.ledger.Verify;
import org.shishi.ledger.store.Checkpoints;
import org.shishi.ledger.store.LedgerTables;
import org.shishi.ledger.store.Log;
import org.shishi.matter.TestOffice;
import org.shishi.sheet.Figures;
import org.shishi.sheet.SheetKeeper;
import org.shishi.sheet.Sheets;
import tools.jackson.databind.json.JsonMapper;

/** Two thousand messages that citizens really wrote and offices really answered, put on account as whole lives. */
class RepliedMessagesDbTest {
    private static final Path FILE = Path.of("../shared/data/messages/replied.csv");
    private static final Path MAP = Path.of("import/replied.yaml");
    private static final int ACTS = 6;
    private final TestOffice office = TestOffice.open().clock("2021-10-08T09:00");

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void wholeLivesGoInOnceAreCountedAndProved() throws Exception {
        assumeTrue(Files.exists(FILE), "the messages are not here: " + FILE);
        List<Duration> waits = waits();
        assertEquals(0, importOnce());
        long entries = entries();
        assertEquals((long) ACTS * waits.size(), entries);
        assertEquals(0, importOnce(), "the second time nothing is turned away");
        assertEquals(entries, entries(), "and nothing is added");
        assertThat(office.desk().past(office.now(), 10))
                .as("history does not ring")
                .isEmpty();
        Figures figures = figures();
        assertEquals(
                Optional.of(new BigDecimal(waits.size())),
                figures.get("answered", Figures.Asked.ALL).value());
        BigDecimal median =
                figures.get("answer-time", Figures.Asked.ALL).value().orElseThrow();
        BigDecimal independent = new BigDecimal(median(waits).toMinutes())
                .divide(new BigDecimal(Duration.ofDays(1).toMinutes()), 2, RoundingMode.HALF_UP);
        assertThat(median.subtract(independent).abs()).isLessThan(new BigDecimal("0.02"));
        assertEquals(11, median.setScale(0, RoundingMode.DOWN).intValue());
        onTimeAsTheRegulationCounts(figures);
        oneFlippedByteIsFound();
    }

    private int importOnce() throws IOException {
        ImportWords words = new ImportWords(TestOffice.PACKS.words(), Locale.SIMPLIFIED_CHINESE);
        return new ListImport(TestOffice.PACKS, office.desk(), office.setting().clock(), words, System.out)
                .run(new ListImport.Order("appeals", FILE, MAP, folder.resolve("rejected.csv")));
    }

    private long entries() throws SQLException {
        try (Connection c = office.setting().database().getConnection()) {
            return new LedgerTables().edge(c, TestOffice.CITY).size();
        }
    }

    private Figures figures() {
        SheetKeeper keeper = new SheetKeeper(office.setting(), office.matters());
        keeper.prepare();
        keeper.catchUp();
        return new Figures(office.setting(), new Sheets(office.setting(), keeper));
    }

    /** Five working days under Shandong's regulation, counted here with nothing of ours but the published holidays. */
    private static void onTimeAsTheRegulationCounts(Figures figures) throws IOException {
        Map<LocalDate, Boolean> published = published();
        long onTime;
        long all;
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(FILE)) {
            List<NamedCsvRecord> rows = csv.stream().toList();
            all = rows.size();
            onTime = rows.stream()
                    .filter(row -> !time(row.getField("答复时间"))
                            .isAfter(limit(time(row.getField("留言时间")).toLocalDate(), published)))
                    .count();
        }
        Figures.Ratio ratio =
                figures.get("answered-on-time", Figures.Asked.ALL).ratio().orElseThrow();
        assertEquals(onTime, ratio.part().rows());
        assertEquals(all, ratio.whole().rows());
        assertThat(onTime).as("neither none nor all").isBetween(1L, all - 1);
    }

    private static LocalDateTime limit(LocalDate start, Map<LocalDate, Boolean> published) {
        LocalDate day = start;
        for (int counted = 0; counted < 5; ) {
            day = day.plusDays(1);
            counted += published.getOrDefault(day, day.getDayOfWeek().getValue() > 5) ? 0 : 1;
        }
        return day.atTime(17, 30);
    }

    /** What the State Council's notices say of single days: true for a day off. */
    private static Map<LocalDate, Boolean> published() throws IOException {
        Map<LocalDate, Boolean> days = new HashMap<>();
        try (var files = Files.list(Path.of("../shared/data/holidays"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".json")).toList()) {
                JsonMapper.shared()
                        .readTree(Files.readString(file))
                        .path("days")
                        .forEach(day -> days.put(
                                LocalDate.parse(day.path("date").asString()),
                                day.path("isOffDay").asBoolean()));
            }
        }
        return days;
    }

    /** Read with nothing of ours: the time between question and answer, row by row. */
    private static List<Duration> waits() throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(FILE)) {
            return csv.stream()
                    .map(row -> Duration.between(time(row.getField("留言时间")), time(row.getField("答复时间"))))
                    .sorted()
                    .toList();
        }
    }

    private static LocalDateTime time(String said) {
        return said.contains("-")
                ? LocalDateTime.parse(said.strip(), DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss"))
                : LocalDate.parse(said.strip(), DateTimeFormatter.ofPattern("uuuu/M/d"))
                        .atTime(LocalTime.MIDNIGHT);
    }

    private static Duration median(List<Duration> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(2);
    }

    private void oneFlippedByteIsFound() throws SQLException, IOException {
        byte[] export = export();
        assertThat(verify(export).fault()).isEmpty();
        Random random = new Random(11);
        for (int i = 0; i < 3; i++) {
            int place = random.nextInt(export.length - 1);
            export[place] ^= 1;
            long line = 1
                    + new String(export, 0, place, java.nio.charset.StandardCharsets.ISO_8859_1)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            assertThat(verify(export).fault())
                    .as("byte %d", place)
                    .hasValueSatisfying(fault -> assertThat(fault.line()).isBetween(line, line + 1));
            export[place] ^= 1;
        }
    }

    private byte[] export() throws SQLException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Connection c = office.setting().database().getConnection()) {
            new Log(new LedgerTables(), new Checkpoints())
                    .export(c, TestOffice.CITY, SigningKey.in(folder, TestOffice.CITY), out, done -> {});
        }
        return out.toByteArray();
    }

    private static Verify.Finding verify(byte[] export) throws IOException {
        return Verify.check(
                new ByteArrayInputStream(export), Optional.empty(), new PrintStream(OutputStream.nullOutputStream()));
    }
}
