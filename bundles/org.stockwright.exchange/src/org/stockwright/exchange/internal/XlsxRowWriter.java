package org.stockwright.exchange.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.stockwright.base.SpreadsheetText;
import org.stockwright.exchange.RowWriter;

/**
 * A workbook with one sheet, streamed: frozen bold header, numbers and dates as such, widths by content. A number with
 * more digits than a spreadsheet keeps, and an instant (which has an offset that a spreadsheet's date lacks) are texts.
 */
final class XlsxRowWriter implements RowWriter {

    private static final int KEPT_ROWS = 100;
    private static final int MOST_ROWS = 1_048_576;
    private static final int DIGITS = 15;
    private static final int NARROWEST = 8;
    private static final int WIDEST = 60;
    private static final int WIDTH_UNIT = 256;

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(KEPT_ROWS);
    private final OutputStream out;
    private final SXSSFSheet sheet;
    private final CellStyle date;
    private final CellStyle quoted;
    private final int[] widths;
    private int next;

    XlsxRowWriter(String name, List<String> columns, OutputStream out) {
        this.out = out;
        workbook.setCompressTempFiles(true);
        String safe = name.replaceAll("[\\\\/*?:\\[\\]\\p{Cntrl}]", " ").strip();
        sheet = workbook.createSheet(safe.isEmpty() ? "Table" : safe.substring(0, Math.min(31, safe.length())));
        date = workbook.createCellStyle();
        date.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
        quoted = workbook.createCellStyle();
        quoted.setQuotePrefixed(true);
        widths = new int[columns.size()];
        CellStyle bold = workbook.createCellStyle();
        Font font = workbook.createFont();
        font.setBold(true);
        bold.setFont(font);
        Row header = sheet.createRow(next++);
        for (int i = 0; i < widths.length; i++) {
            Cell cell = header.createCell(i);
            cell.setCellValue(columns.get(i));
            cell.setCellStyle(bold);
            widths[i] = Math.max(NARROWEST, columns.get(i).length() + 2);
        }
        sheet.createFreezePane(0, 1);
    }

    @Override
    public void write(Object... cells) throws IOException {
        if (next == MOST_ROWS) {
            throw new IOException("A sheet holds no more than " + MOST_ROWS + " rows; export CSV instead.");
        }
        Row row = sheet.createRow(next++);
        for (int i = 0; i < widths.length; i++) {
            if (cells[i] != null) {
                fill(row.createCell(i), cells[i]);
                widths[i] = Math.max(widths[i], Math.min(WIDEST, cells[i].toString().length() + 2));
            }
        }
    }

    private void fill(Cell cell, Object value) throws IOException {
        switch (value) {
            case BigDecimal number -> number(cell, number);
            case Integer number -> cell.setCellValue(number);
            case Long number -> number(cell, BigDecimal.valueOf(number));
            case Boolean flag -> cell.setCellValue(flag);
            case LocalDate day -> {
                if (day.getYear() < 1901 || day.getYear() > 9999) {
                    cell.setCellValue(day.toString());
                } else {
                    cell.setCellValue(day);
                    cell.setCellStyle(date);
                }
            }
            default -> text(cell, value.toString());
        }
    }

    private static void number(Cell cell, BigDecimal number) {
        if (number.stripTrailingZeros().precision() > DIGITS) {
            cell.setCellValue(number.toPlainString());
        } else {
            cell.setCellValue(number.doubleValue());
        }
    }

    private void text(Cell cell, String text) throws IOException {
        if (text.length() > Limits.CELL_CHARACTERS) {
            throw new IOException("A cell of a sheet holds no more than " + Limits.CELL_CHARACTERS
                + " characters; export CSV instead.");
        }
        cell.setCellValue(text);
        if (SpreadsheetText.isDangerous(text)) {
            cell.setCellStyle(quoted);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            for (int i = 0; i < widths.length; i++) {
                sheet.setColumnWidth(i, widths[i] * WIDTH_UNIT);
            }
            workbook.write(new OpenStream(out));
        } finally {
            workbook.close();
        }
        out.flush();
    }

}
