package org.stockwright.fulfilment.internal.shipping;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.Step;
import org.stockwright.fulfilment.CustomerReturns;
import org.stockwright.fulfilment.CustomerReturns.Decided;
import org.stockwright.fulfilment.CustomerReturns.Decision;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.Shipping;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.PostingView;

import static org.assertj.core.api.Assertions.assertThat;

class CustomerReturnsTest extends ShippingWorld {

    private Document shipment;
    private Document order;

    @BeforeEach
    void shipped() {
        warehouse.items("A");
        warehouse.bins("PACK", "RETURNS");
        receive("B1", "A", 20);
        order = place(line("A", 10).priced(Optional.of(new BigDecimal("3.333"))));
        allocate(order);
        shipment = ship(order, Shipping.Ready.HELD);
    }

    private Instant at() {
        return world.clock().instant();
    }

    private CustomerReturns.Announcement announcement(long pieces) {
        return new CustomerReturns.Announcement(key(), Optional.of(shipment.id()), PartnerId.SELF, "damaged",
            List.of(CustomerReturns.Line.of(1, pcs(pieces))), at());
    }

    @Test
    void itIsAnnouncedReceivedIntoInspectionAndDecidedAbout() {
        CustomerReturns.Announcement asked = announcement(6);
        Document back = returns().announce(asked).value();
        assertThat(back.number()).isEqualTo("RT-000001");
        assertThat(returns().announce(asked).value()).isEqualTo(back);
        assertThat(returns().announce(announcement(5)).refusals()).extracting(Refusal::code)
            .containsExactly(FulfilmentRefusal.MORE_THAN_SHIPPED);
        String key = key();
        Document came = returns().receive(key, back.id(), warehouse.place("RETURNS").id(), List.of(), at()).value();
        assertThat(came.state()).isEqualTo("INSPECTION");
        assertThat(returns().receive(key, back.id(), warehouse.place("RETURNS").id(), List.of(), at()).isDone())
            .isTrue();
        assertThat(warehouse.onHand("RETURNS", "A")).isEqualByComparingTo("6");
        PostingView posted = warehouse.ledger().search(shipment.number(), 9).getFirst();
        assertThat(posted.movements().getFirst().kind()).isEqualTo(MovementKind.RETURN_IN);
        assertThat(done(now(shipment), 1, Step.RETURNED)).isEqualByComparingTo("6");
        assertThat(done(now(order), 1, Step.RETURNED)).isEqualByComparingTo("6");
        // nobody can sell what is in inspection
        Document next = place(line("A", 11));
        assertThat(allocate(next).missing()).hasSize(1);
        Document decided = returns().decide(key(), back.id(), List.of(
            new Decided(1, new BigDecimal(3), Decision.RESTOCK, Optional.of(warehouse.place("B2").id()), true, ""),
            new Decided(1, BigDecimal.ONE, Decision.SCRAP, Optional.empty(), true, "broken"),
            new Decided(1, new BigDecimal(2), Decision.REPAIR, Optional.empty(), false, "new handle")), at()).value();
        assertThat(decided.state()).isEqualTo("CLOSED");
        assertThat(warehouse.onHand("B2", "A")).isEqualByComparingTo("3");
        assertThat(warehouse.onHand("RETURNS", "A")).isEqualByComparingTo("2");
        assertThat(returns().decisions(back.id())).extracting(one -> one.refund().map(BigDecimal::toPlainString))
            .containsExactly(Optional.of("10.000000000"), Optional.of("3.330000000"),
                Optional.empty());
        assertThat(returns().decide(key(), back.id(), List.of(), at()).isDone()).isFalse();
        assertThat(shipping().reverse(key(), shipment.id(), at(), "x").refusals()).extracting(Refusal::code)
            .containsExactly(FulfilmentRefusal.RETURNED_ALREADY);
    }

    @Test
    void neverMoreThanWasAnnouncedAndNeverMoreDecidedThanCame() {
        Document back = returns().announce(announcement(4)).value();
        assertThat(returns().receive(key(), back.id(), warehouse.place("RETURNS").id(),
            List.of(new CustomerReturns.Came(1, new BigDecimal(5))), at()).refusals()).extracting(Refusal::code)
            .containsExactly(FulfilmentRefusal.MORE_THAN_ANNOUNCED);
        returns().receive(key(), back.id(), warehouse.place("RETURNS").id(),
            List.of(new CustomerReturns.Came(1, BigDecimal.ONE)), at()).value();
        assertThat(returns().receive(key(), back.id(), warehouse.place("PACK").id(), List.of(), at()).refusals())
            .extracting(Refusal::code).containsExactly(FulfilmentRefusal.OTHER_INSPECTION_PLACE);
        assertThat(returns().decide(key(), back.id(), List.of(new Decided(1, new BigDecimal(2), Decision.RESTOCK,
            Optional.empty(), false, "")), at()).refusals()).extracting(Refusal::code)
            .containsExactly(FulfilmentRefusal.MORE_THAN_INSPECTED);
        assertThat(returns().cancel(back.id(), "").isDone()).isFalse();
        Document other = returns().announce(announcement(6)).value();
        assertThat(returns().cancel(other.id(), "keeps it").value().isOpen()).isFalse();
        assertThat(returns().announce(announcement(6)).isDone()).isTrue();
    }

    @Test
    void aCustomerMaySendBackWithoutAPaper() {
        Document back = returns().announce(new CustomerReturns.Announcement(key(), Optional.empty(), customer,
            "found in the parcel", List.of(CustomerReturns.Line.blind(warehouse.itemOf("A"), "", pcs(1))), at()))
            .value();
        returns().receive(key(), back.id(), warehouse.place("RETURNS").id(), List.of(), at()).value();
        assertThat(returns().decide(key(), back.id(), List.of(new Decided(1, BigDecimal.ONE, Decision.RESTOCK,
            Optional.empty(), false, "")), at()).value().state()).isEqualTo("CLOSED");
        assertThat(returns().announce(new CustomerReturns.Announcement(key(), Optional.empty(), PartnerId.SELF, "x",
            List.of(), at())).refusals()).extracting(Refusal::code).containsExactly(FulfilmentRefusal.NOT_A_CUSTOMER);
    }

}
