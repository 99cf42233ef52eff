package org.stockwright.fulfilment.internal.dropship;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.Tracking;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.Documents;
import org.stockwright.documents.Step;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.fulfilment.Availability;
import org.stockwright.fulfilment.CustomerReturns;
import org.stockwright.fulfilment.DropShipping;
import org.stockwright.fulfilment.DropShipping.Back;
import org.stockwright.fulfilment.DropShipping.DirectReturn;
import org.stockwright.fulfilment.DropShipping.Dispatch;
import org.stockwright.fulfilment.DropShipping.Part;
import org.stockwright.fulfilment.DropShipping.Routed;
import org.stockwright.fulfilment.DropShipping.Routing;
import org.stockwright.fulfilment.DropShipping.Sent;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.Shipping;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.Verification;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.Receipts;
import org.stockwright.purchasing.ReceivingRefusal;
import org.stockwright.purchasing.SupplierInvoices;
import org.stockwright.purchasing.SupplierReturns;
import org.stockwright.testkit.Together;
import org.stockwright.testkit.Warehouse;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.CostSettings;

import static org.assertj.core.api.Assertions.assertThat;

class DropShipTest extends DropShipWorld {

    @AfterEach
    void everythingTiesOut() {
        tiesOut();
        assertThat(world.service(Verification.class).verify(Progress.NONE)).allMatch(Verification.Result::passed);
    }

    @Test
    void theSupplierSendsAWholeOrderAndOwnStockIsNotTouched() {
        buy("B1", "BOLT", 4, "7");
        Document order = place(line("BOLT", 10));
        Document purchase = routed(order, Part.of(1).at(number("3.5")));
        assertThat(purchase.placeCode()).isEqualTo("DROP-SHIP");
        assertThat(warehouse.place("DROP-SHIP").kind()).isEqualTo(LocationKind.TRANSIT);
        assertThat(purchase.source()).contains(order.id());
        assertThat(purchase.lines().getFirst().source()).contains(order.lines().getFirst().id());
        assertThat(done(order, 1, Step.ORDERED)).isEqualByComparingTo("10");
        allocate(order);
        assertThat(held(order.id())).isEmpty();
        Availability.View bolt = availability().of(List.of(warehouse.itemOf("BOLT")), Optional.empty()).getFirst();
        assertThat(bolt.net().amount()).isEqualByComparingTo("4");
        assertThat(codes(dropShipping().dispatch(Dispatch.of(key(), purchase.id(), List.of(), at()))))
            .containsExactly(DocumentRefusal.NOT_IN_THIS_STATE);
        approved(purchase);
        assertThat(availability().of(List.of(warehouse.itemOf("BOLT")), Optional.empty()).getFirst().incoming()
            .amount()).isEqualByComparingTo("0");
        assertThat(purchases().arrivals(Optional.empty())).isEmpty();
        Document shipment = dispatch(purchase, sent(1, 4));
        assertThat(shipment.carrierCode()).isEqualTo("S1");
        assertThat(shipment.partner()).isEqualTo(customer);
        assertThat(account(COST_OF_SALES)).isEqualByComparingTo("14");
        assertThat(done(order, 1, Step.ORDERED)).isEqualByComparingTo("6");
        assertThat(done(order, 1, Step.SHIPPED)).isEqualByComparingTo("4");
        assertThat(done(purchase, 1, Step.RECEIVED)).isEqualByComparingTo("4");
        assertThat(now(order).isOpen()).isTrue();
        dispatch(purchase);
        assertThat(account(COST_OF_SALES)).isEqualByComparingTo("35");
        assertThat(account(SUPPLIERS)).isEqualByComparingTo("-63");
        assertThat(account(STOCK)).isEqualByComparingTo("28");
        assertThat(warehouse.onHand("B1", "BOLT")).isEqualByComparingTo("4");
        assertThat(warehouse.onHand("DROP-SHIP", "BOLT")).isEqualByComparingTo("0");
        assertThat(now(order).state()).isEqualTo("SHIPPED");
        assertThat(now(purchase).state()).isEqualTo(PurchaseOrders.CLOSED);
        assertThat(world.service(Documents.class).chain(order.id())).extracting(one -> one.step())
            .contains(Step.ORDERED, Step.RECEIVED, Step.SHIPPED);
    }

