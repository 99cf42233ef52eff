package org.stockwright.company.internal;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.Receipts;
import org.stockwright.purchasing.SupplierInvoices;
import org.stockwright.purchasing.SupplierReturns;

/**
 * What the demo company has ordered: an order in each state, goods that came, goods that wait for inspection, a return, a
 * blanket order, an invoice that does not match. All of it is raw material, and one tool that customers wait for.
 */
final class DemoPurchases {

    /** The tool that is on order and that customers wait for. */
    static final String AWAITED = "RAK-190";

    private static final String INSPECTION = "INSPECTION";

    private final DemoBooks books;
    private final PurchaseOrders orders;
    private final Receipts receipts;

    DemoPurchases(DemoBooks books) {
        this.books = books;
        this.orders = books.get(PurchaseOrders.class);
        this.receipts = books.get(Receipts.class);
    }

    /** The codes of the items that are ordered. */
    static Stream<String> items() {
        return Stream.of("RAW-500", "RAW-501", "RAW-502", "RAW-503", "RAW-504", "RAW-505", "RAW-506", "RAW-507",
            "RAW-508", "RAW-509", "RAW-510", "RAW-511", "RAW-512", AWAITED);
    }

    void install() {
        // waits for somebody to approve it
        placed(-1, 14, line("RAW-500", 120), line("RAW-512", 60));
        // to be sent
        approved(placed(-2, 12, line("RAW-501", 200)));
        sent(-4, 9, line("RAW-502", 80));
        // three days late
        sent(-21, -3, line("RAW-503", 150));
        confirmed(AWAITED, 40, 6);
        Document announced = confirmed("RAW-504", 300, 4);
        receipts.advise(new Receipts.Advice(books.key(), announced.id(), "DN-7731", books.day(4),
            List.of(new Receipts.Announced(first(announced).id(), BigDecimal.valueOf(150), "")))).value();
        // the second half is to come
        receive(sent(-15, -1, line("RAW-505", 100)), Receipts.Line.of("RAW-505", BigDecimal.valueOf(60)), "LIN-A1-04");
        Document complete = sent(-12, -1, line("RAW-506", 90));
        Document receipt = receive(complete, Receipts.Line.of("RAW-506", BigDecimal.valueOf(90))
            .rejecting(BigDecimal.valueOf(8), "", "Rust on the edges"), "LIN-A1-05");
        books.get(SupplierReturns.class).sendBack(new SupplierReturns.Request(books.key(), receipt.id(),
            books.at(-1, 20), "Rust on the edges", "RMA-118",
            List.of(SupplierReturns.Line.of(first(receipt).id(), BigDecimal.valueOf(8))))).value();
        receive(sent(-9, -1, line("RAW-507", 75)), Receipts.Line.of("RAW-507", BigDecimal.valueOf(75))
            .in(INSPECTION, "First delivery of this charge"), "LIN-A1-06");
        invoiceTooHigh(receiveAll("RAW-508", 110, "LIN-A1-07"));
        Document frame = orders.placeBlanket(draft(-30, 180, line("RAW-509", 1200))).value();
        Document blanket = approved(frame);
        approved(orders.callOff(books.key(), blanket.id(), Optional.of(books.at(-3, 11)),
            List.of(new PurchaseOrders.Part(1, BigDecimal.valueOf(150), Optional.of(books.day(11))))).value());
        orders.cancel(placed(-6, 20, line("RAW-510", 45)).id(), "The line was dropped").value();
    }

    private PurchaseOrders.Line line(String item, long amount) {
        return PurchaseOrders.Line.of(books.item(item).id(), BigDecimal.valueOf(amount));
    }

    private PurchaseOrders.Draft draft(int ordered, int due, PurchaseOrders.Line... lines) {
        return PurchaseOrders.Draft.of(books.key(), supplier(lines[0]), Arrays.asList(lines)).ordered(
            books.at(ordered, 9)).due(books.day(due)).to(books.place("LIN-W1"));
    }

    private org.stockwright.base.PartnerId supplier(PurchaseOrders.Line line) {
        return books.get(org.stockwright.catalog.Items.class).suppliers(line.item()).getFirst().supplier();
    }

    private Document placed(int ordered, int due, PurchaseOrders.Line... lines) {
        return orders.place(draft(ordered, due, lines)).value();
    }

    private Document approved(Document order) {
        return orders.approve(order.id(), Optional.empty()).value();
    }

    private Document sent(int ordered, int due, PurchaseOrders.Line... lines) {
        return orders.send(approved(placed(ordered, due, lines)).id(), "e-mail").value();
    }

    private Document confirmed(String item, long amount, int promised) {
        Document order = sent(-8, promised - 1, line(item, amount));
        return orders.confirm(order.id(), "AB-" + item, List.of(new PurchaseOrders.Confirmation(1, Optional.empty(),
            Optional.of(books.day(promised))))).value();
    }

    private Document receive(Document order, Receipts.Line line, String bin) {
        return receipts.receive(Receipts.Request.against(books.key(), order.id(), books.at(-1, 18),
            List.of(line.at(books.place(bin))))).value().receipt();
    }

    private Document receiveAll(String item, long amount, String bin) {
        Document order = sent(-18, -1, line(item, amount));
        receive(order, Receipts.Line.of(item, BigDecimal.valueOf(amount)), bin);
        return books.now(order);
    }

    /** The supplier wants more than was ordered: the invoice is blocked. */
    private void invoiceTooHigh(Document order) {
        DocumentLine line = first(order);
        BigDecimal dearer = line.price().orElseThrow().multiply(new BigDecimal("1.04"));
        books.get(SupplierInvoices.class).enter(new SupplierInvoices.Draft(books.key(), order.partner(), "RE-20418",
            Optional.of(books.at(-1, 21)), Optional.of(books.day(29)), Optional.empty(),
            List.of(new SupplierInvoices.Line(line.id(), line.entered(), Optional.of(dearer))))).value();
    }

    private static DocumentLine first(Document document) {
        return document.lines().getFirst();
    }

}
