package org.stockwright.exchange.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.SpreadsheetText;
import org.stockwright.exchange.ExportTable;
import org.stockwright.exchange.Exports;
import org.stockwright.exchange.RowWriter;
import org.stockwright.exchange.spi.WholeFile;
import org.stockwright.persistence.AuditAction;
import org.stockwright.security.spi.AuditTeller;
import org.stockwright.security.spi.Guarded;

/** Writes tables in all formats. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.exchange.Exports")
public final class ExportsComponent implements Exports, Guarded {

    /** What the audit trail calls an export. */
    static final String SUBJECT = "export";

    private static final int CHECK_EVERY = 256;

    private final AuditTeller audit;

    /** Tells of each export before its first row. */
    @Activate
    public ExportsComponent(@Reference AuditTeller audit) {
        this.audit = audit;
    }

    @Override
    public RowWriter open(String name, List<String> columns, Format format, OutputStream out) throws IOException {
        return open(name, columns, format, "", out);
    }

    private RowWriter open(String name, List<String> columns, Format format, String file, OutputStream out)
        throws IOException {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("format", format.name().toLowerCase(Locale.ROOT));
        details.put("columns", String.join(",", columns));
        if (!file.isEmpty()) {
            details.put("file", file);
        }
        Outcome<String> told = audit.tell(AuditAction.EXPORTED, SUBJECT, name, details);
        if (!told.isDone()) {
            throw new IOException("Nothing was written, since it could not be told in the audit trail: "
                + told.refusals().getFirst());
        }
        return new ToldRowWriter(answer(name, columns, format, out), audit, name);
    }

    @Override
    public RowWriter answer(String name, List<String> columns, Format format, OutputStream out) throws IOException {
        return RowWriters.open(format, name, columns, out, SpreadsheetText::protect);
    }

    @Override
    public void write(ExportTable table, Format format, OutputStream out, Progress progress) throws IOException {
        write(table, format, "", out, progress);
    }

    private void write(ExportTable table, Format format, String file, OutputStream out, Progress progress)
        throws IOException {
        progress.begin("Writing " + table.name(), -1);
        try (RowWriter writer = open(table.name(), table.columns(), format, file, out)) {
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
        String name = String.valueOf(file.getFileName());
        WholeFile.write(file, out -> write(table, RowWriters.formatOf(file), name, out, progress));
    }

}