    @Test
    void ownStockFillsOnlyTheRest() {
        buy("B1", "BOLT", 20, "7");
        Document order = place(line("BOLT", 10));
        Document purchase = approved(routed(order, part(1, 6, "3.5")));
        allocate(order);
        assertThat(held(order.id())).containsExactly("B1 4");
        assertThat(now(order).state()).isEqualTo("ALLOCATED");
        assertThat(codes(dropShipping().route(Routing.of(key(), order.id(), supplier, List.of(part(1, 1, "3.5"))))))
            .containsExactly(FulfilmentRefusal.MORE_THAN_UNHELD);
        // the buyer cannot order more of it either
        assertThat(codes(purchases().revise(purchase.id(), purchase.revision(),
            List.of(new PurchaseOrders.Revision(1, Optional.of(number("7")), Optional.empty(), Optional.empty())),
            "more"))).containsExactly(FulfilmentRefusal.MORE_THAN_UNHELD);
        world.service(Shipping.class).ship(Shipping.Request.of(key(), order.id(), Shipping.Ready.HELD, at())).value();
        assertThat(now(order).isOpen()).isTrue();
        assertThat(account(COST_OF_SALES)).isEqualByComparingTo("28");
        dispatch(purchase);
        assertThat(account(COST_OF_SALES)).isEqualByComparingTo("49");
        assertThat(now(order).state()).isEqualTo("SHIPPED");
        assertThat(warehouse.onHand("B1", "BOLT")).isEqualByComparingTo("16");
    }

    @Test
    void whatIsHeldIsNotRoutedAndWhatIsRoutedIsNotCancelled() {
        buy("B1", "BOLT", 20, "7");
        Document order = place(line("BOLT", 10));
        allocate(order);
        assertThat(codes(dropShipping().route(Routing.of(key(), order.id(), supplier, List.of(Part.of(1))))))
            .containsExactly(FulfilmentRefusal.MORE_THAN_UNHELD);
        Document next = place(line("NUT", 10));
        Document purchase = routed(next, part(1, 4, "1"));
        assertThat(codes(orders().cancel(next.id(), List.of(), ""))).isEmpty();
        assertThat(done(next, 1, Step.CANCELLED)).isEqualByComparingTo("6");
        assertThat(codes(orders().cancel(next.id(), List.of(), "")))
            .containsExactly(FulfilmentRefusal.WITH_A_SUPPLIER);
        assertThat(codes(orders().close(next.id(), ""))).containsExactly(FulfilmentRefusal.WITH_A_SUPPLIER);
        purchases().cancel(purchase.id(), "out of stock").value();
        assertThat(done(next, 1, Step.ORDERED)).isEqualByComparingTo("0");
        assertThat(codes(orders().cancel(next.id(), List.of(), ""))).isEmpty();
        assertThat(now(next).state()).isEqualTo("CANCELLED");
    }

    @Test
    void whatIsClosedShortIsFilledFromOwnStock() {
        buy("B1", "BOLT", 20, "7");
        Document order = place(line("BOLT", 10));
        Document purchase = approved(routed(order, Part.of(1).at(number("3.5"))));
        dispatch(purchase, sent(1, 3));
        allocate(order);
        assertThat(held(order.id())).isEmpty();
        purchases().closeShort(purchase.id(), "sold out").value();
        assertThat(now(order).state()).isEqualTo("OPEN");
        allocate(order);
        assertThat(held(order.id())).containsExactly("B1 7");
        assertThat(dropShipping().list(true)).isEmpty();
        assertThat(dropShipping().list(false)).extracting(Routed::customer, one -> one.wanted().amountText(),
            one -> one.dispatched().amountText(), one -> one.open().amountText())
            .containsExactly(org.assertj.core.groups.Tuple.tuple("C1", "3", "3", "0"));
    }

