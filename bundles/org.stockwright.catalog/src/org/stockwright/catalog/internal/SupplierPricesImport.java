package org.stockwright.catalog.internal;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Progress;
import org.stockwright.catalog.CatalogPermission;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemSupplierTerms;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.PriceBreaks.PriceBreak;
import org.stockwright.catalog.internal.SupplierTable.Key;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.Access;

/** Suppliers' prices by quantity and day, from a file. An empty cell changes nothing. */
@Component
public final class SupplierPricesImport implements ImportKind {

    private static final List<ImportColumn> COLUMNS = Stream.of(
        List.of(ImportColumn.required("item", "Code of the item"),
            ImportColumn.required("supplier", "Code of the partner who sells it"),
            ImportColumn.optional("unit", "What price and quantity speak of: a unit or a pack of the item; empty: that "
                + "of the supplier's terms, or else the item's base unit")),
        PriceCells.KEY, PriceCells.REST).flatMap(List::stream).toList();

    private final FileImport file;
    private final Costs costs;

    @Activate
    public SupplierPricesImport(@Reference UnitOfWork work, @Reference CatalogMemory memory,
        @Reference Access access) {
        costs = new Costs(access);
        file = new FileImport(work, memory);
    }

    @Override
    public String id() {
        return "supplier-prices";
    }

    @Override
    public String title() {
        return "Suppliers' prices";
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
        return file.run(mode, Topic.ITEMS, tx -> {
            Run run = new Run(tx, rows, costs);
            return run.saving.saveFile(rows, mode, progress, "Checking suppliers' prices", run::read);
        });
    }

    /** The import of one file in its transaction. */
    private static final class Run {

        private final Costs costs;
        private final FileFacts facts;
        private final BreakSaving saving;
        private final Map<Key, ItemSupplierTerms> terms = new HashMap<>();

        private Run(Transaction tx, List<ImportRow> rows, Costs costs) throws SQLException {
            this.costs = costs;
            facts = new FileFacts(tx, rows);
            saving = new BreakSaving(tx, facts.itemIds());
            SupplierTable.load(tx.connection(), facts.itemIds())
                .forEach(stored -> terms.put(Key.of(stored.terms()), stored.terms()));
        }

        private Optional<PriceBreak> read(Cells cells) {
            cells.refuseCosts(costs, "price");
            Optional<Item> item = facts.item(cells);
            cells.required("supplier");
            Optional<Partner> supplier = facts.partner(cells, "supplier");
            return item.flatMap(what -> supplier.flatMap(who -> read(cells, what, who)));
        }

        private Optional<PriceBreak> read(Cells cells, Item item, Partner supplier) {
            Key what = new Key(item.id(), supplier.id());
            PriceCells price = new PriceCells(cells, facts,
                Optional.ofNullable(terms.get(what)).map(ItemSupplierTerms::unit).orElse(item.unit().code()));
            PriceKey<Key> key = price.key(what);
            return price.read(key, saving.stored(key).map(PriceBreak::terms), supplier.currency())
                .map(read -> new PriceBreak(item.id(), supplier.id(), read));
        }

    }

}
