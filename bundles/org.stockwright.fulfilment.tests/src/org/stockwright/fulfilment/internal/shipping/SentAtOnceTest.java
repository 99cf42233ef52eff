package org.stockwright.fulfilment.internal.shipping;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.Step;
import org.stockwright.fulfilment.CustomerReturns;
import org.stockwright.fulfilment.Kits;
import org.stockwright.fulfilment.OrderRequest;
import org.stockwright.fulfilment.Orders;
import org.stockwright.fulfilment.Picking;
import org.stockwright.fulfilment.Shipping;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.testkit.Together;

import static org.assertj.core.api.Assertions.assertThat;

/** The same is sent several times at once, since the first answer was late: it is done once, and every sender is told so. */
class SentAtOnceTest extends ShippingWorld {

    private static final int SENDERS = 12;

    @BeforeEach
    void goods() {
        warehouse.items("A", "GIFT");
        warehouse.bins("PACK", "RETURNS");
        receive("B1", "A", 10);
    }

    private Instant at() {
        return world.clock().instant();
    }

    private static DocumentId once(Callable<Outcome<Document>> sending) throws InterruptedException {
        List<Outcome<Document>> outcomes = Together.run(SENDERS, sender -> sending);
        assertThat(outcomes).allMatch(Outcome::isDone);
        assertThat(outcomes.stream().map(one -> one.value().id()).distinct()).hasSize(1);
        return outcomes.getFirst().value().id();
    }

    @Test
    void anOrderIsSplitOnce() throws InterruptedException {
        Document order = place(line("A", 8));
        List<Orders.Part> parts = List.of(new Orders.Part(1, pcs(5)));
        once(() -> orders().split(order.id(), "split", parts));
        assertThat(now(order).lines().getFirst().open(Step.SHIPPED)).isEqualByComparingTo("3");
    }

    @Test
    void pickListsAreMadeOnce() throws InterruptedException {
        Document order = place(line("A", 4));
        allocate(order);
        Picking.Wanted wanted = wanted("single", order);
        once(() -> picking().make(wanted).map(List::getFirst));
        assertThat(warehouse.rows("pick_line")).isEqualTo(1);
    }

    @Test
    void aTransferArrivesOnce() throws InterruptedException {
        world.service(Locations.class).saveAll(List.of(Locations.Draft.of("NORTH", "North", "",
            LocationKind.WAREHOUSE))).value();
        Document order = orders().place(OrderRequest.transfer(key(), warehouse.place("MAIN").id(),
            warehouse.place("NORTH").id(), List.of(line("A", 6)))).value();
        Document shipment = ship(picked(order), Shipping.Ready.PICKED);
        once(() -> transfers().receive("came", shipment.id(), List.of(), at()));
        assertThat(warehouse.onHand("NORTH", "A")).isEqualByComparingTo("6");
    }

    @Test
    void aShipmentIsReversedOnce() throws InterruptedException {
        Document order = picked(place(line("A", 4)));
        Document shipment = ship(order, Shipping.Ready.PICKED);
        once(() -> shipping().reverse("back", shipment.id(), at(), "the lorry broke down"));
        assertThat(warehouse.reserved("PACK", "A")).isEqualByComparingTo("4");
    }

    @Test
    void aReturnIsAnnouncedOnce() throws InterruptedException {
        Document shipment = ship(picked(place(line("A", 4))), Shipping.Ready.PICKED);
        CustomerReturns.Announcement asked = new CustomerReturns.Announcement(key(), Optional.of(shipment.id()),
            PartnerId.SELF, "damaged", List.of(CustomerReturns.Line.of(1, pcs(3))), at());
        once(() -> returns().announce(asked));
    }

    @Test
    void aKitIsAssembledOnce() throws InterruptedException {
        Kits kits = world.service(Kits.class);
        kits.saveAll(List.of(new Kits.Version(warehouse.itemOf("GIFT"), LocalDate.of(2020, 1, 1), false,
            List.of(new Kits.Component(warehouse.itemOf("A"), BigDecimal.TWO))))).value();
        Kits.Assembly assembly = new Kits.Assembly("made", warehouse.itemOf("GIFT"), pcs(5),
            warehouse.place("MAIN").id(), warehouse.place("B3").id(), Optional.empty(), Map.of());
        once(() -> kits.assemble(assembly));
        assertThat(warehouse.onHand("B3", "GIFT")).isEqualByComparingTo("5");
    }

}
