package org.stockwright.fulfilment.internal.orders;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.ItemFinder;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.Units;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.OrderKind;
import org.stockwright.fulfilment.Orders;
import org.stockwright.fulfilment.internal.availability.OrderPromises;
import org.stockwright.fulfilment.internal.orders.CustomerOrderRows.FileOrder;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.spi.StockWork;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.UnitOfWork;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/** Customer orders from a file: one row per line; rows with the same word in the column {@code order} are one order. */
@Component
public final class CustomerOrdersImport implements ImportKind {

    private final StockWork stockWork;
    private final UnitOfWork work;
    private final DocumentBook book;
    private final NewOrders newOrders;
    private final OrderPromises promises;
    private final Items items;
    private final Units units;
    private final Partners partners;
    private final Locations locations;
    private final CompanyProfiles profiles;

    /** Lives as long as the open book. */
    @Activate
    public CustomerOrdersImport(@Reference StockWork stockWork, @Reference UnitOfWork work,
        @Reference DocumentBook book, @Reference NewOrders newOrders, @Reference OrderPromises promises,
        @Reference Items items, @Reference Units units, @Reference Partners partners, @Reference Locations locations,
        @Reference CompanyProfiles profiles) {
        this.stockWork = stockWork;
        this.work = work;
        this.book = book;
        this.newOrders = newOrders;
        this.promises = promises;
        this.items = items;
        this.units = units;
        this.partners = partners;
        this.locations = locations;
        this.profiles = profiles;
    }

    @Override
    public String id() {
        return "customer-orders";
    }

    @Override
    public String title() {
        return "Customer Orders";
    }

    @Override
    public String permission() {
        return FulfilmentPermission.ORDER;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(
            required("order", "made by the sender, unique: rows with the same word are one order, and importing it "
                + "again is harmless"),
            required("customer", "code of the customer; all rows of an order say the same of the order"),
            optional("date", "when it was ordered: a date or an instant; default now"),
            required("item", "code, alias or barcode"),
            required("quantity", "positive"),
            optional("unit", "default the item's base unit, or the pack whose barcode it is"),
            optional("price", "per unit, in the order's currency; default that of the price lists"),
            optional("currency", "of the prices; default the customer's, or the company's"),
            optional("due", "when the line is wanted: a date"),
            optional("priority", "0 (default) to 999: the higher, the sooner"),
            optional("reference",
                "the customer's paper; default the word in the column order. The same reference of the "
                    + "same customer is a duplicate"),
            optional("address", "code of the customer's address that it goes to; default the main one"),
            optional("place", "our location that it comes from; default the choice of sourcing"),
            optional("lot", "only this lot or serial number"),
            optional("note", "more words of the line"),
            optional("duplicate", "yes: placed although the customer has an order with the same reference"));
    }

    private record Ready(FileOrder order, PreparedOrder made) {

        int rows() {
            return order.rows().size();
        }

    }

    @Override
    public ImportResult run(List<ImportRow> rows, ImportMode mode, Progress progress) {
        RowErrors errors = new RowErrors();
        List<FileOrder> orders = new CustomerOrderRows(new ItemFinder(items, units, rows), partners, locations,
            profiles,
            errors).read(rows, progress);
        List<Ready> ready = ready(orders, errors);
        Map<String, String[]> known = known(ready);
        long unchanged = 0;
        List<Ready> fresh = new ArrayList<>();
        for (Ready one : ready) {
            String[] there = known.get(one.made().document().key());
            if (there == null) {
                fresh.add(one);
            } else if (there[0].equals(one.made().document().hash())) {
                unchanged += one.rows();
            } else {
                errors.add(one.order().rows().getFirst(), "order", Refusal
                    .of(DocumentRefusal.KEY_REUSED_WITH_OTHER_CONTENT, one.order().rows().getFirst().get("order"),
                        there[1])
                    .hint("Revise the order that is there, or give another word."));
            }
        }
        duplicates(fresh, errors);
        long stored = switch (mode) {
            case DRY_RUN -> rows(fresh);
            case ALL_OR_NOTHING -> errors.count() > 0 ? 0 : store(fresh, errors, progress);
            case KEEP_GOOD -> store(fresh, errors, progress);
        };
        return new ImportResult(rows.size(), stored, unchanged, errors.list(), List.of());
    }

