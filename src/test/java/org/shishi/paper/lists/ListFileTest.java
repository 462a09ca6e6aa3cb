package org.shishi.paper.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListFileTest {
    private static final String TWO_ROWS = "编号,内容\n1,路灯不亮\n2,井盖破损\n";

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16"})
    void theEncodingIsFoundOut(String encoding) throws IOException {
        assertThat(read(written("a.csv", TWO_ROWS.getBytes(Charset.forName(encoding)))))
                .containsExactly("2 1 路灯不亮", "3 2 井盖破损");
    }

    @Test
    void theMarkOfUnicodeIsNoPartOfAHeading() throws IOException {
        assertThat(read(written("a.csv", ("\uFEFF" + TWO_ROWS).getBytes(StandardCharsets.UTF_8))))
                .hasSize(2);
    }

    @Test
    void oneSpoiltSignDoesNotSpoilTheOthers() throws IOException {
        byte[] bytes = TWO_ROWS.getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 2] = (byte) 0xFF;
        assertThat(read(written("a.csv", bytes))).first().isEqualTo("2 1 路灯不亮");
        assertThat(read(written("b.csv", bytes)).getLast())
                .startsWith("3 2 井盖破")
                .endsWith("\uFFFD");
    }

    @Test
    void aRowKnowsItsLineThoughCellsHoldLineBreaksAndRowsAreEmpty() throws IOException {
        assertThat(read(written("a.csv", text("编号,内容\r\n1,\"一\r\n二\"\r\n\r\n,\r\n2,三\r\n"))))
                .containsExactly("2 1 一\r\n二", "6 2 三");
    }

    @Test
    void aRowOfOtherWidthShowsIt() throws IOException {
        try (ListFile list = ListFile.open(written("a.csv", text("编号,内容\n1\n2,a,b\n")), Written.USUALLY)) {
            assertThat(list.rows().map(ListRow::width)).containsExactly(1, 3);
        }
    }

    @Test
    void anotherSeparatorAndTitlesAboveTheHeadingsAreKnownFromTheMapping() throws IOException {
        Written written = new Written(Optional.empty(), '\t', Optional.empty(), 3);
        Path file = written("a.csv", text("受理清单\n2021 年\n编号\t内容\n1\t路灯\n"));
        try (ListFile list = ListFile.open(file, written)) {
            assertThat(list.headings()).containsExactly("编号", "内容");
            assertThat(list.rows().map(ListRow::number)).containsExactly(4L);
        }
    }

    @Test
    void aWorkbookIsReadAsItIsDisplayed() throws IOException {
        Path file = folder.resolve("a.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "t", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("清单");
            List.of("编号", "内容\n说明", "时间").forEach(each -> sheet.value(0, column(each), each));
            sheet.value(1, 0, 13800138000L);
            sheet.value(1, 1, "路灯");
            sheet.value(1, 2, LocalDateTime.parse("2021-10-08T09:00:01"));
            sheet.style(1, 2).format("yyyy/m/d h:mm").set();
            sheet.value(3, 0, 2);
        }
        assertWorkbook(file);
    }

    private static int column(String heading) {
        return List.of("编号", "内容\n说明", "时间").indexOf(heading);
    }

    @Test
    void soIsAWorkbookOfTheOldKind() throws IOException {
        Path file = folder.resolve("named-wrongly.csv");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            var sheet = workbook.createSheet("清单");
            HSSFRow headings = sheet.createRow(0);
            List.of("编号", "内容\n说明", "时间")
                    .forEach(each -> headings.createCell(column(each)).setCellValue(each));
            HSSFRow row = sheet.createRow(1);
            row.createCell(0).setCellValue(13800138000d);
            row.createCell(1).setCellValue("路灯");
            CellStyle day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\" h:mm"));
            var at = row.createCell(2);
            at.setCellValue(LocalDateTime.parse("2021-10-08T09:00:01"));
            at.setCellStyle(day);
            sheet.createRow(3).createCell(0).setCellValue(2);
            workbook.write(out);
        }
        assertWorkbook(file);
    }

    private static void assertWorkbook(Path file) throws IOException {
        try (ListFile list = ListFile.open(file, Written.USUALLY)) {
            assertThat(list.headings()).containsExactly("编号", "内容 说明", "时间");
            List<ListRow> rows = list.rows().toList();
            assertThat(rows).extracting(ListRow::number).containsExactly(2L, 4L);
            assertThat(rows).extracting(ListRow::width).containsExactly(3, 3);
            assertThat(rows.getFirst().cells())
                    .containsEntry("编号", "13800138000")
                    .containsEntry("时间", "2021-10-08 09:00:01");
            assertThat(rows.getLast().cells()).containsEntry("编号", "2").containsEntry("时间", "");
        }
    }

    @Test
    void whatIsNoListIsSaidSo() throws IOException {
        assertNoList(NoList.Reason.EMPTY, new byte[0]);
        assertNoList(NoList.Reason.EMPTY, text("\n\n"));
        assertNoList(NoList.Reason.UNKNOWN_KIND, text("<html><table><tr><td>编号</td></tr></table>"));
        assertNoList(NoList.Reason.UNKNOWN_KIND, new byte[] {'%', 'P', 'D', 'F', 0, 1, 2});
        assertNoList(NoList.Reason.BROKEN, new byte[] {'P', 'K', 3, 4, 0, 0});
        assertNoList(NoList.Reason.BROKEN, zipOfNoWorkbook());
        assertNoList(NoList.Reason.BROKEN, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});
        assertNoList(NoList.Reason.ENDLESS_CELL, text("编号,内容\n1,a\n2,\"" + "长".repeat(17_000_000)));
    }

    private static byte[] zipOfNoWorkbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(text("<document/>"));
        }
        return bytes.toByteArray();
    }

    @Test
    void anUnknownSheetOrEncodingIsSaidSo() throws IOException {
        Path file = folder.resolve("a.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "t", "1.0")) {
            workbook.newWorksheet("清单").value(0, 0, "编号");
        }
        assertThatThrownBy(() -> ListFile.open(file, new Written(Optional.empty(), ',', Optional.of("汇总"), 1)))
                .isInstanceOfSatisfying(NoList.class, e -> assertThat(e.args()).containsExactly("汇总", "清单"));
        Path csv = written("a.csv", text(TWO_ROWS));
        assertThatThrownBy(() -> ListFile.open(csv, new Written(Optional.of("GBQ"), ',', Optional.empty(), 1)))
                .isInstanceOfSatisfying(
                        NoList.class, e -> assertThat(e.reason()).isEqualTo(NoList.Reason.NO_ENCODING));
    }

    private void assertNoList(NoList.Reason reason, byte[] bytes) throws IOException {
        Path file = written("no-list", bytes);
        assertThatThrownBy(() -> read(file))
                .as(reason.toString())
                .isInstanceOfSatisfying(
                        NoList.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Path written(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static List<String> read(Path file) throws IOException {
        try (ListFile list = ListFile.open(file, Written.USUALLY)) {
            return list.rows()
                    .map(row -> row.number() + " " + row.cells().get("编号") + " "
                            + row.cells().get("内容"))
                    .toList();
        }
    }
}
