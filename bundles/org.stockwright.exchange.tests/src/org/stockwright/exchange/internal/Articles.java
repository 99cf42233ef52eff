package org.stockwright.exchange.internal;

import java.util.ArrayList;
import java.util.List;

import org.stockwright.base.Progress;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;

/** A kind that keeps what it is given. */
final class Articles implements ImportKind {

    final List<String> stored = new ArrayList<>();
    final List<Long> checked = new ArrayList<>();
    ImportMode mode;

    @Override
    public String id() {
        return "articles";
    }

    @Override
    public String title() {
        return "Articles";
    }

    @Override
    public String permission() {
        return "exchange.import";
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(ImportColumn.required("item", "the code."), ImportColumn.required("name", "the name."),
            ImportColumn.optional("quantity", "how many; 0 when empty."),
            ImportColumn.optional("safety_stock", "the least; none when empty."),
            ImportColumn.optional("lead_time_days", "days; 0 when empty."),
            ImportColumn.optional("reason", "why."));
    }

    @Override
    public ImportResult run(List<ImportRow> rows, ImportMode wanted, Progress progress) {
        mode = wanted;
        for (ImportRow row : rows) {
            checked.add(row.line());
            if (wanted != ImportMode.DRY_RUN) {
                stored.add(row.get("item") + "|" + row.get("name") + "|" + row.get("quantity"));
            }
        }
        return new ImportResult(rows.size(), rows.size(), 0, List.of(), List.of());
    }

}
