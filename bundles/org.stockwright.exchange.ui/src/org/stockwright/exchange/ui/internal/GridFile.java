package org.stockwright.exchange.ui.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.exchange.ExchangeRefusal;
import org.stockwright.exchange.ExportTable;
import org.stockwright.exchange.Exports;
import org.stockwright.ui.grid.Exporter.Table;

/** Writes what a grid shows by the export engine, which makes formulas harmless. */
final class GridFile {

    private GridFile() {
    }

    static Outcome<Path> write(Exports exports, Table table, Path asked, String extension, Progress progress) {
        Path file = named(asked, extension);
        if (!file.equals(asked) && Files.exists(file)) {
            return Outcome.refused(Refusal.of(ExportRefusal.FILE_EXISTS, file).hint(Messages.Export_takenHint));
        }
        progress.begin(Messages.bind(Messages.Export_job, file.getFileName()), table.count());
        try {
            exports.write(new ExportTable(table.name(), table.titles(), () -> rows(table.rows(), progress)), file,
                progress);
            return Outcome.done(file);
        } catch (IOException e) {
            return Outcome.refused(Refusal.of(ExchangeRefusal.NOT_WRITTEN, file, String.valueOf(e.getMessage())));
        }
    }

    /** The file's name with its extension: the export engine tells the format by it. */
    private static Path named(Path file, String extension) {
        String name = String.valueOf(file.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith('.' + extension) ? file
            : file.resolveSibling(name + '.' + extension);
    }

    private static Iterator<Object[]> rows(Iterator<List<Object>> rows, Progress progress) {
        return new Iterator<>() {

            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Object[] next() {
                progress.check();
                return rows.next().toArray();
            }

        };
    }

}
