package org.stockwright.exchange.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.stockwright.base.Progress;
import org.stockwright.base.SpreadsheetText;
import org.stockwright.exchange.ExportTable;
import org.stockwright.exchange.Exports;
import org.stockwright.exchange.RowWriter;
import org.stockwright.security.spi.Guarded;

/** Writes tables in all formats. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.exchange.Exports")
public final class ExportsComponent implements Exports, Guarded {

    private static final int CHECK_EVERY = 256;

    /** Needs no other service. */
    @Activate
    public ExportsComponent() {
        // nothing to prepare
    }

    @Override
    public RowWriter open(String name, List<String> columns, Format format, OutputStream out) throws IOException {
        return RowWriters.open(format, name, columns, out, SpreadsheetText::protect);
    }

    @Override
    public void write(ExportTable table, Format format, OutputStream out, Progress progress) throws IOException {
        progress.begin("Writing " + table.name(), -1);
        try (RowWriter writer = open(table.name(), table.columns(), format, out)) {
            int count = 0;
            for (Object[] row : table.rows()) {
                writer.write(row);
                if (++count % CHECK_EVERY == 0) {
                    progress.worked(CHECK_EVERY);
                    progress.check();
                }
            }
        }
    }

    @Override
    public void write(ExportTable table, Path file, Progress progress) throws IOException {
        WholeFile.write(file, out -> write(table, RowWriters.formatOf(file), out, progress));
    }

}
