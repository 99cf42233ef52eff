package org.stockwright.exchange.spi;

import java.util.List;

import org.osgi.annotation.versioning.ConsumerType;
import org.stockwright.base.Progress;

/**
 * One kind of file that can be imported. Register it as an OSGi service. The exchange area reads the file, maps the
 * columns, checks that required ones are there and no unknown ones; the kind checks and stores the rows.
 */
@ConsumerType
public interface ImportKind {

    /** The word of the command line, for example {@code items}. */
    String id();

    /** What the workbench calls it, for example {@code Items}. */
    String title();

    /**
     * The permission that whoever imports needs besides that of importing, for example {@code catalog.edit}; the engine
     * runs the kind for nobody else.
     */
    String permission();

    /** The columns, in the order in which they are documented. */
    List<ImportColumn> columns();

    /**
     * Checks all rows, reports every error of every row with line and column, and stores what the mode allows. A row
     * that says what is stored already changes nothing and counts as unchanged.
     *
     * @param rows all rows of the file
     * @param mode what to do with them
     * @throws Progress.Cancelled when the user cancelled: nothing was stored, or for kinds that store in batches a
     *             whole number of rows that a repetition skips
     */
    ImportResult run(List<ImportRow> rows, ImportMode mode, Progress progress);

}
