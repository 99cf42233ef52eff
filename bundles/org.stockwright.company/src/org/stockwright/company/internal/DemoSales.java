package org.stockwright.company.internal;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.stockwright.base.Money;
import org.stockwright.base.PartnerId;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemDraft;
import org.stockwright.catalog.PriceLists;
import org.stockwright.catalog.PriceLists.PriceLine;
import org.stockwright.catalog.QuantityPrice;
import org.stockwright.documents.Document;
import org.stockwright.fulfilment.Allocation;
import org.stockwright.fulfilment.CustomerReturns;
import org.stockwright.fulfilment.Kits;
import org.stockwright.fulfilment.OrderRequest;
import org.stockwright.fulfilment.Orders;
import org.stockwright.fulfilment.Packing;
import org.stockwright.fulfilment.PackingSession;
import org.stockwright.fulfilment.Picking;
import org.stockwright.fulfilment.Shipping;
import org.stockwright.fulfilment.spi.PickStrategy.Limits;

/**
 * What the demo company's customers have ordered: an order in each state, one that waits for goods that are on order, a kit, a
 * return, prices of their own for one of them.
 */
final class DemoSales {

    /** The kit's code. */
    static final String KIT = "KIT-100";

    /** Where goods are packed and where they come back to. */
    static final String PACKING = "LIN-PACK";
    static final String RETURNS = "LIN-RETURN";

    private static final String SITE = "LIN";

    private final DemoBooks books;
    private final Orders orders;

    DemoSales(DemoBooks books) {
        this.books = books;
        this.orders = books.get(Orders.class);
    }

    /** The codes of the items that are ordered. */
    static Stream<String> items() {
        return Stream.of("RAK-100", "RAK-110", "RAK-120", "HOE-100", "HOE-110", "HOE-120", "TRW-100", "TRW-110",
            "SEC-100", "SEC-110", "CAN-100", "HOS-100", KIT, DemoPurchases.AWAITED);
    }

    /** The kit, with its standard price and no stock of its own. */
    static ItemDraft kit() {
        ItemDraft plain = ItemDraft.of(KIT, "Planting set: trowel, secateurs, watering can", "EA");
        return new ItemDraft(plain.id(), plain.code(), plain.name(), "", "Tools/Sets", "EA", Set.of("FINISHED"),
            plain.tracking(), plain.shelfLifeDays(), Optional.empty(), Optional.of(new BigDecimal("79.90")),
            Optional.empty(), Optional.empty(), true, List.of(), List.of(), List.of(), -1);
    }

    void install() {
        kits();
        prices();
        // nobody looked for stock yet
        placed("C1003", -1, 8, 0, line("HOE-100", 4), line("HOE-110", 2));
        held(placed("C1004", -2, 5, 0, line("RAK-110", 3)));
        held(placed("C1005", -1, 4, 0, line(KIT, 2)));
        // more than there is: the rest waits for what is on order
        BigDecimal there = books.onHand(DemoPurchases.AWAITED, SITE);
        held(placed("C1007", -3, 2, 5, line(DemoPurchases.AWAITED, there.longValue() + 12)));
        held(placed("C1006", -2, 3, 0, line("RAK-100", 24)));
        listed(held(placed("C1009", -1, 1, 2, line("TRW-110", 3), line("SEC-110", 2))));
        Document picked = held(placed("C1011", -2, 0, 0, line("HOE-120", 3), line("RAK-120", 2)));
        pick(picked);
        verify(picked, "HOE-120");
        ship(held(placed("C1002", -6, -1, 0, line("TRW-100", 2), line("SEC-100", 1))), -1);
        Document late = ship(held(placed("C1008", -9, -4, 0, line("HOS-100", 2))), -1);
        comesBack(late);
        orders.cancel(placed("C1010", -5, 6, 0, line("CAN-100", 1)).id(), List.of(), "Ordered twice").value();
    }

    private void kits() {
        books.get(Kits.class).saveAll(List.of(new Kits.Version(books.item(KIT).id(), books.day(-365), true,
            Stream.of("TRW-100", "SEC-100", "CAN-100")
                .map(part -> new Kits.Component(books.item(part).id(), BigDecimal.ONE)).toList())))
            .value();
    }

    /** A chain of markets pays less, and still less from 20 on. */
    private void prices() {
        PartnerId customer = books.partner("C1006");
        books.get(PriceLists.class).saveAll(Stream.of("RAK-100", "RAK-110", "RAK-120")
            .flatMap(code -> Stream.of(price(customer, code, 0, "0.90"), price(customer, code, 20, "0.82")))
            .toList()).value();
    }

    private PriceLine price(PartnerId customer, String code, long from, String part) {
        Item item = books.item(code);
        BigDecimal amount = item.listPrice().orElseThrow().multiply(new BigDecimal(part)).setScale(2,
            java.math.RoundingMode.HALF_UP);
        return new PriceLine("MARKETS", Optional.of(customer), item.id(), new QuantityPrice("EA",
            BigDecimal.valueOf(from), new Money(amount, books.profile().currency()), Optional.empty(),
            Optional.empty()));
    }

    private OrderRequest.Line line(String item, long amount) {
        return OrderRequest.Line.of(books.item(item).id(), books.pieces(item, amount));
    }

    private Document placed(String customer, int ordered, int due, int priority, OrderRequest.Line... lines) {
        return orders.place(OrderRequest.customer(books.key(), books.partner(customer), Arrays.asList(lines))
            .from(Optional.of(books.place(SITE))).ordered(books.at(ordered, 10))
            .wanted(Optional.of(books.day(due)), priority)).value();
    }

    private Document held(Document order) {
        books.get(Allocation.class).allocate(order.id(), Allocation.Choice.BY_POLICY).value();
        return books.now(order);
    }

    private Document listed(Document order) {
        Picking picking = books.get(Picking.class);
        Document list = picking.make(new Picking.Wanted(books.key(), "single", List.of(order.id()),
            Optional.of(books.place(PACKING)), Limits.NONE)).value().getFirst();
        return picking.release(list.id()).value();
    }

    private void pick(Document order) {
        books.get(Picking.class).confirm(new Picking.Confirmation(books.key(), listed(order).id(), books.at(-1, 19),
            List.of())).value();
    }

    /** Somebody scans a wrong item first; the order is not packed yet. */
    private void verify(Document order, String right) {
        Packing packing = books.get(Packing.class);
        PackingSession session = packing.begin(order.id()).value();
        packing.scan(session, "HOS-100");
        session.putAside();
        packing.scan(session, right);
    }

    private Document ship(Document order, int day) {
        return books.get(Shipping.class).ship(Shipping.Request
            .of(books.key(), order.id(), Shipping.Ready.HELD, books.at(day, 19))
            .carried(books.partner("T1002"), "PS-" + order.number())).value();
    }

    private void comesBack(Document shipment) {
        CustomerReturns returns = books.get(CustomerReturns.class);
        Document announced = returns.announce(new CustomerReturns.Announcement(books.key(),
            Optional.of(shipment.id()), PartnerId.SELF, "Leaks at the coupling",
            List.of(CustomerReturns.Line.of(1, books.pieces("HOS-100", 1))), books.at(-1, 21))).value();
        returns.receive(books.key(), announced.id(), books.place(RETURNS), List.of(), books.at(-1, 22)).value();
    }

}
