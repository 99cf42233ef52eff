package org.stockwright.fulfilment.internal.backorders;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.stockwright.base.Progress;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.fulfilment.BackOrders;
import org.stockwright.fulfilment.BackOrders.BackOrder;
import org.stockwright.fulfilment.internal.OrderWorld;
import org.stockwright.fulfilment.spi.IncomingSupply;
import org.stockwright.purchasing.spi.WaitingDemand;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;

class BackOrdersTest extends OrderWorld {

    @BeforeEach
    void items() {
        warehouse.items("A");
    }

    private BackOrders backOrders() {
        return world.service(BackOrders.class);
    }

    private Document place(long pieces, int priority, Optional<LocalDate> due) {
        return orders().place(request(line("A", pieces)).wanted(due, priority)).value();
    }

    private static BundleContext context() {
        return FrameworkUtil.getBundle(World.class).getBundleContext();
    }

    @Test
    void whatStockCannotFillWaitsByPriorityDayAndAge() {
        receive("B1", "A", 5);
        place(4, 0, Optional.of(TODAY.plusDays(9)));
        place(3, 0, Optional.empty());
        place(2, 7, Optional.empty());
        assertThat(backOrders().list(Set.of())).extracting(one -> one.order() + " " + one.quantity().amountText())
            .containsExactly("SO-000001 1", "SO-000002 3");
        BigDecimal waits = backOrders().list(Set.of()).stream().map(one -> one.quantity().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(availability().of(List.of(warehouse.itemOf("A")), Optional.empty()).getFirst().backOrdered()
            .amount()).isEqualByComparingTo(waits);
    }

    @Test
    void goodsThatArriveAreHeldForThoseWhoWait() throws InvalidSyntaxException {
        Document usual = place(4, 0, Optional.empty());
        Document urgent = place(3, 5, Optional.empty());
        ServiceReference<WaitingDemand> reference = context().getServiceReferences(WaitingDemand.class, null)
            .iterator().next();
        WaitingDemand demand = context().getService(reference);
        assertThat(demand.waiting(warehouse.itemOf("A"), warehouse.place("MAIN").id()))
            .extracting(WaitingDemand.Waiting::order).containsExactly(urgent.number(), usual.number());
        receive("B1", "A", 5);
        demand.arrived(List.of(new WaitingDemand.Arrival(warehouse.itemOf("A"), "", warehouse.place("B1").id(),
            pcs(5), "GR-1")));
        assertThat(held(urgent.id())).containsExactly("B1 3");
        assertThat(held(usual.id())).containsExactly("B1 2");
        assertThat(now(urgent).state()).isEqualTo("ALLOCATED");
        receive("B2", "A", 9);
        assertThat(backOrders().fill(Set.of(warehouse.itemOf("A")), Progress.NONE).value().held()).hasSize(1);
        assertThat(backOrders().list(Set.of())).isEmpty();
    }

    @Test
    void whoWaitsIsPromisedAnewWhenMoreComes() {
        Document first = place(4, 0, Optional.empty());
        Document urgent = place(3, 5, Optional.empty());
        assertThat(first.lines().getFirst().promised()).isEmpty();
        IncomingSupply said = (transaction, items) -> List.of(
            supply(3, TODAY.plusDays(2)), supply(4, TODAY.plusDays(6)));
        ServiceRegistration<IncomingSupply> registration = context().registerService(IncomingSupply.class, said, null);
        try {
            assertThat(backOrders().list(Set.of())).extracting(BackOrder::expected)
                .containsExactly(Optional.of(TODAY.plusDays(2)), Optional.of(TODAY.plusDays(6)));
            assertThat(backOrders().promiseAnew().value()).isEqualTo(2);
            assertThat(now(urgent).lines()).extracting(DocumentLine::promised)
                .containsExactly(Optional.of(TODAY.plusDays(2)));
            assertThat(now(first).lines()).extracting(DocumentLine::promised)
                .containsExactly(Optional.of(TODAY.plusDays(6)));
            assertThat(backOrders().promiseAnew().value()).isZero();
        } finally {
            registration.unregister();
        }
    }

    private IncomingSupply.Supply supply(long pieces, LocalDate day) {
        return new IncomingSupply.Supply(warehouse.itemOf("A"), BigDecimal.valueOf(pieces), Optional.of(day),
            Optional.empty(), "PO-X", 1);
    }

    @Test
    void theRateCountsLinesThatWereNotHeldOnTheDayTheyWereDue() {
        receive("B1", "A", 5);
        allocate(place(5, 0, Optional.of(TODAY)));
        Document late = place(2, 0, Optional.of(TODAY));
        orders().cancel(place(2, 0, Optional.of(TODAY)).id(), lines(), "").value();
        place(2, 0, Optional.of(TODAY.plusDays(9)));
        assertThat(backOrders().rate(TODAY, TODAY.plusDays(30))).isEqualTo(new BackOrders.Rate(2, 1));
        assertThat(backOrders().rate(TODAY, TODAY).percent()).isEqualTo("50.0");
        world.clock().advance(Duration.ofDays(2));
        receive("B1", "A", 5);
        allocate(late);
        assertThat(backOrders().rate(TODAY, TODAY)).isEqualTo(new BackOrders.Rate(2, 1));
        assertThat(backOrders().rate(TODAY.plusDays(1), TODAY.plusDays(1)).percent()).isEqualTo("0.0");
    }

}