    @Test
    void nothingOfItArrivesHereAndNothingIsOrderedForACustomerOtherwise() {
        Document order = place(line("BOLT", 10));
        Document purchase = approved(routed(order, part(1, 6, "3.5")));
        Outcome<Receipts.Received> received = world.service(Receipts.class).receive(new Receipts.Request(key(),
            Receipts.Origin.SUPPLIER, Optional.of(purchase.id()), PartnerId.SELF, Optional.empty(), Optional.empty(),
            "", "", at(), false, List.of(Receipts.Line.of("BOLT", BigDecimal.ONE))));
        assertThat(codes(received)).containsExactly(ReceivingRefusal.GOES_TO_CUSTOMER);
        assertThat(codes(purchases().place(PurchaseOrders.Draft.of(key(), supplier, List.of(PurchaseOrders.Line
            .of(warehouse.itemOf("BOLT"), BigDecimal.ONE).at(number("3")).from(order.lines().getFirst().id()))))))
            .containsExactly(FulfilmentRefusal.NOT_TO_THE_CUSTOMER);
        Document plain = approved(purchases().place(PurchaseOrders.Draft.of(key(), supplier, List.of(
            PurchaseOrders.Line.of(warehouse.itemOf("BOLT"), BigDecimal.ONE).at(number("3"))))).value());
        assertThat(codes(dropShipping().dispatch(Dispatch.of(key(), plain.id(), List.of(), at()))))
            .containsExactly(FulfilmentRefusal.NOT_DROP_SHIPPED);
        assertThat(codes(dropShipping().dispatch(Dispatch.of(key(), purchase.id(), List.of(sent(1, 4), sent(1, 3)),
            at())))).containsExactly(FulfilmentRefusal.MORE_THAN_WITH_SUPPLIER);
        assertThat(account(COST_OF_SALES)).isEqualByComparingTo("0");
    }

    @Test
    void theSameAgainIsHarmless() {
        Document order = place(line("BOLT", 10));
        Routing routing = Routing.of(key(), order.id(), supplier, List.of(Part.of(1).at(number("3.5"))));
        Document purchase = dropShipping().route(routing).value();
        assertThat(dropShipping().route(routing).value().id()).isEqualTo(purchase.id());
        assertThat(codes(dropShipping().route(Routing.of(routing.key(), order.id(), supplier,
            List.of(part(1, 9, "3.5")))))).containsExactly(DocumentRefusal.KEY_REUSED_WITH_OTHER_CONTENT);
        approved(purchase);
        Dispatch dispatch = Dispatch.of(key(), purchase.id(), List.of(sent(1, 5)), at());
        Document shipment = dropShipping().dispatch(dispatch).value();
        assertThat(dropShipping().dispatch(dispatch).value().id()).isEqualTo(shipment.id());
        DirectReturn back = new DirectReturn(key(), shipment.id(), List.of(new Back(1, BigDecimal.TWO)), "bent", "",
            at());
        Document came = dropShipping().giveBack(back).value();
        assertThat(dropShipping().giveBack(back).value().id()).isEqualTo(came.id());
        assertThat(account(COST_OF_SALES)).isEqualByComparingTo("10.5");
    }

