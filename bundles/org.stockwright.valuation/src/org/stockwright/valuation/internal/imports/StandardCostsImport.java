package org.stockwright.valuation.internal.imports;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.ItemFinder;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Units;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.CostFileRefusal;
import org.stockwright.valuation.CostSettings;
import org.stockwright.valuation.CostSettings.Standard;
import org.stockwright.valuation.ValuationPermission;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/** Standard costs from a file; items that are valued by them are valued anew from their dates on. */
@Component
public final class StandardCostsImport implements ImportKind {

    private final CostSettings settings;
    private final Items items;
    private final Units units;
    private final CompanyProfiles profiles;

    @Activate
    public StandardCostsImport(@Reference CostSettings settings, @Reference Items items, @Reference Units units,
        @Reference CompanyProfiles profiles) {
        this.settings = settings;
        this.items = items;
        this.units = units;
        this.profiles = profiles;
    }

    @Override
    public String id() {
        return "standard-costs";
    }

    @Override
    public String title() {
        return "Standard Costs";
    }

    @Override
    public String permission() {
        return ValuationPermission.POLICIES;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(required("item", "code, alias or barcode"),
            optional("effective", "from when: a date (start of the day) or an instant; default always"),
            optional("cost", "per base unit, all of it material; or else its parts"),
            optional("material", "per base unit"), optional("freight", "per base unit"),
            optional("labour", "per base unit"), optional("overhead", "per base unit"));
    }

    @Override
    public ImportResult run(List<ImportRow> rows, ImportMode mode, Progress progress) {
        progress.begin("Checking rows", rows.size());
        RowErrors errors = new RowErrors();
        Cells cells = new Cells(profiles, errors);
        RowBatch<Standard> batch = new RowBatch<>(errors);
        ItemFinder finder = new ItemFinder(items, units, rows);
        Map<ItemId, TreeMap<Instant, Cost>> stored = new HashMap<>();
        for (ImportRow row : rows) {
            progress.check();
            int before = errors.count();
            Optional<ItemFinder.Found> found = errors.value(row, "item", finder.find(row.get("item")));
            Optional<Instant> effective = cells.instant(row, "effective");
            Optional<Cost> cost = cost(row, cells, errors);
            if (errors.count() == before && found.isPresent() && cost.isPresent()) {
                Standard standard = new Standard(found.get().item().id(), effective, cost.get());
                if (batch.isFirst(row, "item", List.of(standard.item(), effective))) {
                    batch.add(row, standard, isKnown(standard, stored));
                }
            }
            progress.worked(1);
        }
        return batch.store(rows.size(), mode, new Storing(settings, progress));
    }

    /** Whether the item has this cost from this very instant on. */
    private boolean isKnown(Standard standard, Map<ItemId, TreeMap<Instant, Cost>> stored) {
        return standard.cost().equals(stored.computeIfAbsent(standard.item(), item -> {
            TreeMap<Instant, Cost> costs = new TreeMap<>();
            settings.standards(item).forEach(each -> costs.put(each.from().orElse(Instant.MIN), each.cost()));
            return costs;
        }).get(standard.from().orElse(Instant.MIN)));
    }

    private static Optional<Cost> cost(ImportRow row, Cells cells, RowErrors errors) {
        int before = errors.count();
        Optional<BigDecimal> total = cells.number(row, "cost");
        Cost parts = cells.parts(row);
        if (errors.count() > before) {
            return Optional.empty();
        }
        if (total.isPresent() == Cells.hasParts(row)) {
            errors.add(row, "cost", Refusal
                .of(total.isPresent() ? CostFileRefusal.COST_AND_PARTS : CostFileRefusal.AMOUNT_MISSING)
                .hint("Write either cost, or material, freight, labour and overhead."));
            return Optional.empty();
        }
        Cost cost = total.map(Cost::of).orElse(parts);
        Optional<BigDecimal> negative = Stream
            .of(cost.material(), cost.freight(), cost.labour(), cost.overhead())
            .filter(part -> part.signum() < 0).findFirst();
        negative.ifPresent(part -> errors.add(row, total.isPresent() ? "cost" : negative(cost),
            Refusal.of(CostFileRefusal.NEGATIVE_COST, part.toPlainString()).hint("Write 0 or more.")));
        return negative.isPresent() ? Optional.empty() : Optional.of(cost);
    }

    private static String negative(Cost cost) {
        if (cost.material().signum() < 0) {
            return "material";
        }
        return cost.freight().signum() < 0 ? "freight" : cost.labour().signum() < 0 ? "labour" : "overhead";
    }

    /** How they are stored. */
    private static final class Storing implements RowBatch.Storing<Standard> {

        private final CostSettings settings;
        private final Progress progress;

        Storing(CostSettings settings, Progress progress) {
            this.settings = settings;
            this.progress = progress;
        }

        @Override
        public Outcome<Integer> store(List<Standard> values) {
            return settings.setStandards(values, progress);
        }

        @Override
        public Outcome<Integer> rehearse(List<Standard> values) {
            return settings.rehearseStandards(values, progress);
        }

        @Override
        public String column(Refusal refusal) {
            return switch (refusal.code().name()) {
                case "PERIOD_CLOSED", "PERIOD_SOFT_CLOSED", "BAD_INSTANT" -> "effective";
                case "BAD_AMOUNT" -> "cost";
                default -> "item";
            };
        }

    }

}
