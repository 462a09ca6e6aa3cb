package org.shishi.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A list as an Excel workbook of one sheet, written as its rows come: its size does not matter. Texts stay texts, whatever
 * sign they begin with; numbers, days and moments are what Excel can count and sort.
 */
public final class ExcelOut implements AutoCloseable {
    private static final int CELL_AT_MOST = 32_767;
    private static final int FLUSH_EVERY = 500;
    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    private ExcelOut(Workbook workbook, Worksheet sheet) {
        this.workbook = workbook;
        this.sheet = sheet;
    }

    /** @param name of the sheet, as its tab shows it */
    public static ExcelOut of(OutputStream out, String name, List<String> headings) throws IOException {
        Workbook workbook = new Workbook(out, "Shishi", "1.0");
        Worksheet sheet = workbook.newWorksheet(name);
        sheet.freezePane(0, 1);
        ExcelOut excel = new ExcelOut(workbook, sheet);
        excel.headings(headings);
        return excel;
    }

    private void headings(List<String> headings) throws IOException {
        row(List.copyOf(headings));
        sheet.range(0, 0, 0, Math.max(0, headings.size() - 1)).style().bold().set();
    }

    /** @param cells texts, numbers, days or moments of the office's clock; an empty text leaves its cell empty */
    public void row(List<Object> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            cell(column, cells.get(column));
        }
        row++;
        if (row % FLUSH_EVERY == 0) {
            sheet.flush();
        }
    }

    private void cell(int column, Object cell) {
        switch (cell) {
            case BigDecimal number -> sheet.value(row, column, number);
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case LocalDateTime moment -> {
                sheet.value(row, column, moment);
                sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
            }
            default -> text(column, cell.toString());
        }
    }

    private void text(int column, String text) {
        if (!text.isEmpty()) {
            sheet.inlineString(row, column, text.substring(0, Math.min(CELL_AT_MOST, text.length())));
        }
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        workbook.finish();
    }
}