    private static long rows(List<Ready> orders) {
        return orders.stream().mapToLong(Ready::rows).sum();
    }

    /** The orders that can be placed; what is wrong with others is told at their rows. */
    private List<Ready> ready(List<FileOrder> orders, RowErrors errors) {
        Map<String, FileOrder> byKey = orders.stream()
            .collect(Collectors.toMap(order -> order.request().key(), Function.identity()));
        NewOrders.Checked checked = newOrders.check(orders.stream().map(FileOrder::request).toList());
        for (Refusal refusal : checked.refusals()) {
            FileOrder order = byKey.get(refusal.place().source());
            if (order != null) {
                add(errors, order, refusal);
            } else if (!orders.isEmpty()) {
                add(errors, orders.getFirst(), refusal);
            }
        }
        List<Ready> result = new ArrayList<>();
        for (PreparedOrder made : checked.orders()) {
            FileOrder order = byKey.get(made.request().key());
            if (order != null) {
                result.add(new Ready(order, made));
            }
        }
        return result;
    }

    private static void add(RowErrors errors, FileOrder order, Refusal refusal) {
        long line = refusal.place().line();
        ImportRow row = order.rows().get(line >= 1 && line <= order.rows().size() ? (int) line - 1 : 0);
        errors.add(row, CustomerOrderRows.column(refusal), refusal);
    }

    /** Hash and number of what is stored of them, by key. */
    private Map<String, String[]> known(List<Ready> ready) {
        return work.read(transaction -> {
            Map<String, String[]> known = new HashMap<>();
            new BulkSelect(transaction).each(
                "SELECT d.document_key, d.content_hash, d.number FROM document d WHERE d.document_key IN ",
                ready.stream().map(one -> one.made().document().key()).toList(), "",
                row -> known.put(row.getString(1), new String[] { row.getString(2), row.getString(3) }));
            return known;
        });
    }

    /** Takes out orders with the reference of another order of the same customer, in the book or before in the file. */
    private void duplicates(List<Ready> fresh, RowErrors errors) {
        Map<String, String> taken = work.read(transaction -> {
            Map<String, String> known = new HashMap<>();
            Set<String> references = new HashSet<>();
            fresh.forEach(one -> references.add(one.made().document().reference()));
            new BulkSelect(transaction).each(
                "SELECT d.partner_id, d.reference, d.number FROM document d WHERE d.kind = '"
                    + OrderKind.CUSTOMER.id() + "' AND d.state <> 'CANCELLED' AND d.reference IN ",
                references, "",
                row -> known.put(row.getLong(1) + " " + row.getString(2), row.getString(3)));
            return known;
        });
        fresh.removeIf(one -> {
            String word = one.order().rows().getFirst().get("order");
            String other = one.made().request().duplicateAccepted() ? null
                : taken.putIfAbsent(one.made().document().partner() + " " + one.made().document().reference(), word);
            if (other != null) {
                errors.add(one.order().rows().getFirst(), "reference", Refusal
                    .of(FulfilmentRefusal.DUPLICATE_ORDER, other, one.made().document().reference())
                    .hint("If it is wanted twice, say yes in the column duplicate."));
            }
            return other != null;
        });
    }

    /** How many rows were stored. */
    private long store(List<Ready> fresh, RowErrors errors, Progress progress) {
        progress.begin("Storing customer orders", fresh.size());
        long rows = 0;
        for (int from = 0; from < fresh.size(); from += Orders.MOST_AT_ONCE) {
            progress.check();
            List<Ready> batch = fresh.subList(from, Math.min(fresh.size(), from + Orders.MOST_AT_ONCE));
            Outcome<List<Document>> stored = stockWork.write(step -> new OrderStore(book, promises, step)
                .store(batch.stream().map(Ready::made).toList()));
            if (stored.isDone()) {
                rows += rows(batch);
            } else {
                stored.refusals().forEach(refusal -> add(errors, batch.stream()
                    .filter(one -> one.made().request().key().equals(refusal.place().source())).findFirst()
                    .orElse(batch.getFirst()).order(), refusal));
            }
            progress.worked(batch.size());
        }
        return rows;
    }

}
