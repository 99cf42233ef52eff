package org.stockwright.catalog.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Progress;
import org.stockwright.catalog.CatalogPermission;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.PriceLists.PriceLine;
import org.stockwright.catalog.internal.ListTable.Key;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.Access;

/** Customers' price lists from a file. An empty cell changes nothing. */
@Component
public final class PriceListsImport implements ImportKind {

    private static final List<ImportColumn> COLUMNS = Stream.of(
        List.of(ImportColumn.required("price_list", "Code of the list; STANDARD holds for customers without one"),
            ImportColumn.optional("customer", "Code of the partner whom the line is for, who has the list then; empty: "
                + "all who have it"),
            ImportColumn.required("item", "Code of the item"),
            ImportColumn.optional("unit", "What price and quantity speak of: a unit or a pack of the item; empty: the "
                + "item's base unit")),
        PriceCells.KEY, PriceCells.REST).flatMap(List::stream).toList();

    private final FileImport file;
    private final Costs costs;

    @Activate
    public PriceListsImport(@Reference UnitOfWork work, @Reference CatalogMemory memory,
        @Reference Access access) {
        costs = new Costs(access);
        file = new FileImport(work, memory);
    }

    @Override
    public String id() {
        return "price-lists";
    }

    @Override
    public String title() {
        return "Price lists";
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
            return run.saving.saveFile(rows, mode, progress, "Checking price lists", run::read);
        });
    }

    /** The import of one file in its transaction. */
    private static final class Run {

        private final Costs costs;
        private final FileFacts facts;
        private final ListSaving saving;

        private Run(Transaction tx, List<ImportRow> rows, Costs costs) throws SQLException {
            this.costs = costs;
            facts = new FileFacts(tx, rows);
            saving = new ListSaving(tx, facts.itemIds());
        }

        private Optional<PriceLine> read(Cells cells) {
            cells.refuseCosts(costs, "price");
            String list = ListSaving.code(cells.required("price_list"));
            Optional<Partner> customer = facts.partner(cells, "customer");
            return facts.item(cells).flatMap(item -> read(cells, list, customer, item));
        }

        private Optional<PriceLine> read(Cells cells, String list, Optional<Partner> customer, Item item) {
            PriceCells price = new PriceCells(cells, facts, item.unit().code());
            Optional<PartnerId> buyer = customer.map(Partner::id);
            PriceKey<Key> key = price.key(new Key(list, buyer, item.id()));
            return price.read(key, saving.stored(key).map(PriceLine::terms), customer.flatMap(Partner::currency))
                .map(read -> new PriceLine(list, buyer, item.id(), read));
        }

    }

}
