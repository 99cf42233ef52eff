package org.stockwright.service.internal.cases;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.Micros;
import org.stockwright.base.Refusal;
import org.stockwright.documents.spi.DocumentImport;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.service.ServiceRefusal;

/**
 * A file whose rows with the same key are one request with data by name: each row may bring one value.
 *
 * @param <R> what is asked for
 */
abstract class CaseFiles<R> extends DocumentImport<R> {

    static final String NAME = "name";
    static final String VALUE = "value";

    CaseFiles(Services services) {
        super(services, NAME);
    }

    /** The data in rows with one key. */
    static Map<String, String> data(List<ImportRow> rows, RowErrors errors) {
        Map<String, String> data = new HashMap<>();
        for (ImportRow row : rows) {
            if (row.has(VALUE) && !row.has(NAME)) {
                isThere(row, NAME, errors);
            } else if (row.has(NAME) && data.putIfAbsent(row.get(NAME), row.get(VALUE)) != null) {
                errors.add(row, NAME, Refusal.of(ServiceRefusal.NAME_TWICE, row.get(NAME))
                    .hint("Rows with one key have each name once."));
            }
        }
        return data;
    }

    /** When it was, as the file says; else as it was when the same file was read before; else now, as exactly as it is kept. */
    final Instant effective(ImportRow row, RowErrors errors, Optional<Instant> before) {
        return row.has(EFFECTIVE) || before.isEmpty() ? Micros.toInstant(Micros.of(effective(row, errors)))
            : before.get();
    }

}
