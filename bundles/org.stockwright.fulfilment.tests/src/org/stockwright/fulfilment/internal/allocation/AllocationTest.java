package org.stockwright.fulfilment.internal.allocation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.Tracking;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentEvent;
import org.stockwright.documents.Documents;
import org.stockwright.documents.Step;
import org.stockwright.fulfilment.Allocation;
import org.stockwright.fulfilment.Allocation.Choice;
import org.stockwright.fulfilment.Allocation.Level;
import org.stockwright.fulfilment.Allocation.Policy;
import org.stockwright.fulfilment.Allocation.Sourcing;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.OrderRequest;
import org.stockwright.fulfilment.internal.OrderWorld;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.testkit.Warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AllocationTest extends OrderWorld {

    private static final Optional<LocalDate> NEVER = Optional.empty();

    private static Optional<LocalDate> on(String day) {
        return Optional.of(LocalDate.parse(day));
    }

    /** Three lots: the oldest receipt, the first to expire and the smallest are three different ones. */
    private void lots() {
        warehouse.item("MILK", Warehouse.PCS, Tracking.LOT, "Food/Dairy");
        receive("B2", "MILK", 10, "OLD", on("2026-03-01"));
        world.clock().advance(Duration.ofDays(1));
        receive("B1", "MILK", 8, "SOON", on("2026-02-01"));
        world.clock().advance(Duration.ofDays(1));
        receive("B3", "MILK", 3, "SMALL", on("2026-04-01"));
    }

    @Test
    void eachStrategyChoosesItsStockAndSaysWhy() {
        lots();
        warehouse.places().saveAll(List.of(bin("B3", 1), bin("B1", 2), bin("B2", 3))).value();
        assertThat(chosen("fifo", 11)).containsExactly("B2 OLD 10", "B1 SOON 1");
        assertThat(chosen("fefo", 11)).containsExactly("B1 SOON 8", "B2 OLD 3");
        assertThat(chosen("lifo", 4)).containsExactly("B3 SMALL 3", "B1 SOON 1");
        assertThat(chosen("nearest-bin", 4)).containsExactly("B3 SMALL 3", "B1 SOON 1");
        assertThat(chosen("clear-bin", 4)).containsExactly("B3 SMALL 3", "B1 SOON 1");
        assertThat(chosen("fewest-packages", 9)).containsExactly("B2 OLD 9");
        assertThat(chosen("fewest-packages", 13)).containsExactly("B2 OLD 10", "B3 SMALL 3");
        assertThat(chosen("whole-lot", 9)).containsExactly("B2 OLD 9");
        assertThat(chosen("whole-lot", 11)).isEmpty();
        Document order = place(line("MILK", 9));
        assertThat(allocate(order, "fefo").held()).extracting(Allocation.Held::why)
            .containsExactly("expires first: expires 2026-02-01", "expires first: expires 2026-03-01");
        assertThat(allocation().strategies()).extracting(Allocation.Strategy::id).containsExactly("clear-bin", "fefo",
            "fewest-packages", "fifo", "lifo", "nearest-bin", "whole-lot");
        assertThat(allocation().allocate(order.id(), Choice.of("none")).refusals()).extracting(Refusal::code)
            .containsExactly(FulfilmentRefusal.UNKNOWN_STRATEGY);
    }

    private static Locations.Draft bin(String code, int sequence) {
        Locations.Draft draft = Locations.Draft.of(code, code, "MAIN", LocationKind.BIN);
        return new Locations.Draft(draft.code(), draft.name(), draft.parent(), draft.kind(), draft.partner(),
            Optional.of(sequence), draft.negativePolicy(), true);
    }

    private List<String> chosen(String strategy, long pieces) {
        Document order = place(line("MILK", pieces));
        Allocation.Result preview = allocation().preview(order.id(), Choice.of(strategy)).value();
        Allocation.Result result = allocate(order, strategy);
        assertThat(result.held()).isEqualTo(preview.held());
        orders().cancel(order.id(), lines(), "").value();
        return result.held().stream().map(one -> one.location() + " " + one.lot() + " " + one.quantity().amountText())
            .toList();
    }

    @Test
    void whatWouldBeChosenAnewIsToldAndNothingIsChanged() {
        warehouse.items("BOLT");
        receive("B1", "BOLT", 9);
        receive("B2", "BOLT", 4);
        Document order = place(line("BOLT", 4));
        allocate(order, "fifo");
        List<String> before = held(order.id());
        assertThat(allocation().preview(order.id(), Choice.of("clear-bin")).value().held()).isEmpty();
        assertThat(allocation().previewAnew(order.id(), Choice.of("clear-bin")).value().held())
            .extracting(Allocation.Held::location).containsExactly("B2");
        assertThat(held(order.id())).isEqualTo(before).isNotEmpty();
        assertThat(allocation().reallocate(order.id(), Choice.of("clear-bin")).value().held())
            .extracting(Allocation.Held::location).containsExactly("B2");
    }

    @Test
    void stockWithoutLotsIsAsOldAsItsOldestArrivalAtThePlace() {
        warehouse.items("BOLT");
        receive("B1", "BOLT", 5);
        world.clock().advance(Duration.ofDays(1));
        receive("B2", "BOLT", 5);
        world.clock().advance(Duration.ofDays(1));
        post(warehouse.line("B1", "CUSTOMER", "BOLT", 5));
        receive("B1", "BOLT", 5);
        Document order = place(line("BOLT", 6));
        assertThat(allocate(order, "fifo").held()).extracting(Allocation.Held::location).containsExactly("B2", "B1");
    }

    @Test
    void expiredStockIsLeftOutUnlessSomebodySaysSoAndThatIsRecorded() {
        warehouse.item("MILK", Warehouse.PCS, Tracking.LOT, "Food/Dairy");
        receive("B1", "MILK", 5, "BAD", on("2026-01-14"));
        receive("B2", "MILK", 4, "LAST-DAY", on("2026-01-15"));
        Document order = place(line("MILK", 9));
        Allocation.Result result = allocate(order);
        assertThat(held(order.id())).containsExactly("B2 LAST-DAY 4");
        assertThat(result.missing()).hasSize(1);
        assertThat(result.missing().getFirst().why()).contains("5 PCS of lot BAD expire 2026-01-14");
        assertThat(now(order).state()).isEqualTo("OPEN");
        allocation().allocate(order.id(), new Choice("", true)).value();
        assertThat(held(order.id())).containsExactly("B1 BAD 5", "B2 LAST-DAY 4");
        assertThat(now(order).state()).isEqualTo("ALLOCATED");
        List<DocumentEvent> trail = world.service(Documents.class).trail(order.id());
        assertThat(trail).filteredOn(event -> "expired".equals(event.action())).extracting(DocumentEvent::detail)
            .containsExactly("5 PCS of MILK lot BAD expire 2026-01-14 and were taken all the same by tester.");
    }

    @Test
    void theLeastRemainingShelfLifeIsThatOfItemOrCustomer() {
        lots();
        set(new Policy(Level.ITEM, "MILK", "", Optional.empty(), Optional.of(30)));
        Document order = place(line("MILK", 21));
        assertThat(allocate(order).held()).extracting(Allocation.Held::lot).containsExactly("OLD", "SMALL");
        orders().cancel(order.id(), lines(), "").value();
        set(new Policy(Level.CUSTOMER, "C1", "", Optional.empty(), Optional.of(60)));
        assertThat(allocate(place(line("MILK", 21))).held()).extracting(Allocation.Held::lot)
            .containsExactly("SMALL");
        assertThat(allocation().setPolicy(new Policy(Level.ITEM, "X", "", Optional.empty(), Optional.of(1)))
            .refusals()).extracting(Refusal::code).containsExactly(FulfilmentRefusal.UNKNOWN_SUBJECT);
    }

    private void set(Policy policy) {
        allocation().setPolicy(policy).value();
    }

    @Test
    void theStrategyIsThatOfOrderCustomerCategoryOrCompany() {
        lots();
        assertThat(allocate(place(line("MILK", 1))).held().getFirst().lot()).isEqualTo("SOON");
        set(new Policy(Level.COMPANY, "", "fifo", Optional.empty(), Optional.empty()));
        assertThat(allocate(place(line("MILK", 1))).held().getFirst().lot()).isEqualTo("OLD");
        set(new Policy(Level.CATEGORY, "Food", "clear-bin", Optional.empty(), Optional.empty()));
        assertThat(allocate(place(line("MILK", 1))).held().getFirst().lot()).isEqualTo("SMALL");
        set(new Policy(Level.CUSTOMER, "C1", "fefo", Optional.empty(), Optional.empty()));
        assertThat(allocate(place(line("MILK", 1))).held().getFirst().lot()).isEqualTo("SOON");
        assertThat(allocation().policies()).hasSize(3);
        set(new Policy(Level.CUSTOMER, "C1", "", Optional.empty(), Optional.empty()));
        assertThat(allocation().policies()).hasSize(2);
    }

    @Test
    void stockComesFromThePlaceOfTheOrderOrFromTheWarehouseThatFillsMost() {
        warehouse.items("A", "B");
        warehouse.places().saveAll(List.of(Locations.Draft.of("EAST", "East", "", LocationKind.WAREHOUSE),
            Locations.Draft.of("E1", "E1", "EAST", LocationKind.BIN))).value();
        receive("B1", "A", 5);
        world.clock().advance(Duration.ofDays(1));
        receive("E1", "A", 5);
        receive("E1", "B", 5);
        Document fromEast = orders().place(request(line("A", 6)).from(Optional.of(warehouse.place("EAST").id())))
            .value();
        assertThat(allocate(fromEast).held()).extracting(Allocation.Held::location).containsExactly("E1");
        orders().cancel(fromEast.id(), lines(), "").value();
        set(new Policy(Level.COMPANY, "", "", Optional.of(Sourcing.ONE_WAREHOUSE), Optional.empty()));
        Allocation.Result one = allocate(place(line("A", 2), line("B", 2)));
        assertThat(one.held()).extracting(Allocation.Held::location).containsExactly("E1", "E1");
        assertThat(one.held().getFirst().why()).endsWith("; EAST fills 2 of 2 lines whole");
        set(new Policy(Level.COMPANY, "", "", Optional.of(Sourcing.ANY), Optional.empty()));
        assertThat(allocate(place(line("A", 2), line("B", 2))).held()).extracting(Allocation.Held::location)
            .containsExactly("B1", "E1");
    }

    @Test
    void whoHoldsTheStockIsToldAndReleasedStockIsFree() {
        warehouse.items("BOLT");
        receive("B1", "BOLT", 5);
        Document first = place(line("BOLT", 4));
        assertThat(allocate(first).held().getFirst().why())
            .isEqualTo("expires first: does not expire, the only stock");
        Document second = place(line("BOLT", 4));
        Allocation.Result result = allocate(second);
        assertThat(result.missing()).extracting(one -> one.quantity().amountText()).containsExactly("3");
        assertThat(result.missing().getFirst().why()).isEqualTo("SO-000001 holds 4 PCS.");
        allocation().release(first.id(), List.of()).value();
        assertThat(now(first).state()).isEqualTo("OPEN");
        assertThat(now(first).lines().getFirst().done(Step.ALLOCATED)).isZero();
        assertThat(allocate(second).missing()).isEmpty();
        assertThat(now(second).state()).isEqualTo("ALLOCATED");
    }

    @Test
    void whatIsHeldIsChosenAnewInOneStep() {
        lots();
        Document order = place(line("MILK", 3));
        allocate(order, "fifo");
        assertThat(held(order.id())).containsExactly("B2 OLD 3");
        allocation().reallocate(order.id(), Choice.of("clear-bin")).value();
        assertThat(held(order.id())).containsExactly("B3 SMALL 3");
        assertThat(warehouse.reserved("B2", "MILK")).isZero();
    }

    @Test
    void aReservationThatSomebodyReleasedInTheLedgerIsMissingAgain() {
        warehouse.items("BOLT");
        receive("B1", "BOLT", 5);
        Document order = place(line("BOLT", 4));
        allocate(order);
        warehouse.reservations().release(warehouse.reservations().list().getFirst().id()).value();
        assertThat(held(order.id())).isEmpty();
        assertThat(allocate(order).held()).hasSize(1);
        assertThat(now(order).lines().getFirst().done(Step.ALLOCATED)).isEqualByComparingTo("4");
    }

    @Test
    void twentyClerksAreGivenExactlyWhatIsThere() throws Exception {
        warehouse.items("BOLT");
        receive("B1", "BOLT", 6);
        receive("B2", "BOLT", 4);
        List<Document> orders = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            orders.add(place(line("BOLT", 1)));
        }
        List<Outcome<Allocation.Result>> results = java.util.Collections.synchronizedList(new ArrayList<>());
        List<Thread> clerks = orders.stream().map(order -> Thread.ofPlatform()
            .unstarted(() -> results.add(allocation().allocate(order.id(), Choice.BY_POLICY)))).toList();
        clerks.forEach(Thread::start);
        for (Thread clerk : clerks) {
            clerk.join();
        }
        assertThat(results).hasSize(20).allMatch(Outcome::isDone);
        assertThat(results.stream().filter(one -> one.value().missing().isEmpty())).hasSize(10);
        assertThat(warehouse.reserved("B1", "BOLT").add(warehouse.reserved("B2", "BOLT"))).isEqualByComparingTo("10");
        assertThat(orders.stream().filter(order -> "ALLOCATED".equals(now(order).state()))).hasSize(10);
    }

    @Test
    void allOrdersAreServedByPriorityThenDueDayThenAge() {
        warehouse.items("BOLT");
        receive("B1", "BOLT", 3);
        Document late = orders().place(request(line("BOLT", 1)).wanted(on("2026-02-02"), 0)).value();
        Document undated = place(line("BOLT", 1));
        Document soon = orders().place(request(line("BOLT", 1)).wanted(on("2026-02-01"), 0)).value();
        Document urgent = orders().place(request(line("BOLT", 1)).wanted(NEVER, 9)).value();
        Allocation.Result result = allocation().allocateAll(Choice.BY_POLICY, Progress.NONE).value();
        assertThat(result.orders()).isEqualTo(4);
        assertThat(result.held()).extracting(Allocation.Held::order).containsExactly(urgent.number(), soon.number(),
            late.number());
        assertThat(result.missing()).extracting(Allocation.Missing::order).containsExactly(undated.number());
    }

    @Test
    void aThousandOrdersAreAllocatedInTransactionsOfAHundredAndCanBeCancelled() {
        warehouse.manyItems("I", 50);
        for (int i = 0; i < 50; i++) {
            receive("B1", "I" + i, 1000);
        }
        for (int batch = 0; batch < 10; batch++) {
            int first = batch * 100;
            orders().placeAll(IntStream.range(first, first + 100).mapToObj(i -> OrderRequest.customer("o" + i, customer,
                List.of(line("I" + i % 50, 2), line("I" + (i + 7) % 50, 3)))).toList()).value();
        }
        int[] worked = new int[1];
        Progress stopping = new Progress() {

            @Override
            public void begin(String task, long total) {
                assertThat(total).isEqualTo(1000);
            }

            @Override
            public void worked(long amount) {
                worked[0] += (int) amount;
            }

            @Override
            public boolean isCancelled() {
                return worked[0] >= 300;
            }

        };
        assertThatThrownBy(() -> allocation().allocateAll(Choice.BY_POLICY, stopping))
            .isInstanceOf(Progress.Cancelled.class);
        assertThat(warehouse.rows("allocation")).isEqualTo(600);
        long start = System.nanoTime();
        Allocation.Result result = allocation().allocateAll(Choice.BY_POLICY, Progress.NONE).value();
        System.out.println("figure allocation.700.orders.ms " + (System.nanoTime() - start) / 1_000_000);
        assertThat(result.missing()).isEmpty();
        assertThat(warehouse.rows("allocation")).isEqualTo(2000);
        BigDecimal reserved = IntStream.range(0, 50).mapToObj(i -> warehouse.reserved("B1", "I" + i))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(reserved).isEqualByComparingTo("5000");
    }

}
