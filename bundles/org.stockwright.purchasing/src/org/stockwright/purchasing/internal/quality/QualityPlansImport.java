package org.stockwright.purchasing.internal.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Decimals;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.ItemFinder;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.Units;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.purchasing.Inspections.Extent;
import org.stockwright.purchasing.Inspections.Plan;
import org.stockwright.purchasing.ReceivingPermission;
import org.stockwright.purchasing.ReceivingRefusal;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/** Quality plans from a file; a plan takes the place of the one for the same goods. */
@Component
public final class QualityPlansImport implements ImportKind {

    private static final Map<String, Extent> EXTENTS = Map.of("all", Extent.ALL, "none", Extent.NONE, "every-nth",
        Extent.EVERY_NTH);

    private final UnitOfWork work;
    private final Items items;
    private final Units units;
    private final Partners partners;

    @Activate
    public QualityPlansImport(@Reference UnitOfWork work, @Reference Items items, @Reference Units units,
        @Reference Partners partners) {
        this.work = work;
        this.items = items;
        this.units = units;
        this.partners = partners;
    }

    @Override
    public String id() {
        return "quality-plans";
    }

    @Override
    public String title() {
        return "Quality plans";
    }

    @Override
    public String permission() {
        return ReceivingPermission.RULES;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(optional("item", "code of the item; empty for all"),
            optional("category", "path of the category, parts included; empty for all; not together with an item"),
            optional("supplier", "code of the supplier; empty for all"),
            required("inspect", "all, none or every-nth"),
            optional("every", "n of every-nth: the first receipt and then each n-th one is inspected"));
    }

    @Override
    public ImportResult run(List<ImportRow> rows, ImportMode mode, Progress progress) {
        progress.begin("Checking quality plans", rows.size());
        RowErrors errors = new RowErrors();
        ItemFinder finder = new ItemFinder(items, units, rows);
        List<Plan> plans = new ArrayList<>();
        for (ImportRow row : rows) {
            progress.check();
            int before = errors.count();
            Plan plan = plan(row, finder, errors);
            String wrong = InspectionsComponent.wrong(plan);
            if (!wrong.isEmpty() && errors.count() == before) {
                errors.add(row, "inspect", Refusal.of(ReceivingRefusal.BAD_PLAN, wrong).hint("Change the row."));
            }
            if (errors.count() == before) {
                plans.add(plan);
            }
            progress.worked(1);
        }
        boolean nothing = mode == ImportMode.ALL_OR_NOTHING && errors.count() > 0;
        UnitOfWork.Work<Outcome<Integer>> storing = transaction -> Outcome.done(nothing ? 0 : save(transaction, plans));
        int stored = (mode == ImportMode.DRY_RUN ? work.attempt(storing) : work.write(storing)).value();
        return new ImportResult(rows.size(), stored, nothing ? 0 : plans.size() - stored, errors.list(), List.of());
    }

    /** Tells how many plans differed from what was stored. */
    private static int save(Transaction transaction, List<Plan> plans) throws java.sql.SQLException {
        Map<List<Object>, Plan> all = new LinkedHashMap<>();
        QualityPlans.read(transaction).all().forEach(plan -> all.put(key(plan), plan));
        int changed = 0;
        for (Plan plan : plans) {
            changed += plan.equals(all.put(key(plan), plan)) ? 0 : 1;
        }
        if (changed > 0) {
            InspectionsComponent.replace(transaction, List.copyOf(all.values()));
        }
        return changed;
    }

    private static List<Object> key(Plan plan) {
        return List.of(plan.item(), plan.category(), plan.supplier());
    }

    private Plan plan(ImportRow row, ItemFinder finder, RowErrors errors) {
        Optional<ItemId> item = row.has("item")
            ? errors.value(row, "item", finder.find(row.get("item"))).map(found -> found.item().id())
            : Optional.empty();
        Optional<PartnerId> supplier = row.has("supplier")
            ? errors.value(row, "supplier", partners.byCode(row.get("supplier")).map(Partner::id).map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.of(ReceivingRefusal.UNKNOWN_SUPPLIER, row.get("supplier"))
                    .hint("Import the partner first."))))
            : Optional.empty();
        Extent extent = EXTENTS.get(row.get("inspect").toLowerCase(Locale.ROOT));
        if (extent == null) {
            errors.add(row, "inspect", Refusal.of(CatalogRefusal.UNKNOWN_VALUE, row.get("inspect"), "extent")
                .hint("Write all, none or every-nth."));
        }
        return new Plan(item, row.get("category"), supplier, extent == null ? Extent.NONE : extent,
            row.has("every") ? every(row, errors) : 1);
    }

    private static int every(ImportRow row, RowErrors errors) {
        return errors.value(row, "every", Decimals.parse(row.get("every")).then(number -> {
            try {
                return Outcome.done(number.intValueExact());
            } catch (ArithmeticException e) {
                // a number with decimals, or one that is far too large
                return Outcome.refused(Refusal.of(ReceivingRefusal.OUT_OF_RANGE, "every", row.get("every"),
                    "a whole number from 1").hint("Write a whole number."));
            }
        })).orElse(1);
    }

}
