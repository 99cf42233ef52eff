package org.stockwright.fulfilment.internal.orders;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentEvent;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.DocumentQuery;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.Documents;
import org.stockwright.documents.Step;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.OrderRequest;
import org.stockwright.fulfilment.Orders;
import org.stockwright.fulfilment.internal.OrderWorld;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.testkit.Together;

import static org.assertj.core.api.Assertions.assertThat;

class OrdersTest extends OrderWorld {

    @BeforeEach
    void stock() {
        warehouse.items("BOLT", "NUT");
        receive("B1", "BOLT", 10);
        receive("B2", "BOLT", 5);
    }

    @Test
    void anOrderIsPricedNumberedAndPromised() {
        warehouse.setItem("BOLT", "list_price", new BigDecimal("2.50"));
        Document order = orders().place(request(line("BOLT", 4), line("NUT", 1).priced(Optional.of(number("7"))))
            .about("PO 77").wanted(Optional.of(LocalDate.of(2026, 1, 20)), 5)).value();
        assertThat(order.number()).isEqualTo("SO-000001");
        assertThat(order.state()).isEqualTo("OPEN");
        assertThat(order.currency()).isEqualTo(EUR);
        assertThat(order.total()).isEqualByComparingTo("17");
        assertThat(order.lines()).extracting(DocumentLine::promised)
            .containsExactly(Optional.of(LocalDate.of(2026, 1, 20)), Optional.empty());
    }

    @Test
    void aKeyYieldsTheFirstOrderAgainAndOtherContentIsRefused() {
        OrderRequest request = request(line("BOLT", 4));
        Document first = orders().place(request).value();
        assertThat(orders().place(request).value()).isEqualTo(first);
        assertThat(orders().place(request.about("other")).refusals()).extracting(Refusal::code)
            .containsExactly(DocumentRefusal.KEY_REUSED_WITH_OTHER_CONTENT);
        assertThat(world.service(Documents.class).count(DocumentQuery.of("customer-order"))).isEqualTo(1);
        assertThat(orders().rehearse(request(line("BOLT", 1))).value().number()).isEqualTo("SO-000002");
        assertThat(place(line("BOLT", 1)).number()).isEqualTo("SO-000002");
    }

    @Test
    void theSameReferenceOfTheSameCustomerIsADuplicate() {
        orders().place(request(line("BOLT", 1)).about("PO 77")).value();
        Outcome<Document> again = orders().place(request(line("BOLT", 2)).about("PO 77"));
        assertThat(again.refusals()).extracting(Refusal::code).containsExactly(FulfilmentRefusal.DUPLICATE_ORDER);
        assertThat(again.refusals().getFirst().sentence()).contains("SO-000001", "PO 77");
        assertThat(orders().place(OrderRequest.customer(key(), other, List.of(line("BOLT", 2))).about("PO 77"))
            .isDone()).isTrue();
        assertThat(orders().place(request(line("BOLT", 2)).about("PO 77").acceptingDuplicate()).isDone()).isTrue();
        assertThat(orders().placeAll(List.of(request(line("BOLT", 1)).about("A"), request(line("NUT", 1)).about("A")))
            .refusals()).extracting(Refusal::code).containsExactly(FulfilmentRefusal.DUPLICATE_ORDER);
    }

    @Test
    void twentyClerksWithOneReferencePlaceOneOrder() throws Exception {
        List<Outcome<Document>> placed = Together.run(20, i -> () -> orders().place(OrderRequest
            .customer("clerk-" + i, customer, List.of(line("BOLT", 1))).about("one paper")));
        assertThat(placed).filteredOn(Outcome::isDone).extracting(order -> order.value().number())
            .containsExactly("SO-000001");
    }

    @Test
    void whatIsWrongIsToldForEachLineAndNothingIsStored() {
        warehouse.setItem("NUT", "active", 0);
        Outcome<Document> wrong = orders().place(request(line("BOLT", 0), line("NUT", 1)).shippedTo("X")
            .wanted(Optional.empty(), 1000));
        assertThat(wrong.refusals()).extracting(Refusal::code).containsExactlyInAnyOrder(
            FulfilmentRefusal.UNKNOWN_ADDRESS, FulfilmentRefusal.BAD_PRIORITY, FulfilmentRefusal.QUANTITY_NOT_POSITIVE,
            FulfilmentRefusal.ITEM_INACTIVE);
        assertThat(orders().place(OrderRequest.customer(key(), PartnerId.SELF, List.of(line("BOLT", 1)))).refusals())
            .extracting(Refusal::code).containsExactly(FulfilmentRefusal.UNKNOWN_CUSTOMER);
        assertThat(orders().place(OrderRequest.internal(key(), " ", "", List.of(line("BOLT", 1)))).refusals())
            .extracting(Refusal::code).containsExactly(FulfilmentRefusal.DEPARTMENT_MISSING);
        assertThat(warehouse.rows("document")).isZero();
    }

