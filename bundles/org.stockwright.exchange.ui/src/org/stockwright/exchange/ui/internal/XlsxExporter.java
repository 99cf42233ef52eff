package org.stockwright.exchange.ui.internal;

import java.nio.file.Path;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.exchange.Exports;
import org.stockwright.ui.grid.Exporter;

/** Writes grids as Excel files. */
@Component
public final class XlsxExporter implements Exporter {

    private static final String EXTENSION = "xlsx"; //$NON-NLS-1$

    private final Exports exports;

    /** Writes by the export engine. */
    @Activate
    public XlsxExporter(@Reference Exports exports) {
        this.exports = exports;
    }

    @Override
    public String label() {
        return Messages.Export_xlsx;
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
