package org.stockwright.purchasing.internal.receiving;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.Decimals;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.KeyedImport;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;

/**
 * Documents of goods in from a file.
 *
 * @param <R> what is asked for by the rows of one document
 */
public abstract class DocumentImport<R> extends KeyedImport<R> {

    private final Locations locations;

    protected DocumentImport(Locations locations) {
        super("item");
        this.locations = locations;
    }

    /** Whether a cell that is needed is filled; notes it when it is not. */
    protected static boolean isThere(ImportRow row, String column, RowErrors errors) {
        if (!row.has(column)) {
            errors.add(row, column, Refusal.of(CatalogRefusal.MISSING, column).hint("Fill the cell."));
        }
        return row.has(column);
    }

    /** Notes rows that say something else than the first row of their document. */
    protected static void same(String key, List<ImportRow> rows, List<String> columns, RowErrors errors) {
        ImportRow first = rows.getFirst();
        for (ImportRow row : rows) {
            for (String column : columns) {
                if (row.has(column) && !row.get(column).equals(first.get(column))) {
                    errors.add(row, column, Refusal.of(CatalogRefusal.UNKNOWN_VALUE, row.get(column),
                        column + " of " + key).hint("Give the row a key of its own."));
                }
            }
        }
    }

    /** The number in a cell, if it is filled. */
    protected static Optional<BigDecimal> number(ImportRow row, String column, RowErrors errors) {
        return row.has(column) ? errors.value(row, column, Decimals.parse(row.get(column))) : Optional.empty();
    }

    /** The place in a cell, if it is filled. */
    protected final Optional<LocationId> place(ImportRow row, String column, RowErrors errors) {
        return row.has(column) ? errors.value(row, column, locations.byCode(row.get(column)).map(Location::id)
            .map(Outcome::done).orElseGet(() -> Outcome.refused(Refusal.of(LedgerRefusal.UNKNOWN_LOCATION,
                row.get(column)).hint("Import the location first."))))
            : Optional.empty();
    }

}
