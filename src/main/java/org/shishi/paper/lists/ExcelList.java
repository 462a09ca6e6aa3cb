package org.shishi.paper.lists;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** An Excel workbook as it is written since 2007. */
final class ExcelList implements Iterator<ListFile.Raw> {
    private final Iterator<Row> rows;
    private final boolean since1904;

    private ExcelList(Iterator<Row> rows, boolean since1904) {
        this.rows = rows;
        this.since1904 = since1904;
    }

    static ListFile open(Path file, Written written) {
        try {
            ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
            Iterator<Row> rows = sheet(workbook, written).openStream().iterator();
            return ListFile.of(new ExcelList(rows, workbook.isDate1904()), written, workbook);
        } catch (NoList e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new NoList(NoList.Reason.BROKEN);
        }
    }

    private static Sheet sheet(ReadableWorkbook workbook, Written written) {
        if (written.sheet().isEmpty()) {
            return workbook.getFirstSheet();
        }
        String wanted = written.sheet().get();
        return workbook.findSheet(wanted).orElseThrow(() -> {
            List<String> there = workbook.getSheets().map(Sheet::getName).toList();
            return new NoList(NoList.Reason.NO_SHEET, wanted, String.join(", ", there));
        });
    }

    @Override
    public boolean hasNext() {
        try {
            return rows.hasNext();
        } catch (ExcelReaderException e) {
            throw new NoList(NoList.Reason.BROKEN);
        }
    }

    @Override
    public ListFile.Raw next() {
        Row row = rows.next();
        List<String> cells = IntStream.range(0, row.getCellCount())
                .mapToObj(i -> row.getOptionalCell(i).map(this::text).orElse(""))
                .toList();
        return new ListFile.Raw(row.getRowNum(), cells, true);
    }

    private String text(Cell cell) {
        Optional<BigDecimal> number = number(cell);
        if (number.isPresent()) {
            String format = Optional.ofNullable(cell.getDataFormatString()).orElse("");
            return ExcelDay.text(number.get(), format, since1904);
        }
        return cell.getType() == CellType.FORMULA
                ? Optional.ofNullable(cell.getRawValue()).orElse("")
                : Optional.ofNullable(cell.getText()).orElse("");
    }

    /** The number in a cell, or the one its formula last came to. */
    private static Optional<BigDecimal> number(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            return Optional.of(cell.asNumber());
        }
        return cell.getType() == CellType.FORMULA && cell.getValue() instanceof BigDecimal number
                ? Optional.of(number)
                : Optional.empty();
    }
}
