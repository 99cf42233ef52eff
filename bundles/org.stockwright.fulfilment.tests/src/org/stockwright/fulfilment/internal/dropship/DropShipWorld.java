package org.stockwright.fulfilment.internal.dropship;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Progress;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.documents.Document;
import org.stockwright.documents.Step;
import org.stockwright.fulfilment.DropShipping;
import org.stockwright.fulfilment.DropShipping.Dispatch;
import org.stockwright.fulfilment.DropShipping.Part;
import org.stockwright.fulfilment.DropShipping.Routing;
import org.stockwright.fulfilment.DropShipping.Sent;
import org.stockwright.fulfilment.internal.OrderWorld;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.CostSettings;
import org.stockwright.valuation.Journal;
import org.stockwright.valuation.Valuation;

import static org.assertj.core.api.Assertions.assertThat;

/** A company whose supplier sends bolts and nuts straight to customers, and whose stock has a value. */
abstract class DropShipWorld extends OrderWorld {

    static final String STOCK = "1300";
    static final String TRANSIT = "1310";
    static final String SUPPLIERS = "2150";
    static final String COST_OF_SALES = "5000";
    static final String PRICE_VARIANCE = "5200";

    PartnerId supplier = PartnerId.SELF;

    @BeforeEach
    void makeSupplier() {
        supplier = world.service(Partners.class).saveAll(List.of(new Partners.Draft("S1", "Supplier S1",
            Set.of(Partner.Role.SUPPLIER), Optional.empty(), true))).value().getFirst();
        warehouse.items("BOLT", "NUT");
    }

    DropShipping dropShipping() {
        return world.service(DropShipping.class);
    }

    PurchaseOrders purchases() {
        return world.service(PurchaseOrders.class);
    }

    Instant at() {
        return world.clock().instant();
    }

    void method(CostMethod method) {
        world.service(CostSettings.class).setPolicy(
            new CostSettings.Policy(CostSettings.Level.COMPANY, "", method, Optional.empty()), Progress.NONE).value();
    }

    void buy(String place, String item, long pieces, String cost) {
        post(warehouse.line("SUPPLIER", place, item, pieces).withUnitCost(number(cost)));
    }

    Part part(int line, long pieces, String price) {
        return Part.of(line).only(BigDecimal.valueOf(pieces)).at(number(price));
    }

    Document routed(Document order, Part... parts) {
        return dropShipping().route(Routing.of(key(), order.id(), supplier, List.of(parts))).value();
    }

    /** An order that the supplier may send, whatever it looks like. */
    Document approved(Document purchase) {
        return purchases().approve(purchase.id(), Optional.of("as agreed")).value();
    }

    Document dispatch(Document purchase, Sent... sent) {
        return dropShipping().dispatch(Dispatch.of(key(), purchase.id(), List.of(sent), at())).value();
    }

    static Sent sent(int line, long pieces) {
        return Sent.of(line, BigDecimal.valueOf(pieces));
    }

    BigDecimal done(Document document, int line, Step step) {
        return now(document).line(line).orElseThrow().done(step);
    }

    /** Debits less credits of an account. */
    BigDecimal account(String code) {
        return world.service(Journal.class).balances(Journal.Query.all()).stream()
            .filter(one -> one.account().equals(code)).map(Journal.Balance::balance).findFirst()
            .orElse(BigDecimal.ZERO);
    }

    void tiesOut() {
        assertThat(world.service(Valuation.class).tieOut(Optional.empty(), Progress.NONE)).isNotEmpty()
            .allMatch(row -> row.agrees());
        assertThat(account(TRANSIT)).isEqualByComparingTo("0");
    }

}
