package org.stockwright.fulfilment.internal.shipping;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.Documents;
import org.stockwright.documents.Link;
import org.stockwright.documents.Step;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.OrderRequest;
import org.stockwright.fulfilment.PackedUnit;
import org.stockwright.fulfilment.Shipping;
import org.stockwright.fulfilment.Transfers;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.MovementView;
import org.stockwright.ledger.PostingView;

import static org.assertj.core.api.Assertions.assertThat;

class ShippingTest extends ShippingWorld {

    @BeforeEach
    void stock() {
        warehouse.items("A", "B");
        warehouse.bins("PACK");
        receive("B1", "A", 10);
        receive("B1", "B", 10);
    }

    private Instant at() {
        return world.clock().instant();
    }

    private PostingView posting(String reference) {
        return warehouse.ledger().search(reference, 5).getFirst();
    }

    @Test
    void theChainGoesFromTheOrderToTheShipment() {
        Document order = picked(place(line("A", 4), line("B", 2)));
        List<PackedUnit> units = packing().packAll(key(), order.id(), at()).value();
        assertThat(units).singleElement().satisfies(unit -> assertThat(unit.content()).hasSize(2));
        PartnerId carrier = world.service(Partners.class).saveAll(List.of(new Partners.Draft("DHL", "DHL",
            Set.of(Partner.Role.CARRIER), Optional.empty(), true))).value().getFirst();
        Shipping.Request request = Shipping.Request.of(key(), order.id(), Shipping.Ready.PACKED, at())
            .carried(carrier, "JD0001");
        assertThat(shipping().rehearse(request).isDone()).isTrue();
        Document shipment = shipping().ship(request).value();
        assertThat(shipment.number()).isEqualTo("SH-000001");
        assertThat(shipment.carrierCode()).isEqualTo("DHL");
        assertThat(shipping().ship(request).value()).isEqualTo(shipment);
        assertThat(posting("SH-000001").reference()).isEqualTo("SH-000001");
        assertThat(now(order).state()).isEqualTo("SHIPPED");
        assertThat(now(order).isOpen()).isFalse();
        assertThat(warehouse.onHand("PACK", "A")).isZero();
        assertThat(world.service(Documents.class).chain(shipment.id())).extracting(Link::step).contains(
            Step.ALLOCATED, Step.PICKED, Step.PACKED, Step.SHIPPED);
        assertThat(packing().unit(units.getFirst().code()).orElseThrow().state())
            .isEqualTo(PackedUnit.State.SHIPPED);
        assertThat(shipping().track(shipment.id(), carrier, "JD0002").value().tracking()).isEqualTo("JD0002");
    }

    @Test
    void aSmallShopShipsStraightFromItsBins() {
        Document order = place(line("A", 4), line("B", 20));
        allocate(order);
        Document first = ship(order, Shipping.Ready.HELD);
        assertThat(first.lines()).hasSize(2);
        Document half = now(order);
        assertThat(half.isOpen()).isTrue();
        assertThat(done(half, 2, Step.SHIPPED)).isEqualByComparingTo("10");
        assertThat(shipping().ship(Shipping.Request.of(key(), order.id(), Shipping.Ready.HELD, at())).refusals())
            .extracting(Refusal::code).containsExactly(FulfilmentRefusal.NOTHING_TO_SHIP);
        receive("B2", "B", 10);
        allocate(order);
        ship(order, Shipping.Ready.HELD);
        assertThat(now(order).state()).isEqualTo("SHIPPED");
    }

    @Test
    void aPartOfALineLeavesFirst() {
        Document order = picked(place(line("A", 6)));
        Shipping.Part part = new Shipping.Part(order.lines().getFirst().id(), new BigDecimal(2));
        Shipping.Request request = Shipping.Request.of(key(), order.id(), Shipping.Ready.PICKED, at())
            .only(List.of(part));
        Document shipment = shipping().ship(request).value();
        assertThat(shipment.lines().getFirst().quantity()).isEqualTo(pcs(2));
        assertThat(warehouse.reserved("PACK", "A")).isEqualByComparingTo("4");
        Outcome<Document> tooMuch = shipping().ship(Shipping.Request
            .of(key(), order.id(), Shipping.Ready.PICKED, at())
            .only(List.of(new Shipping.Part(part.line(), new BigDecimal(5)))));
        assertThat(tooMuch.refusals()).extracting(Refusal::code).containsExactly(FulfilmentRefusal.MORE_THAN_READY);
        ship(order, Shipping.Ready.PICKED);
        assertThat(now(order).isOpen()).isFalse();
    }

