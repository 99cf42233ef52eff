package org.stockwright.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Progress;

/**
 * Writes tables. Text that a spreadsheet would take for a formula is neutralised (a leading apostrophe in CSV, a text
 * cell in XLSX); numbers stay numbers. Imports take the apostrophe off again. Thread-safe.
 */
@ProviderType
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

    /** Writes a table to a stream, which stays open. */
    void write(ExportTable table, Format format, OutputStream out, Progress progress) throws IOException;

    /** Writes a table to a file by its extension; the file is complete or as it was before. */
    void write(ExportTable table, Path file, Progress progress) throws IOException;

}
