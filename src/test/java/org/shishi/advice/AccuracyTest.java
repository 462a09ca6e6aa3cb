package org.shishi.advice;

import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** How good suggestions are on messages people really wrote, of which a tenth is kept back. */
class AccuracyTest {
    private static final Path LABELLED = Path.of("../shared/data/messages/labelled.csv");

    private static List<Trial.Told> messages() throws IOException {
        Assumptions.assumeTrue(Files.isReadable(LABELLED), "no messages at " + LABELLED);
        List<Trial.Told> all = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(LABELLED)) {
            rows.forEach(row -> all.add(new Trial.Told(
                    row.getField("留言主题") + "\n" + row.getField("留言详情").strip(), row.getField("一级标签"))));
        }
        Collections.shuffle(all, new Random(7));
        return all;
    }

    @Test
    void suggestedSubjectsAreRightFarMoreOftenThanTheCommonestClass() throws IOException {
        List<Trial.Told> all = messages();
        List<Trial.Told> known = all.subList(all.size() / 10, all.size());
        List<Trial.Told> asked = all.subList(0, all.size() / 10);
        try (Trial trial = new Trial()) {
            trial.put(known);
            int suggested = 0;
            int right = 0;
            for (Trial.Told each : asked) {
                Optional<String> found = trial.subject(each.text()).map(Suggestion::value);
                suggested += found.isPresent() ? 1 : 0;
                right += found.filter(each.subject()::equals).isPresent() ? 1 : 0;
            }
            int common = commonest(known, asked);
            String figures = "of %d messages suggested %d, right %d; the commonest class is right for %d"
                    .formatted(asked.size(), suggested, right, common);
            System.out.println(figures);
            assertTrue(suggested > 0.65 * asked.size(), figures);
            assertTrue(right > 0.85 * suggested, figures);
            assertTrue(right > 2.5 * common, figures);
        }
    }

    private static int commonest(List<Trial.Told> known, List<Trial.Told> asked) {
        String most =
                known.stream()
                        .collect(Collectors.groupingBy(Trial.Told::subject, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElseThrow();
        return Math.toIntExact(asked.stream()
                .map(Trial.Told::subject)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .getOrDefault(most, 0L));
    }
}
