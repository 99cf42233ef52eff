package org.stockwright.cli.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.stockwright.exchange.RowWriter;

/**
 * Aligned text for people: numbers to the right, the rest to the left. Widths come from the first rows; a longer cell
 * further down pushes its row apart rather than being cut.
 */
final class TableRowWriter implements RowWriter {

    private static final int SAMPLE = 1_000;
    private static final String GAP = "  ";

    private final List<String> columns;
    private final OutputStream out;
    private final List<Object[]> sample = new ArrayList<>();
    private final int[] widths;
    private final boolean[] numbers;
    private boolean begun;

    TableRowWriter(List<String> columns, OutputStream out) {
        this.columns = columns;
        this.out = out;
        this.widths = columns.stream().mapToInt(TableRowWriter::width).toArray();
        this.numbers = new boolean[columns.size()];
    }

    @Override
    public void write(Object... cells) throws IOException {
        if (begun) {
            line(cells);
            return;
        }
        sample.add(cells.clone());
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], width(text(cells[i])));
            numbers[i] |= cells[i] instanceof Number;
        }
        if (sample.size() == SAMPLE) {
            begin();
        }
    }

    private void begin() throws IOException {
        begun = true;
        line(columns.toArray());
        StringBuilder rule = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            rule.append(i == 0 ? "" : GAP).append("-".repeat(widths[i]));
        }
        print(rule);
        for (Object[] row : sample) {
            line(row);
        }
        sample.clear();
    }

    private void line(Object[] cells) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String text = text(cells[i]);
            String padding = " ".repeat(Math.max(0, widths[i] - width(text)));
            line.append(i == 0 ? "" : GAP).append(numbers[i] ? padding + text : text + padding);
        }
        print(line);
    }

    private void print(StringBuilder line) throws IOException {
        out.write(line.toString().stripTrailing().getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }

    private static String text(Object cell) {
        return switch (cell) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            // a terminal obeys control characters; a text from a file must not command it
            default -> cell.toString().replaceAll("\\p{Cntrl}", " ");
        };
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    @Override
    public void close() throws IOException {
        if (!begun) {
            begin();
        }
        out.flush();
    }

}
