package org.stockwright.fulfilment.internal.shipping;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.Step;
import org.stockwright.fulfilment.CustomerReturns;
import org.stockwright.fulfilment.Packing;
import org.stockwright.fulfilment.PackingRules;
import org.stockwright.fulfilment.Picking;
import org.stockwright.fulfilment.Picking.Confirmation;
import org.stockwright.fulfilment.Picking.Taken;
import org.stockwright.fulfilment.Shipping;
import org.stockwright.fulfilment.Transfers;
import org.stockwright.fulfilment.internal.OrderWorld;
import org.stockwright.fulfilment.spi.PickStrategy.Limits;

/** Words for picking, packing and shipping. */
abstract class ShippingWorld extends OrderWorld {

    Picking picking() {
        return world.service(Picking.class);
    }

    Packing packing() {
        return world.service(Packing.class);
    }

    PackingRules rules() {
        return world.service(PackingRules.class);
    }

    Shipping shipping() {
        return world.service(Shipping.class);
    }

    Transfers transfers() {
        return world.service(Transfers.class);
    }

    CustomerReturns returns() {
        return world.service(CustomerReturns.class);
    }

    Picking.Wanted wanted(String strategy, Document... orders) {
        return new Picking.Wanted(key(), strategy, List.of(orders).stream().map(Document::id).toList(),
            Optional.of(warehouse.place("PACK").id()), Limits.NONE);
    }

    /** A released list of one order. */
    Document list(Document order) {
        Document made = picking().make(wanted("single", order)).value().getFirst();
        return picking().release(made.id()).value();
    }

    Confirmation confirm(Document list, Taken... taken) {
        return new Confirmation(key(), list.id(), world.clock().instant(), List.of(taken));
    }

    /** An order whose goods lie picked. */
    Document picked(Document order) {
        allocate(order);
        picking().confirm(confirm(list(order))).value();
        return now(order);
    }

    Document ship(Document order, Shipping.Ready ready) {
        return shipping().ship(Shipping.Request.of(key(), order.id(), ready, world.clock().instant())).value();
    }

    static BigDecimal done(Document document, int line, Step step) {
        return document.line(line).map(one -> one.done(step)).orElseThrow().stripTrailingZeros();
    }

    /** The lines as {@code bin item quantity}. */
    static List<String> walk(Document list) {
        return list.lines().stream().map(ShippingWorld::stop).toList();
    }

    private static String stop(DocumentLine line) {
        return line.locationCode() + " " + line.item() + " " + line.quantity().amountText();
    }

}
