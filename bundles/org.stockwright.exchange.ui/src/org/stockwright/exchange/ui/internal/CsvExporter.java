package org.stockwright.exchange.ui.internal;

import java.nio.file.Path;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.exchange.Exports;
import org.stockwright.ui.grid.Exporter;

/** Writes grids as CSV files. */
@Component
public final class CsvExporter implements Exporter {

    private static final String EXTENSION = "csv"; //$NON-NLS-1$

    private final Exports exports;

    /** Writes by the export engine. */
    @Activate
    public CsvExporter(@Reference Exports exports) {
        this.exports = exports;
    }

    @Override
    public String label() {
        return Messages.Export_csv;
    }

    @Override
    public String extension() {
        return EXTENSION;
    }

    @Override
    public Outcome<Path> write(Table table, Path file, Progress progress) {
        return GridFile.write(exports, table, file, EXTENSION, progress);
    }

}
