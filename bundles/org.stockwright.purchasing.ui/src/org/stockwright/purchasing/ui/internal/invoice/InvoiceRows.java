package org.stockwright.purchasing.ui.internal.invoice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.Quantity;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.Documents;
import org.stockwright.documents.LineId;
import org.stockwright.documents.Step;
import org.stockwright.documents.ui.entry.EntryRow;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.ui.internal.follow.LineFigures;

/**
 * The lines with which an invoice begins: of an order all that is not invoiced, with what was received and not invoiced as
 * the quantity; of a receipt what came by it and was not rejected.
 */
@SuppressWarnings("nls")
final class InvoiceRows {

    /** The field with the identity of the order's line; not shown. */
    static final String SOURCE = "source";
    /** The field with the unit of the order's line; not shown. */
    static final String UNIT = "orderUnit";
    /** The field with the order's number; not shown. */
    static final String ORDER = "orderNumber";
    /** The field with the item of the order's line; not shown. */
    static final String ITEM = "orderItem";

    /** The fields with the number that was ordered, in that unit and in the base unit; not shown. */
    static final String ENTERED = "orderEntered";
    static final String QUANTITY = "orderQuantity";

    private final Documents documents;

    InvoiceRows(Documents documents) {
        this.documents = documents;
    }

    List<EntryRow> of(Document document) {
        return document.kind().equals(PurchaseOrders.KIND) ? ofOrder(document) : ofReceipt(document);
    }

    private static List<EntryRow> ofOrder(Document order) {
        return order.lines().stream().filter(line -> line.open(Step.INVOICED).signum() > 0)
            .map(line -> row(order, line, kept(line).subtract(line.done(Step.INVOICED)))).toList();
    }

    /** What came of an order's line and stays here: rejected goods are taken to go back. */
    private static BigDecimal kept(DocumentLine line) {
        return line.done(Step.RECEIVED).subtract(line.done(Step.REJECTED).max(line.done(Step.RETURNED)));
    }

    private static EntryRow row(Document order, DocumentLine line, BigDecimal base) {
        return EntryRow.of("item", line.item(), "quantity", base.signum() > 0 ? LineFigures.typed(line, base) : "",
            "unit", line.enteredUnit(), "price", LineFigures.price(line, order.currency()), SOURCE,
            line.id().toString(), UNIT, line.enteredUnit(), ORDER, order.number(), ITEM, line.item(),
            ENTERED, line.entered().toPlainString(), QUANTITY, line.quantity().amount().toPlainString());
    }

    private List<EntryRow> ofReceipt(Document receipt) {
        Map<LineId, BigDecimal> came = new HashMap<>();
        Map<LineId, LineId> orderLines = new HashMap<>();
        List<Document> orders = orders(receipt, orderLines);
        for (DocumentLine line : receipt.lines()) {
            line.source().map(source -> orderLines.getOrDefault(source, source))
                .ifPresent(source -> came.merge(source, kept(line, receipt), BigDecimal::add));
        }
        List<EntryRow> rows = new ArrayList<>();
        for (Document order : orders) {
            order.lines().stream().filter(line -> came.containsKey(line.id()))
                .map(line -> row(order, line, came.get(line.id()))).forEach(rows::add);
        }
        return rows;
    }

    private static BigDecimal kept(DocumentLine line, Document receipt) {
        return receipt.reversedBy().isPresent() ? BigDecimal.ZERO
            : line.quantity().amount().subtract(line.done(Step.REJECTED).max(line.done(Step.RETURNED)));
    }

    /** The orders that a receipt is for; goods that were announced came for the order of the advice. */
    private List<Document> orders(Document receipt, Map<LineId, LineId> orderLines) {
        List<Document> orders = new ArrayList<>();
        Optional<Document> source = receipt.source().flatMap(documents::get);
        source.filter(document -> !document.kind().equals(PurchaseOrders.KIND)).ifPresent(advice -> advice.lines()
            .forEach(line -> line.source().ifPresent(order -> orderLines.put(line.id(), order))));
        Optional<DocumentId> order = source
            .flatMap(document -> document.kind().equals(PurchaseOrders.KIND) ? Optional.of(document.id())
                : document.source());
        order.flatMap(documents::get).filter(document -> document.kind().equals(PurchaseOrders.KIND))
            .ifPresent(orders::add);
        return orders;
    }

    /** A quantity of the base unit, in the unit of the order's line where that comes out even. */
    static String inUnit(EntryRow row, Quantity base) {
        return LineFigures.text(new BigDecimal(row.get(ENTERED)), row.get(UNIT), new BigDecimal(row.get(QUANTITY)),
            base);
    }

}
