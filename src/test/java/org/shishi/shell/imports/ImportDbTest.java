package org.shishi.shell.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shishi.ledger.store.LedgerTables;
import org.shishi.matter.Command;
import org.shishi.matter.TestOffice;
import org.shishi.paper.lists.ListFile;
import org.shishi.paper.lists.ListRow;
import org.shishi.paper.lists.Written;
import org.shishi.shell.Trouble;

/** Whatever stands in a list: good rows go in once, bad ones are told of, each with row, column and reason. */
class ImportDbTest {
    private static final String HEADINGS = "编号,时间,内容,类别,答复,答复时间\n";
    private static final String GOOD =
            "1,2021-03-01 09:00,路灯不亮,路灯,已修好,2021-03-03 10:00\n2,2021-03-02 09:00,井盖破损,其他,,\n";
    private static final String MAP = """
            procedure: appeal
            format: {times: ["uuuu-MM-dd HH:mm"], zone: Asia/Shanghai}
            columns: {number: 编号, asked: 时间, text: 内容, kind: 类别, reply: 答复, replied: 答复时间}
            slip: {prefix: small, column: number}
            maps:
              subjects: {"路灯*": "0305", 其他: "9901", 旧类: "0000"}
            acts:
              - {act: register, as: operator, at: asked, asks: {text: {column: text}, subject: {column: kind, map: subjects}, channel: {value: web}, urgency: {value: ordinary}}}
              - {act: dispatch, as: dispatcher, at: asked, asks: {unit: {value: chengguan}}}
              - {act: sign, as: handler, at: asked}
              - {act: answer, as: handler, at: replied, when: replied, asks: {answer: {column: reply}}}
            """;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final TestOffice office = TestOffice.open();

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void open() {
        office.clock("2021-10-08T09:00");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void badRowsAreToldOfAndGoodOnesGoIn() throws Exception {
        Path file = written(
                "list.csv",
                HEADINGS + GOOD
                        + "3,2021-02-30 09:00,灯,路灯,,\n"
                        + "4,2021-03-01 09:00,,路灯,,\n"
                        + "5,2021-03-01 09:00,灯,园林,,\n"
                        + "6,2021-03-01 09:00,灯,旧类,,\n"
                        + "7,2021-03-01 09:00," + "长".repeat(20_000) + ",路灯,,\n"
                        + "8,2021-03-01 09:00,灯,路灯,好,2021-02-01 09:00\n"
                        + "9,2022-03-01 09:00,灯,路灯,,\n"
                        + ",2021-03-01 09:00,灯,路灯,,\n"
                        + "2,2021-03-02 09:00,井盖破损,其他,,\n"
                        + "10,2021-03-01 09:00,灯\n"
                        + "11,2021-03-01 09:00,=1+1,路灯,,2021-03-05 09:00\n"
                        + "12,,灯,路灯,,\n");
        assertEquals(1, run(file));
        assertEquals(7, entries());
        assertThat(report(file))
                .containsExactly(
                        "4 时间 “2021-02-30 09:00”不是约定格式的时间",
                        "5 内容 此项必填",
                        "6 类别 对照表里没有“园林”",
                        "7 类别 没有“0000”这个选项",
                        "8 内容 最多 10000 字，现有 20000 字",
                        "9 答复时间 “2021-02-01 09:00”早于上一步的时间",
                        "10 时间 “2022-03-01 09:00”晚于现在",
                        "11 编号 没有编号，无法保证不重复导入",
                        "12 编号 与第 3 行编号相同",
                        "13 整行 本行 3 格，表头 6 列：错位或者不完整",
                        "14 答复 此项必填",
                        "15 时间 没有填时间");
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("挂账 2 件，记账 7 笔，原已在账 0 笔，退回 12 行", "第 4 行，时间：", "另有 2 行", "list.csv.rejected.csv");
        assertEquals(1, run(file), "the same again");
        assertEquals(7, entries());
    }

    private List<String> report(Path file) throws IOException {
        Path report = folder.resolve(file.getFileName() + ".rejected.csv");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(report)))
                .isEqualTo("rw-------");
        try (ListFile list = ListFile.open(report, Written.USUALLY)) {
            return list.rows()
                    .map(ListRow::cells)
                    .map(row -> row.get("行") + " " + row.get("列") + " " + row.get("原因"))
                    .toList();
        }
    }

    @Test
    void theReportPutRightIsImportedAsTheFileWas() throws Exception {
        Path file = written("list.csv", HEADINGS + "3,2021-02-30 09:00,=灯,路灯,,\n" + GOOD);
        assertEquals(1, run(file));
        Path report = folder.resolve("list.csv.rejected.csv");
        assertThat(report).content().startsWith("\uFEFF行,列,原因,编号,").contains(",'=灯,");
        Files.writeString(report, Files.readString(report).replace("2021-02-30 09:00,", "2021-02-28 09:00,"));
        assertEquals(0, run(report));
        assertEquals(10, entries());
        assertThat(folder.resolve("list.csv.rejected.csv.rejected.csv")).doesNotExist();
    }

    @Test
    void theSameListInAnyDressIsTheSameList() throws Exception {
        assertEquals(0, run(written("list.csv", HEADINGS + GOOD)));
        Path gb = Files.write(folder.resolve("gb.csv"), (HEADINGS + GOOD).getBytes(Charset.forName("GB18030")));
        assertEquals(0, run(gb));
        assertEquals(0, run(workbook()));
        assertEquals(7, entries());
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("挂账 0 件，记账 0 笔，原已在账 7 笔，退回 0 行");
    }

    private Path workbook() throws IOException {
        Path file = folder.resolve("list.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "t", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("清单");
            String[] rows = (HEADINGS + GOOD).split("\n", -1);
            for (int row = 0; row < rows.length; row++) {
                String[] cells = rows[row].split(",", -1);
                for (int column = 0; column < cells.length; column++) {
                    sheet.value(row, column, cells[column]);
                }
            }
        }
        return file;
    }

    @Test
    void aRowThatSaysMoreLaterGoesOnWhereItStood() throws Exception {
        assertEquals(0, run(written("list.csv", HEADINGS + GOOD)));
        assertEquals(0, run(written("later.csv", HEADINGS + GOOD.replace("其他,,", "其他,已换,2021-03-09 09:00"))));
        assertEquals(8, entries());
    }

    @Test
    void whatIsRefusedLaterIsToldOfWithWhatStandsBeforeIt() throws Exception {
        assertEquals(0, run(written("list.csv", HEADINGS + GOOD)));
        String number = newest();
        TestOffice.recorded(office.desk()
                .act(Command.on(number, "answer", TestOffice.CHENGGUAN, Map.of("answer", "已换"), Command.Via.WEB)));
        Path later = written("later.csv", HEADINGS + GOOD.replace("其他,,", "其他,已换,2021-03-09 09:00"));
        assertEquals(1, run(later));
        assertThat(report(later))
                .singleElement()
                .asString()
                .startsWith("3 答复时间 “答复”没有记上：")
                .endsWith("此前各步已经在账上");
    }

    private String newest() throws SQLException {
        try (Connection c = office.setting().database().getConnection();
                var rows = c.createStatement()
                        .executeQuery(
                                "SELECT number FROM entry WHERE number IS NOT NULL ORDER BY position DESC LIMIT 1")) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    @Test
    void whatWasCutOffGoesOnWhereItStoodAndNothingGoesInTwice() throws Exception {
        String many = HEADINGS
                + String.join(
                        "",
                        IntStream.range(0, 1200)
                                .mapToObj(i -> (1000 + i) + ",2021-03-01 09:00,灯,路灯,好,2021-03-02 09:00\n")
                                .toList());
        Path file = written("many.csv", many);
        Mapping mapping = MappingReader.read("map.yaml", MAP, TestOffice.PACKS);
        try (ListFile list = ListFile.open(file, mapping.written())) {
            RowReading reading = new RowReading(mapping, 6, office.desk(), words(), office.now());
            Stream<ListRow> cut = list.rows().peek(row -> {
                if (row.number() > 1100) {
                    throw new IllegalStateException("the power is gone");
                }
            });
            assertThatThrownBy(() -> new Importer(office.desk(), reading, bad -> {}, done -> {}).run(cut))
                    .hasMessage("the power is gone");
        }
        assertThat(entries()).isBetween(1L, 4799L);
        assertEquals(0, run(file));
        assertEquals(4800, entries());
        assertEquals(0, run(file));
        assertEquals(4800, entries());
    }

    @Test
    void aFileThatCannotBeUsedRecordsNothing() throws Exception {
        assertThatThrownBy(() -> run(written("a.csv", HEADINGS.replace("内容", "正文") + GOOD)))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("缺少列：内容；文件里有：编号、时间、正文、");
        assertThatThrownBy(() -> run(written("b.csv", "编号," + HEADINGS + GOOD)))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("有两列都叫“编号”");
        assertThatThrownBy(() -> run(written("c.csv", "")))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("文件是空的");
        assertEquals(0, entries());
        assertThat(folder.resolve("a.csv.rejected.csv")).doesNotExist();
    }

    private int run(Path file) throws IOException {
        Path map = written("map.yaml", MAP);
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        Path report = folder.resolve(file.getFileName() + ".rejected.csv");
        return new ListImport(TestOffice.PACKS, office.desk(), office.setting().clock(), words(), out)
                .run(new ListImport.Order("appeals", file, map, report));
    }

    private static ImportWords words() {
        return new ImportWords(TestOffice.PACKS.words(), Locale.SIMPLIFIED_CHINESE);
    }

    private Path written(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private long entries() throws SQLException {
        try (Connection c = office.setting().database().getConnection()) {
            return new LedgerTables().edge(c, TestOffice.CITY).size();
        }
    }
}
