package org.stockwright.exchange.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

import org.stockwright.exchange.RowWriter;

import de.siegmar.fastcsv.writer.CsvWriter;

/** Rows as RFC 4180 has them: UTF-8, CRLF, quotes where needed. */
final class CsvRowWriter implements RowWriter {

    private final CsvWriter writer;
    private final UnaryOperator<String> protection;

    CsvRowWriter(List<String> columns, OutputStream out, UnaryOperator<String> protection) throws IOException {
        this.protection = protection;
        // closing the writer must not close what is below
        this.writer = CsvWriter.builder().build(new OpenStream(out), StandardCharsets.UTF_8);
        record(columns.stream().map(protection).toList());
    }

    @Override
    public void write(Object... cells) throws IOException {
        String[] texts = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            texts[i] = text(cells[i]);
        }
        record(List.of(texts));
    }

    private void record(List<String> texts) throws IOException {
        try {
            writer.writeRecord(texts);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private String text(Object cell) {
        return switch (cell) {
            case null -> "";
            case String text -> protection.apply(text);
            case BigDecimal number -> number.toPlainString();
            // instants and dates print as ISO 8601, whole numbers as digits
            default -> cell.toString();
        };
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

}