    @Test
    void theCustomerSendsItBackToTheSupplierAtItsCost() {
        buy("B1", "BOLT", 4, "7");
        Document order = place(line("BOLT", 10));
        Document purchase = approved(routed(order, Part.of(1).at(number("3.5"))));
        Document shipment = dispatch(purchase);
        Document back = dropShipping().giveBack(new DirectReturn(key(), shipment.id(),
            List.of(new Back(1, number("4"))), "bent", "RMA-1", at())).value();
        assertThat(back.state()).isEqualTo("CLOSED");
        assertThat(account(COST_OF_SALES)).isEqualByComparingTo("21");
        assertThat(account(SUPPLIERS)).isEqualByComparingTo("-49");
        assertThat(account(STOCK)).isEqualByComparingTo("28");
        Document toSupplier = world.service(Documents.class).find(SupplierReturns.KIND, "SR-000001").orElseThrow();
        assertThat(toSupplier.state()).isEqualTo(SupplierReturns.CREDIT_EXPECTED);
        assertThat(toSupplier.total()).isEqualByComparingTo("14");
        assertThat(done(purchase, 1, Step.RETURNED)).isEqualByComparingTo("4");
        assertThat(done(order, 1, Step.RETURNED)).isEqualByComparingTo("4");
        assertThat(world.service(SupplierInvoices.class).receivedNotInvoiced(Optional.empty())).hasSize(1)
            .allMatch(one -> one.open().amount().compareTo(number("6")) == 0);
        assertThat(codes(dropShipping().giveBack(new DirectReturn(key(), shipment.id(),
            List.of(new Back(1, number("7"))), "bent", "", at()))))
            .containsExactly(FulfilmentRefusal.MORE_THAN_SHIPPED);
        assertThat(codes(dropShipping().reverse(key(), shipment.id(), at(), "no")))
            .containsExactly(FulfilmentRefusal.RETURNED_ALREADY);
        assertThat(world.service(SupplierReturns.class).credited(toSupplier.id(), "CN-1").value().state())
            .isEqualTo("CREDITED");
        assertThat(codes(world.service(SupplierReturns.class).reverse(new Receipts.Reversal(key(), toSupplier.id(),
            at(), "no")))).containsExactly(ReceivingRefusal.GOES_TO_CUSTOMER);
    }

    @Test
    void whatComesIntoOwnStockHasThePurchasePrice() {
        buy("B1", "BOLT", 4, "7");
        warehouse.bins("RETURNS");
        Document order = place(line("BOLT", 10));
        Document shipment = dispatch(approved(routed(order, Part.of(1).at(number("3.5")))));
        CustomerReturns returns = world.service(CustomerReturns.class);
        Document back = returns.announce(new CustomerReturns.Announcement(key(), Optional.of(shipment.id()),
            PartnerId.SELF, "bent", List.of(CustomerReturns.Line.of(1, pcs(3))), at())).value();
        assertThat(codes(dropShipping().giveBack(new DirectReturn(key(), shipment.id(),
            List.of(new Back(1, number("8"))), "bent", "", at()))))
            .containsExactly(FulfilmentRefusal.MORE_THAN_SHIPPED);
        returns.receive(key(), back.id(), warehouse.place("RETURNS").id(), List.of(), at()).value();
        assertThat(account(COST_OF_SALES)).isEqualByComparingTo("24.5");
        assertThat(account(STOCK)).isEqualByComparingTo("38.5");
        assertThat(account(SUPPLIERS)).isEqualByComparingTo("-63");
    }

    @Test
    void aDispatchThatDidNotLeaveIsTakenBack() {
        Document order = place(line("BOLT", 10));
        Document purchase = approved(routed(order, Part.of(1).at(number("3.5"))));
        Document shipment = dispatch(purchase);
        assertThat(codes(world.service(Shipping.class).reverse(key(), shipment.id(), at(), "no")))
            .containsExactly(FulfilmentRefusal.NO_REVERSAL);
        Document reversal = dropShipping().reverse(key(), shipment.id(), at(), "not collected").value();
        assertThat(reversal.reverses()).contains(shipment.id());
        assertThat(now(shipment).state()).isEqualTo("REVERSED");
        assertThat(account(COST_OF_SALES)).isEqualByComparingTo("0");
        assertThat(account(SUPPLIERS)).isEqualByComparingTo("0");
        assertThat(done(order, 1, Step.SHIPPED)).isEqualByComparingTo("0");
        assertThat(done(order, 1, Step.ORDERED)).isEqualByComparingTo("10");
        assertThat(now(order).isOpen()).isTrue();
        assertThat(PurchaseOrders.RECEIVABLE).contains(now(purchase).state());
        assertThat(codes(dropShipping().reverse(key(), shipment.id(), at(), "again")))
            .containsExactly(FulfilmentRefusal.NO_REVERSAL);
        dispatch(purchase);
        assertThat(account(COST_OF_SALES)).isEqualByComparingTo("35");
    }

