package org.stockwright.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Progress;
import org.stockwright.security.Requires;
import org.stockwright.security.Unguarded;

/**
 * Writes tables. Text that a spreadsheet would take for a formula (see {@link org.stockwright.base.SpreadsheetText}) is
 * neutralised: by a leading apostrophe in CSV, by a quoted text cell in XLSX; numbers stay numbers. Imports take the
 * apostrophe off again. JSON has texts as they are. Thread-safe.
 */
@ProviderType
@Requires(ExchangePermission.EXPORT)
public interface Exports {

    /** The formats of files. */
    enum Format {
        /** RFC 4180, UTF-8, header row. */
        CSV,
        /** One sheet with a frozen header and typed cells. */
        XLSX,
        /** One JSON object per row and line. */
        JSON
    }

    /**
     * Begins a table whose rows come one by one. The audit trail tells of it before its first row, as of all exports.
     *
     * @param name the sheet's name
     * @param columns stable ids, in order
     * @param out the stream to write to; it stays open
     */
    RowWriter open(String name, List<String> columns, Format format, OutputStream out) throws IOException;

    /**
     * Begins a table that says what a command did or what there is to choose from, and holds no data of the book: it
     * needs no permission, and the audit trail does not tell of it.
     *
     * @param name the sheet's name
     * @param columns stable ids, in order
     * @param out the stream to write to; it stays open
     */
    @Unguarded("Nothing of the book leaves with it.")
    RowWriter answer(String name, List<String> columns, Format format, OutputStream out) throws IOException;

    /** Writes a table to a stream, which stays open. */
    void write(ExportTable table, Format format, OutputStream out, Progress progress) throws IOException;

    /**
     * Writes a table to a file by its extension (csv, xlsx, json; anything else is CSV); the file is complete or as it
     * was before.
     */
    void write(ExportTable table, Path file, Progress progress) throws IOException;

}
