package org.stockwright.catalog.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogPermission;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemSupplierTerms;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.internal.SupplierTable.Key;
import org.stockwright.catalog.internal.UnitTable.StoredUnit;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.Access;

/** Suppliers' terms from a file, a row per item and supplier. An empty cell changes nothing. */
@Component
public final class ItemSuppliersImport implements ImportKind {

    private static final List<ImportColumn> COLUMNS = List.of(
        ImportColumn.required("item", "Code of the item"),
        ImportColumn.required("supplier", "Code of the partner who sells it"),
        ImportColumn.optional("supplier_code", "The supplier's own code for it"),
        ImportColumn.optional("price", "Per unit"),
        ImportColumn.optional("currency", "ISO 4217 code of the price; empty: the supplier's, or else the company's"),
        ImportColumn.optional("unit", "What price, minimum and multiple speak of: a unit or a pack of the item; empty: "
            + "the item's base unit"),
        ImportColumn.optional("minimum", "The least that is sold"),
        ImportColumn.optional("multiple", "What orders are a multiple of"),
        ImportColumn.optional("lead_time_days", "Days from order to receipt"),
        ImportColumn.optional("rank", "1 for the first choice; empty: behind the choices that the item has"));

    private final FileImport file;
    private final Costs costs;

    @Activate
    public ItemSuppliersImport(@Reference UnitOfWork work, @Reference CatalogMemory memory, @Reference Access access) {
        costs = new Costs(access);
        file = new FileImport(work, memory);
    }

    @Override
    public String id() {
        return "item-suppliers";
    }

    @Override
    public String title() {
        return "Suppliers of items";
    }

    @Override
    public String permission() {
        return CatalogPermission.EDIT;
    }

    @Override
    public List<ImportColumn> columns() {
        return COLUMNS;
    }

    @Override
    public ImportResult run(List<ImportRow> rows, ImportMode mode, Progress progress) {
        return file.run(mode, Topic.ITEMS, tx -> new Run(tx, rows, costs).store(mode, progress));
    }

    /** The import of one file in its transaction. */
    private static final class Run {

        private final List<ImportRow> rows;
        private final Costs costs;
        private final FileFacts facts;
        private final SupplierSaving saving;
        private final Map<String, StoredUnit> units;
        private final List<Refusal> refusals = new ArrayList<>();
        private final List<Refusal> warnings = new ArrayList<>();

        private Run(Transaction tx, List<ImportRow> rows, Costs costs) throws SQLException {
            this.costs = costs;
            this.rows = rows;
            facts = new FileFacts(tx, rows);
            saving = new SupplierSaving(tx, facts.itemIds());
            units = UnitTable.load(tx.connection());
        }

        private ImportResult store(ImportMode mode, Progress progress) throws SQLException {
            int changed = 0;
            int unchanged = 0;
            progress.begin("Checking suppliers of items", rows.size());
            for (ImportRow row : rows) {
                progress.check();
                Cells cells = new Cells(row);
                cells.refuseCosts(costs, "price");
                Optional<ItemSupplierTerms> terms = terms(cells);
                boolean taken = terms.isPresent() && saving.add(terms.get(), cells.findings());
                refusals.addAll(cells.findings().refusals());
                if (taken) {
                    changed++;
                } else if (cells.findings().isClean()) {
                    unchanged++;
                }
                progress.worked(1);
            }
            if (FileImport.writes(mode, refusals)) {
                saving.store();
            }
            return FileImport.result(rows, mode, changed, unchanged, refusals, warnings);
        }

        private Optional<ItemSupplierTerms> terms(Cells cells) {
            Optional<Item> item = facts.item(cells);
            cells.required("supplier");
            Optional<Partner> supplier = facts.partner(cells, "supplier");
            return item.isEmpty() || supplier.isEmpty() ? Optional.empty() : terms(cells, item.get(), supplier.get());
        }

        private Optional<ItemSupplierTerms> terms(Cells cells, Item item, Partner supplier) {
            Optional<ItemSupplierTerms> old = saving.stored(new Key(item.id(), supplier.id()));
            String unit = cells.text("unit").or(() -> old.map(ItemSupplierTerms::unit)).orElse(item.unit().code());
            ItemSupplierTerms terms = new ItemSupplierTerms(item.id(), supplier.id(),
                cells.text("supplier_code").or(() -> old.map(ItemSupplierTerms::supplierCode)).orElse(""),
                facts.price(cells, supplier.currency()).or(() -> old.flatMap(ItemSupplierTerms::price)), unit,
                cells.decimal("minimum").or(() -> old.flatMap(ItemSupplierTerms::minimum)),
                cells.decimal("multiple").or(() -> old.flatMap(ItemSupplierTerms::multiple)),
                cells.whole("lead_time_days").or(() -> old.flatMap(ItemSupplierTerms::leadTimeDays)),
                cells.whole("rank").or(() -> old.map(ItemSupplierTerms::rank)).orElseGet(() -> saving.nextRank(item)));
            warnOfUnit(cells, item, unit);
            return cells.findings().isClean() ? Optional.of(terms) : Optional.empty();
        }

        /** Terms in a unit that nobody can convert are stored, but orders in it will need a pack. */
        private void warnOfUnit(Cells cells, Item item, String unit) {
            StoredUnit known = units.get(unit);
            if (item.packUnit(unit).isEmpty() && known != null
                && !known.unit().dimension().equals(item.unit().dimension())) {
                warnings.add(Refusal.of(CatalogRefusal.UNIT_DOES_NOT_FIT, unit, item.code(), item.unit())
                    .hint("Add a pack " + unit + " to the item before you order in it.").at(cells.row().at("unit")));
            }
        }

    }

}
