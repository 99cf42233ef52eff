package org.stockwright.catalog.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.stockwright.base.Progress;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;

/** Rows of a file for a test: a header line and the rows, cells with semicolons between them. */
final class ImportFile {

    private final Map<String, Integer> positions = new HashMap<>();
    private final List<ImportRow> rows = new ArrayList<>();

    private ImportFile(String header) {
        for (String column : header.split(";")) {
            positions.put(column.strip(), positions.size());
        }
    }

    static ImportFile of(String text) {
        List<String> lines = text.lines().toList();
        ImportFile file = new ImportFile(lines.getFirst());
        lines.stream().skip(1).forEach(line -> file.row(line.split(";", -1)));
        return file;
    }

    static ImportFile header(String header) {
        return new ImportFile(header);
    }

    ImportFile row(String... cells) {
        rows.add(new ImportRow("test.csv", rows.size() + 2L, positions, cells));
        return this;
    }

    ImportResult run(String kind, ImportMode mode) {
        return run(kind, mode, Progress.NONE);
    }

    ImportResult run(String kind, ImportMode mode, Progress progress) {
        return kind(kind).run(rows, mode, progress);
    }

    ImportResult store(String kind) {
        return run(kind, ImportMode.ALL_OR_NOTHING);
    }

    static ImportKind kind(String id) {
        BundleContext context = FrameworkUtil.getBundle(ImportFile.class).getBundleContext();
        try {
            for (ServiceReference<ImportKind> reference : context.getServiceReferences(ImportKind.class, null)) {
                ImportKind kind = context.getService(reference);
                if (kind != null && kind.id().equals(id)) {
                    return kind;
                }
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalStateException("no import kind " + id);
    }

}
