package org.stockwright.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.security.Requires;

/** The one import engine behind the wizard, the command line and pasting. Thread-safe. */
@ProviderType
@Requires(ExchangePermission.IMPORT)
public interface Imports {

    /** All kinds that the installed areas contribute, by id. */
    List<ImportKind> kinds();

    /** The kind with this id. */
    Optional<ImportKind> kind(String id);

    /** Reads a CSV or XLSX file (told apart by content), its first row as header. Refuses what is no table. */
    Outcome<SourceTable> read(Path file, Progress progress) throws IOException;

    /**
     * Reads a CSV or XLSX file row by row and holds none of them, for kinds of work that are no import.
     *
     * @param rows takes each row, its cells found by the headers of the file, and throws nothing; it may have taken some
     *     before the file is refused
     * @return the header
     */
    Outcome<List<String>> each(Path file, Consumer<ImportRow> rows, Progress progress) throws IOException;

    /** Reads text that was copied from a spreadsheet (tab-separated) or a CSV text. */
    Outcome<SourceTable> paste(String text);

    /**
     * The mapping that suggests itself: file header to column name, by equal or nearly equal names. Headers without a
     * match are not in it.
     */
    Map<String, String> suggestMapping(ImportKind kind, SourceTable table);

    /**
     * Imports a table. Columns that nobody knows are errors with the nearest known name as a hint; so are missing
     * required ones. All errors come at once.
     *
     * @param mapping file header to column name, for headers that are not column names themselves; a header mapped to
     *            an empty name is ignored
     */
    ImportResult run(ImportKind kind, SourceTable table, Map<String, String> mapping, ImportMode mode,
        Progress progress);

    /**
     * Writes the rows that were refused, with a last column {@code reason}, so that they can be mended and imported
     * again.
     */
    void writeErrors(SourceTable table, ImportResult result, Path file) throws IOException;

}
