package org.stockwright.catalog.internal;

import java.sql.SQLException;
import java.util.List;

import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Progress;
import org.stockwright.catalog.CatalogPermission;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.persistence.Transaction;

/** A kind of file of master data, for those who may change master data. */
abstract class CatalogImport implements ImportKind {

    private final String id;
    private final String title;
    private final List<ImportColumn> columns;
    private final Topic topic;
    private final FileImport file;

    /**
     * A kind of file.
     *
     * @param topic what is changed by storing it
     */
    CatalogImport(String id, String title, List<ImportColumn> columns, Topic topic, FileImport file) {
        this.id = id;
        this.title = title;
        this.columns = columns;
        this.topic = topic;
        this.file = file;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String title() {
        return title;
    }

    @Override
    public final String permission() {
        return CatalogPermission.EDIT;
    }

    @Override
    public final List<ImportColumn> columns() {
        return columns;
    }

    @Override
    public final ImportResult run(List<ImportRow> rows, ImportMode mode, Progress progress) {
        return file.run(mode, topic, tx -> store(tx, rows, mode, progress));
    }

    /** Checks the rows and writes what the mode allows. */
    abstract ImportResult store(Transaction tx, List<ImportRow> rows, ImportMode mode, Progress progress)
        throws SQLException;

}
