package org.stockwright.exchange.ui.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.base.RefusalCode;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;

/** A kind of its own: shelves with a code and a width in whole centimetres. */
final class Shelves implements ImportKind {

    /** Why a shelf is refused. */
    enum Bad implements RefusalCode {
        NO_WIDTH;

        @Override
        public String sentence() {
            return "''{0}'' is no width";
        }

    }

    /** What was stored: code to width. */
    final Map<String, String> stored = new LinkedHashMap<>();

    @Override
    public String id() {
        return "shelves";
    }

    @Override
    public String title() {
        return "Shelves";
    }

    @Override
    public String permission() {
        return "exchange.import";
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(ImportColumn.required("code", "Its code."), ImportColumn.required("width", "In centimetres."),
            ImportColumn.optional("colour", "Empty for none."));
    }

    @Override
    public ImportResult run(List<ImportRow> rows, ImportMode mode, Progress progress) {
        progress.check();
        List<Refusal> refusals = new ArrayList<>();
        Map<String, String> good = new LinkedHashMap<>();
        long unchanged = 0;
        for (ImportRow row : rows) {
            if (!row.get("width").matches("\\d+")) {
                refusals.add(Refusal.of(Bad.NO_WIDTH, row.get("width")).hint("Write whole centimetres.")
                    .at(row.at("width")));
            } else if (row.get("width").equals(stored.get(row.get("code")))) {
                unchanged++;
            } else {
                good.put(row.get("code"), row.get("width"));
            }
        }
        boolean store = mode == ImportMode.KEEP_GOOD || mode == ImportMode.ALL_OR_NOTHING && refusals.isEmpty();
        if (store) {
            stored.putAll(good);
        }
        long count = mode == ImportMode.ALL_OR_NOTHING && !refusals.isEmpty() ? 0 : good.size();
        return new ImportResult(rows.size(), count, unchanged, refusals, List.of());
    }

}
