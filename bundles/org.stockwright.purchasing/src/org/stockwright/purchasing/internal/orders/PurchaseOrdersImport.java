package org.stockwright.purchasing.internal.orders;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.ledger.spi.StockWork;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.PurchasingPermission;
import org.stockwright.purchasing.internal.orders.OrderRows.FileOrder;
import org.stockwright.security.Access;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/**
 * Purchase orders from a file, a row per line. Orders are stored in batches: a file that was interrupted is imported again
 * and goes on, since an order is known by its word in the column {@code order}.
 */
@Component
public final class PurchaseOrdersImport implements ImportKind {

    /** So many orders are stored at once; one transaction for each would take ten times as long. */
    private static final int BATCH = 200;

    private final StockWork stock;
    private final UnitOfWork work;
    private final DocumentBook book;
    private final OrderDrafting drafting;
    private final Access access;

    @Activate
    public PurchaseOrdersImport(@Reference StockWork stock, @Reference UnitOfWork work, @Reference DocumentBook book,
        @Reference OrderDrafting drafting, @Reference Access access) {
        this.stock = stock;
        this.work = work;
        this.book = book;
        this.drafting = drafting;
        this.access = access;
    }

    @Override
    public String id() {
        return "purchase-orders";
    }

    @Override
    public String title() {
        return "Purchase Orders";
    }

    @Override
    public String permission() {
        return PurchasingPermission.ORDER;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(
            required("order", "made by the sender, unique: rows with the same word are one order, and importing it "
                + "again is harmless"),
            required("supplier", "code of the supplier; all rows of an order say the same of the order"),
            optional("date", "of which day the order is: a date or an instant; default now"),
            required("item", "code of the item"),
            required("quantity", "positive"),
            optional("unit", "the item's unit or pack; default that of the supplier's terms, or the base unit"),
            optional("price", "per unit, in the order's currency; default the supplier's price"),
            optional("currency", "of the prices; default the supplier's, or the company's"),
            optional("due", "when the line is wanted: a date; default the day of the order and the lead time of the "
                + "supplier's terms"),
            optional("reference", "the paper that the order stands for; default its word in the column order"),
            optional("ship_to", "our location that it is delivered to"),
            optional("department", "who wants it"),
            optional("cost_centre", "who bears it"),
            optional("note", "more words of the line"),
            optional("any_quantity", "yes: minimum and multiple of the supplier's terms do not bind"),
            optional("state", "open (default), or for orders taken over from another system approved, sent or "
                + "confirmed: they are not checked against limits, requisitions, duplicates and days, and whoever imports them may override checks"));
    }

    @Override
    public ImportResult run(List<ImportRow> rows, ImportMode mode, Progress progress) {
        RowErrors errors = new RowErrors();
        MasterData data = drafting.data();
        List<FileOrder> orders = new OrderRows(data, drafting, access, errors).read(rows, progress);
        List<Ready> ready = new ArrayList<>();
        for (FileOrder order : orders) {
            progress.check();
            Outcome<NewDocument> made = drafting.document(PurchaseOrders.KIND, order.draft(), work.clock().instant(),
                data, !order.state().equals(PurchaseOrders.OPEN)).map(document -> order.in(document));
            List<Refusal> refusals = made.isDone() ? book.check(made.value()) : made.refusals();
            refusals.forEach(refusal -> add(errors, order, refusal));
            if (refusals.isEmpty()) {
                ready.add(new Ready(order, made.value()));
            }
        }
        Map<String, Stored> known = known(ready);
        List<Ready> fresh = ready.stream().filter(one -> !known.containsKey(one.made().key())).toList();
        long unchanged = 0;
        for (Ready one : ready) {
            Stored there = known.get(one.made().key());
            if (there != null && there.hash().equals(one.made().hash())) {
                unchanged += one.rows();
            } else if (there != null) {
                errors.add(one.order().rows().getFirst(), "order", Refusal
                    .of(DocumentRefusal.KEY_REUSED_WITH_OTHER_CONTENT, one.order().name(), there.number())
                    .hint("Revise the order that is there, or give another word."));
            }
        }
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

    /**
     * An order that can be stored.
     *
     * @param order as the file has it
     * @param made as it is stored
     */
    private record Ready(FileOrder order, NewDocument made) {

        int rows() {
            return order.rows().size();
        }

    }

    /**
     * An order that is stored.
     *
     * @param hash of its content
     * @param number its number
     */
    private record Stored(String hash, String number) {
    }

    private static void add(RowErrors errors, FileOrder order, Refusal refusal) {
        long line = refusal.place().line();
        ImportRow row = order.rows().get(line >= 1 && line <= order.rows().size() ? (int) line - 1 : 0);
        errors.add(row, OrderRows.column(refusal), refusal);
    }

    /** What is stored of them, by key. */
    private Map<String, Stored> known(List<Ready> ready) {
        return work.read(transaction -> {
            Map<String, Stored> known = new HashMap<>();
            new BulkSelect(transaction).each("SELECT document_key, content_hash, number FROM document "
                + "WHERE document_key IN ", ready.stream().map(one -> one.made().key()).toList(), "",
                row -> known.put(row.getString(1), new Stored(row.getString(2), row.getString(3))));
            return known;
        });
    }

    /** How many rows were stored. */
    private long store(List<Ready> fresh, RowErrors errors, Progress progress) {
        progress.begin("Storing purchase orders", fresh.size());
        long rows = 0;
        for (int from = 0; from < fresh.size(); from += BATCH) {
            progress.check();
            List<Ready> batch = fresh.subList(from, Math.min(fresh.size(), from + BATCH));
            Outcome<List<Document>> stored = stock.write(
                step -> OrderPlacing.storeAll(step, book, drafting.demands(),
                    batch.stream().map(Ready::made).toList()));
            if (stored.isDone()) {
                rows += rows(batch);
            } else {
                stored.refusals().forEach(refusal -> add(errors, batch.getFirst().order(), refusal));
            }
            progress.worked(batch.size());
        }
        return rows;
    }

}
