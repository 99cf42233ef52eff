package org.stockwright.ledger.internal.limits;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Decimals;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.ItemFinder;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Units;
import org.stockwright.exchange.spi.FileWords;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.ledger.BinLimits.BinLimit;
import org.stockwright.ledger.LedgerPermission;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.internal.imports.PlaceFinder;
import org.stockwright.ledger.internal.places.PremisesIndex;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/** The limits of places from a file. An empty cell changes nothing. */
@Component
public final class LocationLimitsImport implements ImportKind {

    private final UnitOfWork work;
    private final PremisesIndex index;
    private final Locations locations;
    private final Items items;
    private final Units units;

    @Activate
    public LocationLimitsImport(@Reference UnitOfWork work, @Reference PremisesIndex index,
        @Reference Locations locations, @Reference Items items, @Reference Units units) {
        this.work = work;
        this.index = index;
        this.locations = locations;
        this.items = items;
        this.units = units;
    }

    @Override
    public String id() {
        return "location-limits";
    }

    @Override
    public String title() {
        return "Limits of locations";
    }

    @Override
    public String permission() {
        return LedgerPermission.PLACES;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(required("location", "the code of the place"),
            optional("max_weight_kg", "kilograms that it can carry"),
            optional("max_volume_l", "litres that it can hold"),
            optional("max_count", "base units of all items together"),
            optional("one_item_only", "whether one item only may lie there at a time: yes or no"),
            optional("one_lot_only", "whether one lot only may lie there at a time: yes or no"),
            optional("temperature_class", "how cold it is there and in its parts: ambient, chilled, frozen, or a word "
                + "of your own"),
            optional("hazard_classes", "classes of dangerous goods that may lie there and in its parts, with | between "
                + "them"),
            optional("fixed_item", "code of the only item that may lie there"));
    }

    /** What a row says; a cell that is empty says nothing. */
    private record Wish(LocationId location, Optional<BigDecimal> maxWeight, Optional<BigDecimal> maxVolume,
        Optional<BigDecimal> maxCount, Optional<Boolean> oneItemOnly, Optional<Boolean> oneLotOnly,
        Optional<String> temperatureClass, Optional<Set<String>> hazardClasses, Optional<ItemId> fixedItem) {

        private BinLimit over(BinLimit old) {
            return new BinLimit(location, maxWeight.or(old::maxWeight), maxVolume.or(old::maxVolume),
                maxCount.or(old::maxCount), oneItemOnly.orElse(old.oneItemOnly()),
                oneLotOnly.orElse(old.oneLotOnly()), temperatureClass.orElse(old.temperatureClass()),
                hazardClasses.orElse(old.hazardClasses()), fixedItem.or(old::fixedItem));
        }

    }

    @Override
    public ImportResult run(List<ImportRow> rows, ImportMode mode, Progress progress) {
        progress.begin("Checking rows", rows.size());
        RowErrors errors = new RowErrors();
        PlaceFinder places = new PlaceFinder(locations);
        ItemFinder finder = new ItemFinder(items, units, List.of());
        Map<ImportRow, Wish> wishes = new LinkedHashMap<>();
        for (ImportRow row : rows) {
            progress.check();
            wish(row, places, finder, errors).ifPresent(wish -> wishes.put(row, wish));
            progress.worked(1);
        }
        List<Refusal> unreadable = List.copyOf(errors.list());
        UnitOfWork.Work<Outcome<ImportResult>> storing = transaction -> Outcome
            .done(store(transaction, rows, wishes, mode, unreadable));
        return (mode == ImportMode.DRY_RUN ? work.attempt(storing) : work.write(storing)).value();
    }

    private static Optional<Wish> wish(ImportRow row, PlaceFinder places, ItemFinder finder, RowErrors errors) {
        int before = errors.count();
        if (!row.has("location")) {
            errors.add(row, "location", Refusal.of(CatalogRefusal.MISSING, "location").hint("Fill the cell."));
        }
        Optional<LocationId> place = errors.value(row, "location", places.find(row.get("location")))
            .flatMap(found -> found);
        Optional<BigDecimal> weight = number(row, "max_weight_kg", errors);
        Optional<BigDecimal> volume = number(row, "max_volume_l", errors);
        Optional<BigDecimal> count = number(row, "max_count", errors);
        Optional<Boolean> oneItem = flag(row, "one_item_only", errors);
        Optional<Boolean> oneLot = flag(row, "one_lot_only", errors);
        Optional<ItemId> item = row.has("fixed_item")
            ? errors.value(row, "fixed_item", finder.find(row.get("fixed_item"))).map(found -> found.item().id())
            : Optional.empty();
        Optional<Set<String>> hazards = text(row, "hazard_classes").map(text -> Arrays.stream(text.split("\\|"))
            .map(String::strip).filter(word -> !word.isEmpty()).collect(Collectors.toSet()));
        return errors.count() > before ? Optional.empty() : place.map(location -> new Wish(location, weight, volume,
            count, oneItem, oneLot, text(row, "temperature_class"), hazards, item));
    }

    private static Optional<String> text(ImportRow row, String column) {
        return row.has(column) ? Optional.of(row.get(column)) : Optional.empty();
    }

    private static Optional<BigDecimal> number(ImportRow row, String column, RowErrors errors) {
        return row.has(column) ? errors.value(row, column, Decimals.parse(row.get(column))) : Optional.empty();
    }

    private static Optional<Boolean> flag(ImportRow row, String column, RowErrors errors) {
        if (!row.has(column)) {
            return Optional.empty();
        }
        Boolean flag = FileWords.YES_OR_NO.get(row.get(column).toLowerCase(Locale.ROOT));
        return flag != null ? Optional.of(flag) : errors.value(row, column, Outcome.refused(
            Refusal.of(CatalogRefusal.UNKNOWN_VALUE, row.get(column), "yes or no").hint("Write yes or no.")));
    }

    private ImportResult store(Transaction transaction, List<ImportRow> rows, Map<ImportRow, Wish> wishes,
        ImportMode mode, List<Refusal> unreadable) throws SQLException {
        RowErrors errors = new RowErrors();
        errors.list().addAll(unreadable);
        LimitSaving saving = new LimitSaving(transaction, index.current(transaction).tree(),
            wishes.values().stream().map(Wish::location).toList(),
            wishes.values().stream().flatMap(wish -> wish.fixedItem().stream()).toList());
        int sound = 0;
        for (Map.Entry<ImportRow, Wish> entry : wishes.entrySet()) {
            int before = errors.count();
            BiConsumer<String, Refusal> findings = (column, refusal) -> errors.add(entry.getKey(), column, refusal);
            saving.add(entry.getValue().over(saving.own(entry.getValue().location())), findings);
            sound += errors.count() == before ? 1 : 0;
        }
        int changed = saving.taken();
        boolean nothing = mode == ImportMode.ALL_OR_NOTHING && errors.count() > 0;
        if (!nothing) {
            saving.store();
        }
        return new ImportResult(rows.size(), nothing ? 0 : changed, sound - changed,
            errors.list().stream().sorted((a, b) -> Long.compare(a.place().line(), b.place().line())).toList(),
            List.of());
    }

}