    @Test
    void ordersOfOneCustomerLeaveTogetherThoseOfTwoDoNot() {
        Document one = place(line("A", 1));
        Document two = place(line("A", 2));
        Document three = orders().place(OrderRequest.customer(key(), other, List.of(line("A", 1)))).value();
        List.of(one, two, three).forEach(this::allocate);
        Shipping.Request together = new Shipping.Request(key(), List.of(one.id(), two.id()), Shipping.Ready.HELD,
            List.of(), List.of(), PartnerId.SELF, "", Optional.empty(), Optional.empty(), at());
        assertThat(shipping().ship(together).value().lines()).hasSize(2);
        Document four = place(line("A", 1));
        allocate(four);
        Shipping.Request mixed = new Shipping.Request(key(), List.of(four.id(), three.id()), Shipping.Ready.HELD,
            List.of(), List.of(), PartnerId.SELF, "", Optional.empty(), Optional.empty(), at());
        assertThat(shipping().ship(mixed).refusals()).extracting(Refusal::code)
            .containsExactly(FulfilmentRefusal.DIFFERENT_RECEIVERS);
        assertThat(shipping().ship(new Shipping.Request(key(), List.of(one.id()), Shipping.Ready.HELD, List.of(),
            List.of(), PartnerId.SELF, "", Optional.empty(), Optional.empty(), at())).refusals())
            .extracting(Refusal::code).containsExactly(DocumentRefusal.NOT_IN_THIS_STATE);
    }

    @Test
    void aDepartmentBearsItsCostsAndProductionGetsWhatItWants() {
        Document office = orders().place(OrderRequest.internal(key(), "OFFICE", "CC-7", List.of(line("A", 2))))
            .value();
        allocate(office);
        Document shipment = ship(office, Shipping.Ready.HELD);
        MovementView moved = posting(shipment.number()).movements().getFirst();
        assertThat(moved.reason()).isEqualTo("CC-7");
        Document production = orders().place(OrderRequest.internal(key(), "SHOP", "CC-8", List.of(line("A", 3)))
            .to(Optional.of(warehouse.place("PRODUCTION").id()))).value();
        allocate(production);
        ship(production, Shipping.Ready.HELD);
        assertThat(warehouse.onHand("PRODUCTION", "A")).isEqualByComparingTo("3");
    }

    @Test
    void nothingIsLostBetweenTwoPlacesOfOurs() {
        world.service(Locations.class).saveAll(List.of(Locations.Draft.of("NORTH", "North", "",
            LocationKind.WAREHOUSE))).value();
        Document order = orders().place(OrderRequest.transfer(key(), warehouse.place("MAIN").id(),
            warehouse.place("NORTH").id(), List.of(line("A", 6)))).value();
        picked(order);
        packing().packAll(key(), order.id(), at()).value();
        Document shipment = ship(order, Shipping.Ready.PACKED);
        assertThat(shipment.state()).isEqualTo("IN_TRANSIT");
        assertThat(warehouse.onHand("TRANSIT", "A")).isEqualByComparingTo("6");
        assertThat(transfers().onTheirWay()).singleElement()
            .satisfies(one -> assertThat(one.quantity()).isEqualByComparingTo("6"));
        assertThat(transfers().receive(key(), shipment.id(),
            List.of(new Transfers.Arrived(1, new BigDecimal(7), Optional.empty())), at()).refusals())
            .extracting(Refusal::code).containsExactly(FulfilmentRefusal.MORE_THAN_IN_TRANSIT);
        String key = key();
        List<Transfers.Arrived> some = List.of(new Transfers.Arrived(1, new BigDecimal(2), Optional.empty()));
        Document receipt = transfers().receive(key, shipment.id(), some, at()).value();
        assertThat(transfers().receive(key, shipment.id(), some, at()).value()).isEqualTo(receipt);
        assertThat(warehouse.onHand("B1", "A").add(warehouse.onHand("TRANSIT", "A"))
            .add(warehouse.onHand("NORTH", "A"))).isEqualByComparingTo("10");
        assertThat(now(order).isOpen()).isTrue();
        transfers().receive(key(), shipment.id(), List.of(), at()).value();
        assertThat(warehouse.onHand("NORTH", "A")).isEqualByComparingTo("6");
        assertThat(now(order).state()).isEqualTo("CLOSED");
        assertThat(now(shipment).state()).isEqualTo("ARRIVED");
        assertThat(posting("SH-000001").reference()).isEqualTo("SH-000001");
    }