    @Test
    void theSameGoodsAtTwoCostsGoByTwoDispatches() {
        Document order = place(line("BOLT", 5), line("BOLT", 5));
        Document purchase = approved(routed(order, part(1, 5, "3"), part(2, 5, "4")));
        assertThat(codes(dropShipping().dispatch(Dispatch.of(key(), purchase.id(), List.of(), at()))))
            .containsExactly(FulfilmentRefusal.TWO_COSTS);
        Document first = dispatch(purchase, sent(1, 5));
        dispatch(purchase, sent(2, 5));
        assertThat(account(COST_OF_SALES)).isEqualByComparingTo("35");
        dropShipping().giveBack(new DirectReturn(key(), first.id(), List.of(), "bent", "", at())).value();
        assertThat(account(COST_OF_SALES)).isEqualByComparingTo("20");
    }

    @Test
    void whatWouldBeOrderedIsShownBeforeAnythingIsStored() {
        buy("B1", "BOLT", 3, "7");
        Document order = place(line("BOLT", 10), line("NUT", 2));
        allocate(order);
        assertThat(dropShipping().routable(order.id()))
            .extracting(one -> one.line() + " " + one.quantity().amountText())
            .containsExactly("1 7", "2 2");
        Routing routing = Routing.of(key(), order.id(), supplier, List.of(Part.of(1).at(number("3.5"))));
        // the first order makes the place of transit: what it would be is shown without it
        Document shown = dropShipping().preview(routing).value();
        assertThat(shown.lines().getFirst().quantity().amount()).isEqualByComparingTo("7");
        assertThat(shown.total()).isEqualByComparingTo("24.5");
        assertThat(world.service(Locations.class).byCode("DROP-SHIP")).isEmpty();
        assertThat(dropShipping().list(false)).isEmpty();
        dropShipping().route(routing).value();
        assertThat(dropShipping().routable(order.id())).extracting(DropShipping.Routable::item).containsExactly("NUT");
        assertThat(codes(dropShipping().preview(Routing.of(key(), order.id(), supplier, List.of(part(1, 1, "1"))))))
            .containsExactly(FulfilmentRefusal.MORE_THAN_UNHELD);
        assertThat(codes(dropShipping().preview(Routing.of(key(), order.id(), supplier, List.of()))))
            .containsExactly(DocumentRefusal.NO_LINES);
    }

    @Test
    void aFileOfASupplierConfirmsManyDispatches() {
        warehouse.item("GLUE", Warehouse.PCS, Tracking.LOT, "");
        Document order = place(line("BOLT", 10), line("GLUE", 5));
        approved(routed(order, part(1, 10, "3.5"), part(2, 5, "2")));
        Document next = place(line("NUT", 4));
        approved(routed(next, part(1, 4, "1")));
        String[] file = { "key,order,line,quantity,lot,expires,paper,effective",
            "D1,PO-000001,1,4,,,LS-1,2026-01-15", "D1,PO-000001,2,5,L-7,2027-06-30,LS-1,2026-01-15",
            "D2,PO-000002,,,,,LS-2,2026-01-15" };
        assertThat(run("drop-ship-dispatches", ImportMode.DRY_RUN, file))
            .isEqualTo(new ImportResult(3, 3, 0, List.of(), List.of()));
        assertThat(done(order, 1, Step.SHIPPED)).isEqualByComparingTo("0");
        assertThat(run("drop-ship-dispatches", ImportMode.ALL_OR_NOTHING, file))
            .isEqualTo(new ImportResult(3, 3, 0, List.of(), List.of()));
        assertThat(done(order, 1, Step.SHIPPED)).isEqualByComparingTo("4");
        assertThat(done(order, 2, Step.SHIPPED)).isEqualByComparingTo("5");
        assertThat(now(next).state()).isEqualTo("SHIPPED");
        world.clock().advance(Duration.ofMinutes(1));
        assertThat(run("drop-ship-dispatches", ImportMode.ALL_OR_NOTHING, file))
            .isEqualTo(new ImportResult(3, 0, 3, List.of(), List.of()));
        ImportResult wrong = run("drop-ship-dispatches", ImportMode.KEEP_GOOD,
            "key,order,line,quantity,lot,expires,paper,carrier", "D3,PO-000001,1,7,,,,", "D4,PO-000001,9,1,,,,",
            "D5,PO-000001,,2,,,,", "D6,NOTHING,1,1,,,,", "D7,PO-000001,1,1,,soon,,NOBODY", "D8,PO-000001,1,1,,,A,",
            "D8,PO-000001,1,1,,,B,", "D9,PO-000001,1,,,,,");
        assertThat(wrong.stored()).isZero();
        assertThat(wrong.refusals()).extracting(one -> one.place().line() + " " + one.place().column() + " "
            + one.code().name()).containsExactlyInAnyOrder("2 line MORE_THAN_WITH_SUPPLIER", "3 line UNKNOWN_LINE",
                "4 line MISSING", "5 order UNKNOWN_DOCUMENT", "6 expires NOT_AN_INSTANT", "6 carrier NOT_A_CARRIER",
                "8 paper UNKNOWN_VALUE", "9 quantity MISSING");
    }

