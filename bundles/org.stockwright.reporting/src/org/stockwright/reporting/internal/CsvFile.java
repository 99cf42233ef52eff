package org.stockwright.reporting.internal;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;

import org.stockwright.base.SpreadsheetText;
import org.stockwright.reporting.spi.ReportDataSet;

/**
 * Writes the rows of a data set as CSV (RFC 4180, UTF-8, header row). Text that a spreadsheet would take for a formula
 * gets a leading apostrophe; numbers stay plain numbers; instants are ISO 8601 with the offset of the company's zone.
 */
final class CsvFile implements Closeable {

    private final List<ReportDataSet.Column> columns;
    private final ZoneId zone;
    private final BufferedWriter out;
    private boolean finished;

    CsvFile(Path file, ReportDataSet shape, ZoneId zone) throws IOException {
        this.columns = shape.columns();
        this.zone = zone;
        this.out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        line(columns.stream().map(ReportDataSet.Column::name).toArray());
    }

    /** Writes a row, without the cells of layout columns. */
    void row(Object[] cells) throws IOException {
        line(cells);
    }

    /** All rows were written. */
    void finish() throws IOException {
        out.flush();
        finished = true;
    }

    /** Whether the file has all rows. */
    boolean isFinished() {
        return finished;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void line(Object[] cells) throws IOException {
        boolean first = true;
        for (int i = 0; i < cells.length; i++) {
            if (columns.get(i).layout()) {
                continue;
            }
            if (!first) {
                out.write(',');
            }
            first = false;
            out.write(cell(cells[i]));
        }
        out.write("\r\n");
    }

    private String cell(Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Long number -> number.toString();
            case Date date -> DateTimeFormatter.ISO_OFFSET_DATE_TIME
                .format(date.toInstant().truncatedTo(ChronoUnit.MILLIS).atZone(zone));
            default -> quoted(SpreadsheetText.protect(value.toString()));
        };
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
            && text.equals(text.strip());
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

}