    @Test
    void aShipmentThatDidNotLeaveIsReversedOnItsOwnDay() {
        Document order = picked(place(line("A", 4)));
        Document shipment = ship(order, Shipping.Ready.PICKED);
        Instant later = at().plus(Duration.ofHours(5));
        world.clock().set(later);
        String key = key();
        Document reversal = shipping().reverse(key, shipment.id(), later, "the lorry broke down").value();
        assertThat(shipping().reverse(key, shipment.id(), later, "the lorry broke down").value()).isEqualTo(reversal);
        assertThat(reversal.effective()).isEqualTo(later);
        assertThat(reversal.reverses()).hasValue(shipment.id());
        assertThat(now(order).state()).isEqualTo("IN_PICKING");
        assertThat(done(now(order), 1, Step.SHIPPED)).isZero();
        assertThat(warehouse.reserved("PACK", "A")).isEqualByComparingTo("4");
        assertThat(shipping().reverse(key(), shipment.id(), later, "again").refusals()).extracting(Refusal::code)
            .containsExactly(FulfilmentRefusal.NO_REVERSAL);
        // and leaves after all
        ship(order, Shipping.Ready.PICKED);
        assertThat(now(order).state()).isEqualTo("SHIPPED");
    }

    @Test
    void whatWasPackedLiesLooseAgainWhenItsShipmentIsReversed() {
        Document order = picked(place(line("A", 4)));
        PackedUnit unit = packing().packAll(key(), order.id(), at()).value().getFirst();
        Document shipment = ship(order, Shipping.Ready.PACKED);
        shipping().reverse(key(), shipment.id(), at(), "not collected").value();
        assertThat(packing().unit(unit.code()).orElseThrow().state()).isEqualTo(PackedUnit.State.UNPACKED);
        assertThat(done(now(order), 1, Step.PACKED)).isZero();
        assertThat(packing().packAll(key(), order.id(), at()).value()).hasSize(2);
        ship(order, Shipping.Ready.PACKED);
        assertThat(now(order).state()).isEqualTo("SHIPPED");
    }

    @Test
    void namedUnitsLeaveTheOthersStay() {
        rules().saveAll(List.of(org.stockwright.fulfilment.PackingRules.Rule.box("S")
            .units(Optional.empty(), Optional.of(new BigDecimal(3))))).value();
        Document order = picked(place(line("A", 6)));
        List<PackedUnit> units = packing().packAll(key(), order.id(), at()).value();
        assertThat(units).hasSize(2);
        Document shipment = shipping().ship(Shipping.Request.of(key(), order.id(), Shipping.Ready.PACKED, at())
            .onlyUnits(List.of(units.getFirst().code()))).value();
        assertThat(shipment.lines()).singleElement()
            .satisfies(line -> assertThat(line.note()).isEqualTo(units.getFirst().code()));
        assertThat(done(now(order), 1, Step.SHIPPED)).isEqualByComparingTo("3");
        assertThat(shipping().ship(Shipping.Request.of(key(), order.id(), Shipping.Ready.PACKED, at())
            .onlyUnits(List.of("nonsense"))).refusals()).extracting(Refusal::code)
            .containsExactly(FulfilmentRefusal.UNKNOWN_PACKED_UNIT);
    }

}