    @Test
    void aLotOfTheSupplierIsOnThePapers() {
        warehouse.item("GLUE", Warehouse.PCS, Tracking.LOT, "");
        Document order = place(line("GLUE", 5));
        Document purchase = approved(routed(order, part(1, 5, "2")));
        assertThat(dropShipping().dispatch(Dispatch.of(key(), purchase.id(), List.of(), at())).isDone()).isFalse();
        Document shipment = dispatch(purchase, new Sent(1, number("5"), "L-7", Optional.empty()));
        assertThat(shipment.lines().getFirst().lot()).isEqualTo("L-7");
        dropShipping().giveBack(new DirectReturn(key(), shipment.id(), List.of(), "dry", "", at())).value();
        assertThat(account(COST_OF_SALES)).isEqualByComparingTo("0");
    }

    @Test
    void atStandardCostThePriceVarianceHasTheRest() {
        world.service(CostSettings.class).setStandards(List.of(new CostSettings.Standard(warehouse.itemOf("BOLT"),
            Optional.empty(), Cost.of(number("3")))), Progress.NONE).value();
        method(CostMethod.STANDARD);
        Document order = place(line("BOLT", 10));
        Document shipment = dispatch(approved(routed(order, Part.of(1).at(number("3.5")))));
        assertThat(account(COST_OF_SALES)).isEqualByComparingTo("30");
        assertThat(account(PRICE_VARIANCE)).isEqualByComparingTo("5");
        assertThat(account(SUPPLIERS)).isEqualByComparingTo("-35");
        dropShipping().giveBack(new DirectReturn(key(), shipment.id(), List.of(), "bent", "", at())).value();
        assertThat(account(COST_OF_SALES)).isEqualByComparingTo("0");
        assertThat(account(SUPPLIERS)).isEqualByComparingTo("0");
    }

    @Test
    void whoAllocatesAndWhoRoutesAtOnceNeverTakeTheSamePart() throws Exception {
        buy("B1", "BOLT", 100, "7");
        Document order = place(line("BOLT", 10));
        Together.run(8, i -> {
            String key = key();
            return () -> i > 0 ? dropShipping().route(Routing.of(key, order.id(), supplier,
                List.of(part(1, 3, "3.5")))).isDone() : allocate(order) != null;
        });
        BigDecimal held = allocation().held(order.id()).stream().map(one -> one.quantity().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(held.signum()).isPositive();
        assertThat(held.add(done(order, 1, Step.ORDERED))).isEqualByComparingTo("10");
        assertThat(now(order).state()).isEqualTo("ALLOCATED");
    }

    private static List<org.stockwright.base.RefusalCode> codes(Outcome<?> outcome) {
        return outcome.refusals().stream().map(Refusal::code).toList();
    }

}
