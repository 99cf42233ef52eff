package org.stockwright.purchasing.internal.receiving;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.documents.Document;
import org.stockwright.documents.Documents;
import org.stockwright.documents.spi.DocumentImport;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.ledger.Locations;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.purchasing.Receipts;
import org.stockwright.purchasing.Receipts.Line;
import org.stockwright.purchasing.Receipts.Origin;
import org.stockwright.purchasing.Receipts.Request;
import org.stockwright.purchasing.ReceivingPermission;
import org.stockwright.purchasing.ReceivingRefusal;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/** Receipts from a file; rows with the same key are one receipt. */
@Component(service = ImportKind.class)
public final class ReceiptsImport extends DocumentImport<Request> {

    private final Receipts receipts;
    private final Partners partners;

    @Activate
    public ReceiptsImport(@Reference UnitOfWork work, @Reference Receipts receipts, @Reference Documents documents,
        @Reference Partners partners, @Reference Locations locations, @Reference CompanyProfiles companies) {
        super(new Services(work, documents, locations, companies), "item");
        this.receipts = receipts;
        this.partners = partners;
    }

    @Override
    public String id() {
        return "goods-receipts";
    }

    @Override
    public String title() {
        return "Goods receipts";
    }

    @Override
    public String permission() {
        return ReceivingPermission.RECEIVE;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(required("key", "made by you; rows with the same key are one receipt"),
            optional("order", "number of the purchase order or advice; empty for goods without one"),
            optional("order_line", "number of the line of the order; empty to find the open lines of the item"),
            optional("supplier", "code of the supplier, for goods without an order"),
            required("item", "code, barcode or scan of the item"),
            optional("quantity", "how much came, with what is rejected; empty for what the scan says"),
            optional("unit", "unit of the quantity; empty for the item's or the scan's"),
            optional("lot", "lot that came"), optional("serial", "serial number that came"),
            optional("expires", "day on which the lot expires, as 2026-12-31"),
            optional("place", "code of the place; empty for the receiving area"),
            optional("status", "quality status; empty for what the quality plan says"),
            optional("rejected", "how much of the quantity is rejected and blocked at once"),
            optional("reason", "why goods are rejected"),
            optional("unit_cost", "cost per base unit, for goods without an order"),
            optional("effective", "when the goods came; empty for now"));
    }

    @Override
    protected Outcome<Made> make(Request request) {
        return receipts.receive(request).map(received -> new Made(received.repeated(), received.warnings()));
    }

    @Override
    protected Optional<Request> request(String key, List<ImportRow> rows, RowErrors errors) {
        int before = errors.count();
        ImportRow first = rows.getFirst();
        Optional<Document> order = document(first, "order", errors);
        Optional<PartnerId> supplier = first.has("supplier") ? errors.value(first, "supplier", partners
            .byCode(first.get("supplier")).map(Partner::id).map(Outcome::done).orElseGet(() -> Outcome.refused(Refusal
                .of(ReceivingRefusal.UNKNOWN_SUPPLIER, first.get("supplier")).hint("Import the partner first."))))
            : Optional.empty();
        Instant effective = effective(first, errors);
        same(key, rows, List.of("order", "supplier", "effective"), errors);
        List<Line> lines = rows.stream().map(row -> line(row, order, errors)).toList();
        return errors.count() > before ? Optional.empty() : Optional.of(new Request(key, Origin.SUPPLIER,
            order.map(Document::id), supplier.orElse(PartnerId.SELF), Optional.empty(), Optional.empty(), "", "",
            effective, false, lines));
    }

    private Line line(ImportRow row, Optional<Document> order, RowErrors errors) {
        isThere(row, "item", errors);
        Line line = new Line(Optional.empty(), row.get("item"), number(row, "quantity", errors), row.get("unit"),
            row.has("serial") ? row.get("serial") : row.get("lot"), day(row, errors), place(row, "place", errors),
            row.get("status").toUpperCase(Locale.ROOT), number(row, "rejected", errors).orElse(BigDecimal.ZERO), "",
            row.get("reason"), number(row, "unit_cost", errors));
        return order.flatMap(document -> line(row, "order_line", document, errors)).map(one -> line.from(one.id()))
            .orElse(line);
    }

    private static Optional<LocalDate> day(ImportRow row, RowErrors errors) {
        if (!row.has("expires")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(row.get("expires")));
        } catch (DateTimeException e) {
            // what was typed says more than why it is no day
            errors.add(row, "expires", Refusal.of(CatalogRefusal.UNKNOWN_VALUE, row.get("expires"), "day")
                .hint("Write 2026-12-31."));
            return Optional.empty();
        }
    }

}
