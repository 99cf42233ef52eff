package org.stockwright.valuation.internal.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.Rounding;
import org.stockwright.catalog.ItemFinder;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Units;
import org.stockwright.exchange.ExchangeRefusal;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.Nearest;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.valuation.CostFileRefusal;
import org.stockwright.valuation.PeriodicInventory;
import org.stockwright.valuation.PeriodicInventory.Count;
import org.stockwright.valuation.ValuationPermission;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/** What was counted for the end of a period, from a file. */
@Component
public final class PeriodCountsImport implements ImportKind {

    private static final int DAY_LENGTH = 10;

    private final PeriodicInventory inventory;
    private final Items items;
    private final Units units;
    private final Locations locations;

    @Activate
    public PeriodCountsImport(@Reference PeriodicInventory inventory, @Reference Items items, @Reference Units units,
        @Reference Locations locations) {
        this.inventory = inventory;
        this.items = items;
        this.units = units;
        this.locations = locations;
    }

    @Override
    public String id() {
        return "period-counts";
    }

    @Override
    public String title() {
        return "Counts at the End of a Period";
    }

    @Override
    public String permission() {
        return ValuationPermission.CLOSE;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(required("item", "code, alias or barcode"), required("quantity", "what is there; 0 for nothing"),
            required("period", "the last day of the period; the same in each row"),
            optional("unit", "default the item's base unit, or the pack whose barcode it is"),
            optional("lot", "the lot or serial number, for items that have them"),
            optional("location", "where it was counted; default all places together"));
    }

    private static Outcome<LocalDate> day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (text.length() == DAY_LENGTH) {
                return Outcome.done(day);
            }
        } catch (DateTimeException e) {
            // why it is none says less than an example does
        }
        return Outcome.refused(Refusal.of(ExchangeRefusal.NOT_AN_INSTANT, text).hint("Write 2026-01-31."));
    }

    /** The rows of a file as they are read. */
    private final class Reader {

        private final RowErrors errors;
        private final ItemFinder finder;
        private final Nearest nearest = new Nearest();
        private ImportRow first;

        Reader(RowErrors errors, List<ImportRow> rows) {
            this.errors = errors;
            this.finder = new ItemFinder(items, units, rows);
        }

        Optional<LocalDate> period(ImportRow row) {
            first = first == null ? row : first;
            if (!row.get("period").equals(first.get("period"))) {
                errors.add(row, "period", Refusal.of(CostFileRefusal.DIFFERS, "The file", "period", first.line())
                    .hint("Put each period into a file of its own."));
                return Optional.empty();
            }
            return errors.value(row, "period", day(row.get("period")));
        }

        Optional<Count> count(ImportRow row) {
            Optional<ItemFinder.Found> found = errors.value(row, "item", finder.find(row.get("item")));
            Optional<Quantity> quantity = found
                .flatMap(item -> errors.value(row, "unit", finder.unit(item, row.get("unit"))))
                .flatMap(unit -> errors.value(row, "quantity", Quantity.parse(row.get("quantity"), unit)
                    .then(counted -> counted.in(found.get().item().unit(), Rounding.EXACT))));
            Optional<LocationId> location = location(row);
            return quantity.isPresent() && (location.isPresent() || !row.has("location"))
                ? Optional.of(new Count(found.get().item().id(), row.get("lot"), location, quantity.get().amount()))
                : Optional.empty();
        }

        private Optional<LocationId> location(ImportRow row) {
            String code = row.get("location");
            if (code.isEmpty()) {
                return Optional.empty();
            }
            Optional<LocationId> known = locations.byCode(code).map(Location::id);
            if (known.isEmpty()) {
                errors.add(row, "location", Refusal.of(LedgerRefusal.UNKNOWN_LOCATION, code).hint(nearest.hint(code,
                    locations.list().stream().map(Location::code).toList(),
                    "Make it first, or leave the cell empty.")));
            }
            return known;
        }

    }

    @Override
    public ImportResult run(List<ImportRow> rows, ImportMode mode, Progress progress) {
        progress.begin("Checking rows", rows.size());
        RowErrors errors = new RowErrors();
        RowBatch<Count> batch = new RowBatch<>(errors);
        Reader reader = new Reader(errors, rows);
        Optional<LocalDate> day = Optional.empty();
        for (ImportRow row : rows) {
            progress.check();
            Optional<LocalDate> period = reader.period(row);
            Optional<Count> count = reader.count(row);
            day = day.isPresent() ? day : period;
            if (period.isPresent() && count.isPresent() && batch.isFirst(row, "item",
                List.of(count.get().item(), count.get().lot(), count.get().location()))) {
                batch.add(row, count.get(), false);
            }
            progress.worked(1);
        }
        Storing storing = new Storing(inventory, day.orElse(LocalDate.EPOCH));
        Optional<Refusal> shut = day.flatMap(last -> storing.rehearse(List.of()).refusals().stream().findFirst());
        if (shut.isPresent()) {
            refuse(rows, mode, errors, shut.get());
            return new RowBatch<Count>(errors).store(rows.size(), mode, storing);
        }
        return batch.store(rows.size(), mode, storing);
    }

    /** The period takes no counts: that is told at the first row, and at all of them when good rows would be kept. */
    private static void refuse(List<ImportRow> rows, ImportMode mode, RowErrors errors, Refusal why) {
        ImportRow first = rows.getFirst();
        errors.add(first, "period", why);
        if (mode == ImportMode.KEEP_GOOD) {
            rows.stream().skip(1).forEach(row -> errors.add(row, "period", RowBatch.partRefused(first)));
        }
    }

    /** How they are stored. */
    private record Storing(PeriodicInventory inventory, LocalDate day) implements RowBatch.Storing<Count> {

        @Override
        public Outcome<Integer> store(List<Count> values) {
            return inventory.saveCounts(day, values);
        }

        @Override
        public Outcome<Integer> rehearse(List<Count> values) {
            return inventory.rehearseCounts(day, values);
        }

        @Override
        public String column(Refusal refusal) {
            return refusal.code().name().equals("BAD_COUNT") ? "quantity" : "period";
        }

    }

}
