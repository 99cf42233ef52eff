package org.stockwright.fulfilment.internal.shipping;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stockwright.base.PartnerId;
import org.stockwright.documents.Document;
import org.stockwright.documents.Documents;
import org.stockwright.documents.Task;
import org.stockwright.fulfilment.CustomerReturns;
import org.stockwright.fulfilment.OrderRequest;
import org.stockwright.fulfilment.Shipping;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;

import static org.assertj.core.api.Assertions.assertThat;

/** What waits for those who allocate, pack, ship and take back. */
class InboxTest extends ShippingWorld {

    @BeforeEach
    void items() {
        warehouse.items("A");
        warehouse.bins("PACK", "RETURNS");
    }

    private Instant at() {
        return world.clock().instant();
    }

    /** What is to be done with a document, each with how much. */
    private List<String> waits(Document document) {
        return world.service(Documents.class).inbox().stream().filter(task -> task.document().equals(document.id()))
            .map(task -> task.topic() + " " + task.subject().replaceAll("^[^:]*: ", "")).toList();
    }

    @Test
    void freeStockIsGivenToTheMostUrgentFirstAndWhoGetsNothingIsNoTask() {
        receive("B1", "A", 10);
        Document first = place(line("A", 4));
        Document second = place(line("A", 8));
        Document third = place(line("A", 5));
        assertThat(waits(first)).containsExactly("fulfilment.allocate 1 of 1 line can be filled");
        assertThat(waits(second)).containsExactly("fulfilment.allocate 1 of 1 line can be filled");
        assertThat(waits(third)).isEmpty();
        allocate(second);
        allocate(first);
        assertThat(waits(first)).as("two are held, and no more are there").isEmpty();
        allocation().release(second.id(), List.of()).value();
        assertThat(waits(first)).containsExactly("fulfilment.back-order 1 of 1 line can be filled");
        assertThat(waits(third)).as("the first two leave one").containsExactly();
    }

    @Test
    void pickedGoodsArePackedAndPackedOnesLeave() {
        receive("B1", "A", 10);
        Document order = picked(place(line("A", 4)));
        assertThat(waits(order)).containsExactly("fulfilment.pack 1 line");
        packing().packAll(key(), order.id(), at()).value();
        assertThat(waits(order)).containsExactly("fulfilment.ship 1 line");
        Document shipment = ship(order, Shipping.Ready.PACKED);
        assertThat(waits(order)).isEmpty();
        Document back = returns().announce(new CustomerReturns.Announcement(key(), Optional.of(shipment.id()),
            PartnerId.SELF, "too large", List.of(CustomerReturns.Line.of(1, pcs(4))), at())).value();
        assertThat(waits(back)).containsExactly("fulfilment.receive-return 1 line");
        returns().receive(key(), back.id(), warehouse.place("RETURNS").id(), List.of(), at()).value();
        assertThat(waits(back)).containsExactly("fulfilment.decide-return 1 line");
    }

    @Test
    void aTransferIsLookedForFromTheDayAfterItWasToArrive() {
        receive("B1", "A", 10);
        world.service(Locations.class).saveAll(List.of(Locations.Draft.of("NORTH", "North", "",
            LocationKind.WAREHOUSE))).value();
        Document order = orders().place(OrderRequest.transfer(key(), warehouse.place("MAIN").id(),
            warehouse.place("NORTH").id(), List.of(line("A", 6)))).value();
        allocate(order);
        Document shipment = shipping().ship(new Shipping.Request(key(), List.of(order.id()), Shipping.Ready.HELD,
            List.of(), List.of(), PartnerId.SELF, "", Optional.of(at().plus(Duration.ofDays(1))), Optional.empty(),
            at())).value();
        world.clock().advance(Duration.ofDays(1));
        assertThat(waits(shipment)).isEmpty();
        world.clock().advance(Duration.ofDays(1));
        assertThat(waits(shipment)).containsExactly("fulfilment.late-transfer 1 line");
        assertThat(world.service(Documents.class).inbox()).filteredOn(task -> task.document().equals(shipment.id()))
            .extracting(Task::due).containsExactly(shipment.due());
        transfers().receive(key(), shipment.id(), List.of(), at()).value();
        assertThat(waits(shipment)).isEmpty();
    }

}
