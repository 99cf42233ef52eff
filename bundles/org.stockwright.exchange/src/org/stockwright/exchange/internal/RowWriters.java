package org.stockwright.exchange.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

import org.stockwright.exchange.Exports.Format;
import org.stockwright.exchange.RowWriter;

/** Chooses the writer of a format. */
final class RowWriters {

    private RowWriters() {
    }

    /** The format that a file's extension names; CSV when it names none of ours. */
    static Format formatOf(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".xlsx")) {
            return Format.XLSX;
        }
        return name.endsWith(".json") || name.endsWith(".jsonl") ? Format.JSON : Format.CSV;
    }

    /**
     * Begins a table.
     *
     * @param protection what makes a text harmless in CSV
     */
    static RowWriter open(Format format, String name, List<String> columns, OutputStream out,
        UnaryOperator<String> protection) throws IOException {
        return switch (format) {
            case CSV -> new CsvRowWriter(columns, out, protection);
            case JSON -> new JsonRowWriter(columns, out);
            case XLSX -> new XlsxRowWriter(name, columns, out);
        };
    }

}
