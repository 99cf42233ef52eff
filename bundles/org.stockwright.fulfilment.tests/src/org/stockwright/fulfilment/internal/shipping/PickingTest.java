package org.stockwright.fulfilment.internal.shipping;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.Documents;
import org.stockwright.documents.Link;
import org.stockwright.documents.Step;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.Orders;
import org.stockwright.fulfilment.Picking;
import org.stockwright.fulfilment.Picking.Taken;
import org.stockwright.ledger.MovementLine;
import org.stockwright.purchasing.PutAway;
import org.stockwright.testkit.Together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class PickingTest extends ShippingWorld {

    @BeforeEach
    void stock() {
        warehouse.items("A", "B");
        warehouse.bins("PACK");
    }

    @Test
    void aListLeadsAlongTheBinsAndItsGoodsStayHeldWhereTheyArrive() {
        receive("B2", "A", 5);
        receive("B1", "B", 4);
        Document order = place(line("A", 5), line("B", 3));
        allocate(order);
        Picking.Wanted wanted = wanted("single", order);
        Document list = picking().make(wanted).value().getFirst();
        assertThat(list.number()).isEqualTo("PL-000001");
        assertThat(walk(list)).containsExactly("B1 B 3", "B2 A 5");
        assertThat(picking().make(wanted).value()).containsExactly(list);
        assertThat(picking().make(wanted("single", order)).refusals()).extracting(Refusal::code)
            .containsExactly(FulfilmentRefusal.NOTHING_TO_PICK);
        Picking.Confirmation early = confirm(list);
        assertThat(picking().confirm(early).refusals()).extracting(Refusal::code)
            .containsExactly(DocumentRefusal.NOT_IN_THIS_STATE);
        picking().release(list.id()).value();
        Picking.Confirmation first = confirm(list, Taken.of(2, new BigDecimal(2)));
        Document begun = picking().confirm(first).value();
        assertThat(begun.state()).isEqualTo("IN_WORK");
        assertThat(picking().confirm(first).value().lines()).isEqualTo(begun.lines());
        assertThat(warehouse.onHand("PACK", "A")).isEqualByComparingTo("2");
        assertThat(picking().confirm(confirm(list, Taken.of(2, new BigDecimal(4)))).refusals())
            .extracting(Refusal::code).containsExactly(FulfilmentRefusal.MORE_THAN_LISTED);
        assertThat(picking().confirm(confirm(list)).value().state()).isEqualTo("PICKED");
        assertThat(warehouse.reserved("PACK", "A")).isEqualByComparingTo("5");
        assertThat(warehouse.reserved("PACK", "B")).isEqualByComparingTo("3");
        assertThat(warehouse.reserved("B1", "B")).isZero();
        assertThat(now(order).state()).isEqualTo("IN_PICKING");
        assertThat(done(now(order), 1, Step.PICKED)).isEqualByComparingTo("5");
        assertThat(world.service(Documents.class).chain(order.id())).filteredOn(one -> one.step() == Step.PICKED)
            .extracting(Link::byNumber).contains("PL-000001");
    }

    @Test
    void nothingIsPutAwayWhereOrdersArePickedTo() {
        receive("PACK", "A", 1);
        PutAway.Goods goods = new PutAway.Goods(warehouse.itemOf("A"), "", warehouse.place("B1").id(),
            MovementLine.AVAILABLE, pcs(2));
        assertThat(putAway(goods)).as("the same item lies there").contains("PACK");
        rules().setStagingPlace("PACK").value();
        assertThat(putAway(goods)).doesNotContain("PACK").isNotEmpty();
    }

    private List<String> putAway(PutAway.Goods goods) {
        return world.service(PutAway.class).propose(warehouse.place("MAIN").id(), List.of(goods)).value().ways()
            .stream().map(PutAway.Way::toCode).toList();
    }

    @Test
    void ordersWaitByUrgencyAndWhatWouldBeMadeIsNotStored() {
        receive("B1", "A", 5);
        Document late = place(line("A", 3));
        Document urgent = orders().place(request(line("A", 4)).wanted(Optional.empty(), 5)).value();
        allocate(urgent);
        allocate(late);
        assertThat(picking().waiting())
            .extracting(Picking.Waiting::number, Picking.Waiting::lines, Picking.Waiting::percent)
            .containsExactly(tuple(urgent.number(), 1, 100), tuple(late.number(), 1, 33));
        Picking.Wanted wanted = wanted("single", late, urgent);
        List<String> rehearsed = picking().rehearse(wanted).value().stream().map(Document::number).toList();
        assertThat(picking().waiting()).hasSize(2);
        assertThat(picking().make(wanted).value()).extracting(Document::number).isEqualTo(rehearsed).hasSize(2);
        assertThat(picking().waiting()).isEmpty();
    }

    @Test
    void aBatchTakesTheSameGoodsOnceAndGivesEachOrderItsOwn() {
        receive("B1", "A", 10);
        Document one = place(line("A", 3));
        Document two = place(line("A", 4));
        allocate(one);
        allocate(two);
        Document list = picking().make(wanted("batch", one, two)).value().getFirst();
        assertThat(walk(list)).containsExactly("B1 A 7", "B1 A 3", "B1 A 4");
        picking().release(list.id()).value();
        Document now = picking().confirm(confirm(list, Taken.of(1, new BigDecimal(5)).missing("damaged"))).value();
        assertThat(now.state()).isEqualTo("PICKED");
        assertThat(done(now(one), 1, Step.PICKED)).isEqualByComparingTo("3");
        assertThat(done(now(two), 1, Step.PICKED)).isEqualByComparingTo("2");
        assertThat(done(now(two), 1, Step.SHORT)).isEqualByComparingTo("2");
    }

    @Test
    void whatIsMissingIsAllocatedElsewhereAtOnceAndItsBinIsCounted() {
        receive("B1", "A", 6);
        receive("B2", "A", 10);
        Document order = place(line("A", 4));
        allocate(order, "nearest-bin");
        Document list = list(order);
        String bin = list.lines().getFirst().locationCode();
        String elsewhere = "B1".equals(bin) ? "B2" : "B1";
        picking().confirm(confirm(list, Taken.of(1, BigDecimal.ONE).missing("bin was empty"))).value();
        assertThat(done(now(order), 1, Step.SHORT)).isEqualByComparingTo("3");
        assertThat(held(order.id())).containsExactlyInAnyOrder("PACK 1", elsewhere + " 3");
        List<Picking.CountRequest> counts = picking().countRequests();
        assertThat(counts).singleElement().satisfies(one -> {
            assertThat(one.locationCode()).isEqualTo(bin);
            assertThat(one.missing()).isEqualByComparingTo("3");
            assertThat(one.held()).isEqualByComparingTo(warehouse.onHand(bin, "A"));
            assertThat(one.reason()).isEqualTo("bin was empty");
        });
        assertThat(world.service(Documents.class).inbox()).extracting(task -> task.topic())
            .contains("fulfilment.count");
        picking().counted(counts.getFirst().id()).value();
        assertThat(warehouse.reserved(bin, "A")).isZero();
        assertThat(picking().counted(counts.getFirst().id()).refusals()).extracting(Refusal::code)
            .containsExactly(FulfilmentRefusal.UNKNOWN_COUNT_REQUEST);
        // the rest goes onto a list of its own
        picking().confirm(confirm(list(order))).value();
        assertThat(done(now(order), 1, Step.PICKED)).isEqualByComparingTo("4");
    }

    @Test
    void aScanAtTheBinMustMatch() {
        receive("B1", "A", 4);
        Document order = place(line("A", 4));
        allocate(order);
        Document list = list(order);
        assertThat(picking().confirm(confirm(list, Taken.all(1).scanned("B2", "B", ""))).refusals())
            .extracting(Refusal::code)
            .containsExactly(FulfilmentRefusal.WRONG_SCAN, FulfilmentRefusal.WRONG_SCAN);
        assertThat(picking().confirm(confirm(list, Taken.all(1).scanned("b1", "A", ""))).isDone()).isTrue();
    }

    @Test
    void whatItsSourceDoesNotApproveIsNotReleased() {
        receive("B1", "A", 9);
        Document order = place(line("A", 4).priced(Optional.of(new BigDecimal("10"))));
        allocate(order);
        Document list = picking().make(wanted("single", order)).value().getFirst();
        picking().setApprovalLimit(Optional.of(new BigDecimal(30))).value();
        Outcome<Document> above = picking().release(list.id());
        assertThat(above.refusals()).extracting(Refusal::code).containsExactly(FulfilmentRefusal.NOT_APPROVED);
        assertThat(above.refusals().getFirst().sentence()).contains(order.number()).contains("above the limit");
        picking().approve(order.id(), "known customer").value();
        orders().revise(order.id(), List.of(new Orders.Change(1, Optional.empty(),
            Optional.of(new BigDecimal("11")), Optional.empty())), List.of(), "").value();
        assertThat(picking().release(list.id()).refusals().getFirst().sentence()).contains("price was changed");
        picking().cancel(list.id(), "price").value();
        Document again = picking().make(wanted("single", order)).value().getFirst();
        assertThat(picking().release(again.id()).refusals().getFirst().sentence()).contains("nobody approved");
        picking().approve(order.id(), "").value();
        assertThat(picking().release(again.id()).value().state()).isEqualTo("RELEASED");
        allocation().release(order.id(), List.of()).value();
        allocate(order);
        Document gone = picking().make(wanted("single", order)).value().getFirst();
        orders().cancel(order.id(), List.of(), "").value();
        assertThat(picking().release(gone.id()).refusals()).extracting(Refusal::code)
            .containsExactly(FulfilmentRefusal.NOT_APPROVED);
    }

    @Test
    void twoPickersOfOneListTakeEachLineOnce() throws Exception {
        for (int i = 1; i <= 3; i++) {
            receive("B" + i, "A", 2);
        }
        Document order = place(line("A", 6));
        allocate(order);
        Document list = list(order);
        List<Long> won = Together.run(2, i -> {
            List<Picking.Confirmation> work = list.lines().stream()
                .map(line -> confirm(list, Taken.all(line.line()))).toList();
            return () -> work.stream().filter(one -> picking().confirm(one).isDone()).count();
        });
        assertThat(won.getFirst() + won.getLast()).isEqualTo(list.lines().size());
        assertThat(warehouse.onHand("PACK", "A")).isEqualByComparingTo("6");
        assertThat(done(now(order), 1, Step.PICKED)).isEqualByComparingTo("6");
    }

    @Test
    void whatWasPickedForACancelledOrderIsPutBackWhereItCameFrom() {
        receive("B1", "A", 5);
        Document order = picked(place(line("A", 8)));
        orders().cancel(order.id(), List.of(), "changed his mind").value();
        assertThat(now(order).isOpen()).isTrue();
        Document back = picking().putBack(key(), order.id(), Optional.empty(), true, world.clock().instant(),
            "cancelled").value();
        assertThat(back.state()).isEqualTo("CANCELLED");
        assertThat(warehouse.onHand("B1", "A")).isEqualByComparingTo("5");
        assertThat(warehouse.reserved("B1", "A")).isZero();
        assertThat(done(back, 1, Step.PICKED)).isZero();
        assertThat(picking().putBack(key(), order.id(), Optional.empty(), true, world.clock().instant(), "")
            .refusals()).extracting(Refusal::code).containsExactly(FulfilmentRefusal.NOTHING_PICKED);
    }

}
