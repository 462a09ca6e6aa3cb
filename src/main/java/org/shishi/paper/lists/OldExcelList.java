package org.shishi.paper.lists;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellType;

/** An Excel workbook of 1997 to 2003 (.xls), which offices still send around. At most 65 536 rows: read whole. */
final class OldExcelList implements Iterator<ListFile.Raw> {
    private final HSSFSheet sheet;
    private final boolean since1904;
    private int next;

    private OldExcelList(HSSFSheet sheet, boolean since1904) {
        this.sheet = sheet;
        this.since1904 = since1904;
    }

    static ListFile open(Path file, Written written) {
        try (InputStream in = Files.newInputStream(file)) {
            HSSFWorkbook workbook = new HSSFWorkbook(in);
            boolean since1904 = workbook.getInternalWorkbook().isUsing1904DateWindowing();
            return ListFile.of(new OldExcelList(sheet(workbook, written), since1904), written, workbook);
        } catch (EncryptedDocumentException e) {
            throw new NoList(NoList.Reason.LOCKED);
        } catch (NoList e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new NoList(NoList.Reason.BROKEN);
        }
    }

    private static HSSFSheet sheet(HSSFWorkbook workbook, Written written) {
        if (written.sheet().isEmpty()) {
            return workbook.getSheetAt(0);
        }
        String wanted = written.sheet().get();
        return Optional.ofNullable(workbook.getSheet(wanted)).orElseThrow(() -> {
            List<String> there = IntStream.range(0, workbook.getNumberOfSheets())
                    .mapToObj(workbook::getSheetName)
                    .toList();
            return new NoList(NoList.Reason.NO_SHEET, wanted, String.join(", ", there));
        });
    }

    @Override
    public boolean hasNext() {
        while (next <= sheet.getLastRowNum() && sheet.getRow(next) == null) {
            next++;
        }
        return next <= sheet.getLastRowNum();
    }

    @Override
    public ListFile.Raw next() {
        HSSFRow row = sheet.getRow(next++);
        List<String> cells = IntStream.range(0, Math.max(0, row.getLastCellNum()))
                .mapToObj(
                        i -> Optional.ofNullable(row.getCell(i)).map(this::text).orElse(""))
                .toList();
        return new ListFile.Raw(next, cells, true);
    }

    private String text(HSSFCell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> cell.getStringCellValue();
            case NUMERIC ->
                ExcelDay.text(
                        BigDecimal.valueOf(cell.getNumericCellValue()),
                        cell.getCellStyle().getDataFormatString(),
                        since1904);
            case BOOLEAN -> Boolean.toString(cell.getBooleanCellValue());
            default -> "";
        };
    }
}
