package org.shishi.shell.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shishi.paper.lists.ListRow;
import org.shishi.procedure.PackError;
import org.shishi.procedure.PackFiles;
import org.shishi.procedure.Packs;

/** Mapping files are told what is wrong with them, and the manual says what they may hold, no more and no less. */
class MappingTest {
    private static final Packs PACKS = Packs.read(PackFiles.inside());
    private static final ImportWords WORDS = new ImportWords(PACKS.words(), java.util.Locale.ENGLISH);
    private static final String SMALL = """
            procedure: appeal
            format: {times: ["yyyy-M-d H:mm", "uuuu/M/d"], zone: Asia/Shanghai}
            columns: {number: 编号, asked: 时间, text: 内容}
            slip: {prefix: small, column: number}
            acts:
              - {act: register, as: operator, at: asked, asks: {text: {column: text}, subject: {value: "9901"}, channel: {value: web}, urgency: {value: ordinary}}}
              - {act: dispatch, as: dispatcher, at: asked, asks: {unit: {value: hotline}}}
            """;

    @Test
    void theManualListsEveryKeyword() throws IOException {
        String manual = Files.readString(Path.of("docs/import.md"));
        Map<String, Set<String>> accepted = Map.of(
                "MAPPING", Keywords.MAPPING,
                "FORMAT", Keywords.FORMAT,
                "SLIP", Keywords.SLIP,
                "ACT", Keywords.ACT,
                "FACT", Keywords.FACT);
        accepted.forEach(
                (mark, words) -> assertThat(listed(manual, mark)).as(mark).isEqualTo(new TreeSet<>(words)));
    }

    private static Set<String> listed(String manual, String mark) {
        Set<String> words = new TreeSet<>();
        Matcher block = Pattern.compile("<!-- " + mark + " -->(.*?)<!-- /" + mark + " -->", Pattern.DOTALL)
                .matcher(manual);
        while (block.find()) {
            Matcher word =
                    Pattern.compile("^\\| `([a-z-]+)`", Pattern.MULTILINE).matcher(block.group(1));
            while (word.find()) {
                words.add(word.group(1));
            }
        }
        return words;
    }

    @Test
    void everyMappingOfTheProjectAndOfItsManualIsRight() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("import"))) {
            for (Path file : files.toList()) {
                MappingReader.read(file.toString(), Files.readString(file), PACKS);
            }
        }
        Matcher example = Pattern.compile("```yaml\\n(procedure:.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/import.md")));
        assertThat(example.find()).isTrue();
        assertThat(MappingReader.read("docs/import.md", example.group(1), PACKS).acts())
                .hasSizeGreaterThan(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "procedure: appeal | procedure: apeal | map.yaml:1: no procedure 'apeal'",
                "prefix: small | prefixed: small | map.yaml:4: unknown keyword 'prefixed'",
                "column: number | column: id | map.yaml:4: no column 'id'",
                "uuuu/M/d | uuuu/M/T | map.yaml:2: no pattern of a time: 'uuuu/M/T'",
                "Asia/Shanghai | Asia/Xintai | map.yaml:2: no time zone 'Asia/Xintai'",
                "act: dispatch | act: dispach | map.yaml:7: 'appeal' has no act 'dispach'",
                "as: dispatcher | as: operator | map.yaml:7: 'dispatch' is no duty of 'operator'",
                "act: register | act: sign | map.yaml:6: the first act must open a matter",
                "act: dispatch | act: register | map.yaml:7: only the first act may open a matter",
                "unit: { | units: { | map.yaml:7: 'dispatch' does not ask for 'units'",
                "{value: hotline} | {value: hotline, column: text} | map.yaml:7: a fact has either a value or columns",
                "{value: hotline} | {column: text, map: units} | map.yaml:7: no map 'units'",
                "时间 | 内容 | map.yaml:3: '内容' stands here twice"
            })
    void whatCannotBeRightIsToldWithItsLine(String right, String wrong, String told) {
        assertThatThrownBy(() -> MappingReader.read("map.yaml", SMALL.replace(right, wrong), PACKS))
                .isInstanceOf(PackError.class)
                .hasMessageStartingWith(told);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-2-28 9:05, 2021-02-28T01:05:00Z",
        "2021/10/8, 2021-10-07T16:00:00Z",
        "2021-10-08 09:00:01, 2021-10-08T01:00:01Z"
    })
    void aTimeIsReadInAnyOfItsWaysAndAsExcelHasIt(String said, String at) {
        assertThat(cells(said).time("asked")).isEqualTo(at);
    }

    @ParameterizedTest
    @CsvSource({"2021-2-31 9:05", "2021-2-28", "8.10.2021", "44477", "''"})
    void aDayThatIsNotOrAnotherWayOfWritingIsNoTime(String said) {
        assertThatThrownBy(() -> cells(said).time("asked"))
                .isInstanceOfSatisfying(
                        Cells.Unreadable.class,
                        e -> assertThat(List.of(
                                        e.bad().column(), e.bad().reason().contains("time") || said.isEmpty()))
                                .isEqualTo(List.of("时间", true)));
    }

    private static Cells cells(String time) {
        Mapping mapping = MappingReader.read("map.yaml", SMALL, PACKS);
        return new Cells(mapping, WORDS, new ListRow(2, Map.of("编号", "1", "时间", time, "内容", "灯"), 3));
    }

    @Test
    void theLanguageIsThatOfTheTerminal() {
        assertThat(ImportWords.ofTerminal(Map.of("LANG", "zh_CN.UTF-8")).getLanguage())
                .isEqualTo("zh");
        assertThat(ImportWords.ofTerminal(Map.of("LANG", "zh_CN.UTF-8", "LC_ALL", "C.UTF-8"))
                        .getLanguage())
                .isEqualTo("en");
        assertThat(ImportWords.ofTerminal(Map.of()).getLanguage()).isEqualTo("en");
    }
}
