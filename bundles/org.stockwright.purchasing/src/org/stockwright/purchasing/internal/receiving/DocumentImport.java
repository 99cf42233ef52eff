package org.stockwright.purchasing.internal.receiving;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.Decimals;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;

/**
 * Documents from a file: rows with the same key are one. All are checked first; then each is stored by itself.
 *
 * @param <R> what is asked for by the rows of one document
 */
public abstract class DocumentImport<R> implements ImportKind {

    private final Locations locations;

    protected DocumentImport(Locations locations) {
        this.locations = locations;
    }

    /**
     * What became of a document.
     *
     * @param repeated whether it had been made before
     * @param warnings what deserves a look
     */
    public record Made(boolean repeated, List<Refusal> warnings) {
    }

    /** The request of rows with one key; empty when they have errors. */
    protected abstract Optional<R> request(String key, List<ImportRow> rows, RowErrors errors);

    /** Makes the document, or only tries; refusals carry the index of the row, from 1, as their line. */
    protected abstract Outcome<Made> make(R request, boolean store);

    private record Group<R>(List<ImportRow> rows, Optional<R> request) {
    }

    @Override
    public final ImportResult run(List<ImportRow> rows, ImportMode mode, Progress progress) {
        progress.begin(title(), rows.size());
        RowErrors errors = new RowErrors();
        List<Group<R>> groups = groups(rows, errors);
        List<Refusal> warnings = new ArrayList<>();
        if (mode == ImportMode.ALL_OR_NOTHING) {
            groups.forEach(group -> run(group, false, errors, new ArrayList<>()));
            if (errors.count() > 0) {
                return new ImportResult(rows.size(), 0, 0, errors.list(), List.of());
            }
        }
        long stored = 0;
        long repeated = 0;
        for (Group<R> group : groups) {
            progress.check();
            Optional<Made> made = run(group, mode != ImportMode.DRY_RUN, errors, warnings);
            if (made.isPresent() && made.get().repeated()) {
                repeated += group.rows().size();
            } else if (made.isPresent()) {
                stored += group.rows().size();
            }
            progress.worked(group.rows().size());
        }
        return new ImportResult(rows.size(), stored, repeated, errors.list(), warnings);
    }

    private Optional<Made> run(Group<R> group, boolean store, RowErrors errors, List<Refusal> warnings) {
        if (group.request().isEmpty()) {
            return Optional.empty();
        }
        Outcome<Made> outcome = make(group.request().get(), store);
        for (Refusal refusal : outcome.refusals()) {
            long line = refusal.place().line();
            errors.add(group.rows().get(line == 0 ? 0 : (int) line - 1), line == 0 ? "key" : "item", refusal);
        }
        if (!outcome.isDone()) {
            return Optional.empty();
        }
        outcome.value().warnings().forEach(warning -> warnings.add(warning.at(group.rows().getFirst().at())));
        return Optional.of(outcome.value());
    }

    private List<Group<R>> groups(List<ImportRow> rows, RowErrors errors) {
        Map<String, List<ImportRow>> byKey = new LinkedHashMap<>();
        for (ImportRow row : rows) {
            if (isThere(row, "key", errors)) {
                byKey.computeIfAbsent(row.get("key"), key -> new ArrayList<>()).add(row);
            }
        }
        List<Group<R>> groups = new ArrayList<>();
        byKey.forEach((key, some) -> groups.add(new Group<>(some, request(key, some, errors))));
        return groups;
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
