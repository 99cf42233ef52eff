package org.stockwright.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.stockwright.base.Progress;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;

/** Files of tests: lines with cells that are separated by commas and have none in them. */
public final class ImportFile {

    private ImportFile() {
    }

    /** The rows of a file with this header. */
    public static List<ImportRow> rows(String header, String... lines) {
        Map<String, Integer> positions = new HashMap<>();
        for (String column : header.split(",")) {
            positions.put(column, positions.size());
        }
        List<ImportRow> rows = new ArrayList<>();
        for (String line : lines) {
            rows.add(new ImportRow("file.csv", rows.size() + 2L, positions, line.split(",", -1)));
        }
        return rows;
    }

    /** The kind of the open book with this id. */
    public static ImportKind kind(String id) {
        BundleContext context = FrameworkUtil.getBundle(ImportFile.class).getBundleContext();
        try {
            return context.getServiceReferences(ImportKind.class, null).stream().map(context::getService)
                .filter(one -> id.equals(one.id())).findFirst().orElseThrow();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Imports a file into the open book. */
    public static ImportResult run(String kind, ImportMode mode, String header, String... lines) {
        return kind(kind).run(rows(header, lines), mode, Progress.NONE);
    }

    /** What is wrong, each as {@code line column CODE}. */
    public static List<String> told(ImportResult result) {
        return result.refusals().stream().map(refusal -> refusal.place().line() + " " + refusal.place().column() + " "
            + refusal.code().name()).toList();
    }

}