    @Test
    void internalAndTransferOrdersHaveTheirOwnSeriesAndPlaces() {
        Document internal = orders().place(OrderRequest.internal(key(), "Repair", "CC-9", List.of(line("BOLT", 2)))
            .to(Optional.of(warehouse.place("PRODUCTION").id()))).value();
        assertThat(internal.number()).isEqualTo("IO-000001");
        assertThat(internal.costCentre()).isEqualTo("CC-9");
        assertThat(internal.targetCode()).isEqualTo("PRODUCTION");
        warehouse.places().saveAll(List.of(Locations.Draft.of("EAST", "East", "", LocationKind.WAREHOUSE))).value();
        OrderRequest transfer = OrderRequest.transfer(key(), warehouse.place("MAIN").id(),
            warehouse.place("EAST").id(), List.of(line("BOLT", 2)));
        Document moved = orders().place(transfer.carried(PartnerId.SELF, Optional.of(LocalDate.of(2026, 1, 18))))
            .value();
        assertThat(moved.number()).isEqualTo("TO-000001");
        assertThat(moved.lines().getFirst().promised()).hasValue(LocalDate.of(2026, 1, 18));
        assertThat(orders().place(OrderRequest.transfer(key(), warehouse.place("MAIN").id(),
            warehouse.place("MAIN").id(), List.of(line("BOLT", 2)))).refusals()).extracting(Refusal::code)
            .containsExactly(FulfilmentRefusal.BAD_PLACE);
    }

    @Test
    void aRevisionGivesBackWhatIsHeldTooMuchAndIsToldInTheTrail() {
        Document order = place(line("BOLT", 12));
        allocate(order);
        assertThat(now(order).state()).isEqualTo("ALLOCATED");
        Document revised = orders().revise(order.id(), List.of(new Orders.Change(1, Optional.of(pcs(3)),
            Optional.of(number("4")), Optional.of(LocalDate.of(2026, 2, 1)))), List.of(line("NUT", 2)), "Phoned.")
            .value();
        assertThat(revised.revision()).isEqualTo(1);
        assertThat(revised.state()).isEqualTo("OPEN");
        assertThat(revised.lines()).extracting(DocumentLine::item).containsExactly("BOLT", "NUT");
        assertThat(revised.lines().getFirst().quantity()).isEqualTo(pcs(3));
        assertThat(revised.lines().getFirst().done(Step.ALLOCATED)).isEqualByComparingTo("3");
        assertThat(warehouse.reserved("B1", "BOLT").add(warehouse.reserved("B2", "BOLT"))).isEqualByComparingTo("3");
        assertThat(world.service(Documents.class).trail(order.id())).extracting(DocumentEvent::action)
            .contains("revised");
        assertThat(orders().revise(order.id(), List.of(new Orders.Change(9, Optional.of(pcs(3)), Optional.empty(),
            Optional.empty())), List.of(), "").refusals()).extracting(Refusal::code)
            .containsExactly(FulfilmentRefusal.UNKNOWN_LINE);
    }

    @Test
    void whatIsCancelledIsFreeAgain() {
        Document order = place(line("BOLT", 12), line("NUT", 1));
        allocate(order);
        Document rest = orders().cancel(order.id(), lines(1), "Not needed.").value();
        assertThat(rest.state()).isEqualTo("OPEN");
        assertThat(rest.lines().getFirst().open(Step.SHIPPED)).isZero();
        assertThat(warehouse.reserved("B1", "BOLT")).isZero();
        assertThat(orders().cancel(order.id(), lines(), "").value().state()).isEqualTo("CANCELLED");
        assertThat(orders().cancel(order.id(), lines(), "").refusals()).extracting(Refusal::code)
            .containsExactly(FulfilmentRefusal.ORDER_NOT_OPEN);
    }

    @Test
    void aPartIsSplitOffAndWhatWasHeldForItIsFree() {
        Document order = place(line("BOLT", 12));
        allocate(order);
        List<Orders.Part> parts = List.of(new Orders.Part(1, pcs(5)));
        Document part = orders().split(order.id(), "split-1", parts).value();
        assertThat(part.number()).isEqualTo("SO-000002");
        assertThat(part.source()).hasValue(order.id());
        assertThat(part.lines().getFirst().quantity()).isEqualTo(pcs(5));
        assertThat(now(order).lines().getFirst().open(Step.SHIPPED)).isEqualByComparingTo("7");
        assertThat(now(order).state()).isEqualTo("ALLOCATED");
        assertThat(warehouse.reserved("B1", "BOLT").add(warehouse.reserved("B2", "BOLT"))).isEqualByComparingTo("7");
        assertThat(orders().split(order.id(), "split-1", parts).value()).isEqualTo(part);
        assertThat(orders().split(order.id(), "split-2", List.of(new Orders.Part(1, pcs(8)))).refusals())
            .extracting(Refusal::code).containsExactly(FulfilmentRefusal.MORE_THAN_OPEN);
        assertThat(orders().split(order.id(), "split-3", List.of()).refusals()).extracting(Refusal::code)
            .contains(FulfilmentRefusal.NOTHING_TO_SPLIT);
    }

    @Test
    void anOrderThatIsClosedShortWantsNothingMore() {
        Document order = place(line("BOLT", 2));
        allocate(order);
        assertThat(orders().close(order.id(), "Too late.").value().isOpen()).isFalse();
        assertThat(warehouse.reserved("B1", "BOLT")).isZero();
        assertThat(orders().close(order.id(), "").refusals()).extracting(Refusal::code)
            .containsExactly(FulfilmentRefusal.ORDER_NOT_OPEN);
    }

}
