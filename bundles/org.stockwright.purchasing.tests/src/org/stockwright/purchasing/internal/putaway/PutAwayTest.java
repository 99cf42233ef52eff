package org.stockwright.purchasing.internal.putaway;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.Handling;
import org.stockwright.catalog.Handling.ItemHandling;
import org.stockwright.catalog.Tracking;
import org.stockwright.documents.Document;
import org.stockwright.documents.Step;
import org.stockwright.ledger.BinLimits;
import org.stockwright.ledger.BinLimits.BinLimit;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.purchasing.PutAway.Goods;
import org.stockwright.purchasing.PutAway.Move;
import org.stockwright.purchasing.PutAway.Proposal;
import org.stockwright.purchasing.PutAway.Request;
import org.stockwright.purchasing.PutAway.Rule;
import org.stockwright.purchasing.PutAway.Stored;
import org.stockwright.purchasing.PutAway.Way;
import org.stockwright.purchasing.Receipts.Received;
import org.stockwright.purchasing.Receipts.Reversal;
import org.stockwright.purchasing.ReceivingRefusal;
import org.stockwright.purchasing.ReceivingRules;
import org.stockwright.purchasing.ReceivingRules.Docks;
import org.stockwright.purchasing.internal.receiving.Docked;
import org.stockwright.purchasing.internal.receiving.States;
import org.stockwright.purchasing.spi.WaitingDemand;
import org.stockwright.testkit.Together;
import org.stockwright.testkit.Warehouse;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockwright.purchasing.internal.orders.Buying.codes;
import static org.stockwright.purchasing.internal.receiving.Docked.line;

class PutAwayTest {

    @TempDir
    Path folder;

    private Docked docked;

    @BeforeEach
    void open() {
        docked = new Docked(folder);
        docked.place("Z1", "MAIN", LocationKind.ZONE);
        docked.place("COLD", "MAIN", LocationKind.ZONE);
        bin("A1", "Z1", 1);
        bin("A2", "Z1", 2);
        bin("A3", "Z1", 3);
        bin("C1", "COLD", 4);
        limits(new BinLimit(docked.place("COLD"), Optional.empty(), Optional.empty(), Optional.empty(), false, false,
            "FROZEN", Set.of(), Optional.empty()));
    }

    @AfterEach
    void close() {
        docked.close();
    }

    private void bin(String code, String parent, int sequence) {
        docked.warehouse().places().saveAll(List.of(new Locations.Draft(code, code, parent, LocationKind.BIN,
            PartnerId.SELF, Optional.of(sequence), Optional.empty(), true))).value();
    }

    private void limits(BinLimit limit) {
        docked.service(BinLimits.class).saveAll(List.of(limit)).value();
    }

    private void holds(String bin, long count) {
        limits(new BinLimit(docked.place(bin), Optional.empty(), Optional.empty(),
            Optional.of(BigDecimal.valueOf(count)), false, false, "", Set.of(), Optional.empty()));
    }

    private void handled(String item, String weight, String temperature, String hazard, String abc) {
        docked.service(Handling.class).saveAll(List.of(new ItemHandling(docked.buying().item(item),
            weight.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(weight)), Optional.empty(), temperature,
            hazard, abc, "", "", Optional.empty()))).value();
    }

    private void rules(Rule... rules) {
        docked.putAway().saveRules(List.of(rules)).value();
    }

    private LocationId place(String code) {
        return docked.place(code);
    }

    private Proposal propose() {
        return docked.putAway().propose(place("MAIN")).value();
    }

    private static String shown(Way way) {
        return way.itemCode() + " " + way.goods().quantity().amountText() + " " + way.toCode();
    }

    private Outcome<Stored> store(String key, Goods goods, String to, String scanned) {
        return docked.putAway().store(new Request(key, docked.now(), List.of(new Move(goods, place(to), scanned, ""))));
    }

    private Outcome<Stored> storeAll(String key, Proposal proposal) {
        return docked.putAway().store(new Request(key, docked.now(), proposal.ways().stream()
            .map(way -> new Move(way.goods(), way.to(), way.toCode(), way.waitingOrder())).toList()));
    }

    @Test
    void goodsAreProposedNearestEmptyBinFirstAndTogetherWithTheSameItem() {
        holds("A1", 5);
        holds("A2", 100);
        docked.blind("r0", docked.buying().acme(), line("NUT", 1).at(place("A2")));
        docked.blind("r1", docked.buying().acme(), line("BOLT", 8), line("NUT", 3));
        Proposal proposal = propose();
        assertThat(proposal.left()).isEmpty();
        assertThat(proposal.ways()).extracting(PutAwayTest::shown).containsExactly("BOLT 5 A1", "BOLT 3 A3",
            "NUT 3 A2");
        assertThat(proposal.ways().get(0).why()).contains("empty bin").contains("its count takes no more");
        assertThat(proposal.ways().get(2).why()).contains("the same item lies there");
        assertThat(proposal.ways().get(0).passedOver()).anySatisfy(why -> assertThat(why)
            .isEqualTo("C1: it is for FROZEN goods, not AMBIENT"));
    }

    @Test
    void whatIsPutAwayRollsForwardToReceiptAndOrder() {
        Document order = docked.buying().approved("o", docked.buying().line("BOLT", 100));
        Received received = docked.receive("r1", order, line("BOLT", 60));
        docked.receive("r2", order, line("BOLT", 40));
        Stored first = store("p1", docked.atDock("BOLT", "", 70), "A1", "a1").value();
        assertThat(first.document().number()).isEqualTo("PA-000001");
        assertThat(first.document().lines()).hasSize(2);
        assertThat(docked.buying().first(order).done(Step.PUT_AWAY)).isEqualByComparingTo("70");
        assertThat(docked.buying().now(received.receipt()).state()).isEqualTo(States.STORED);
        assertThat(docked.warehouse().onHand("A1", "BOLT")).isEqualByComparingTo("70");
        assertThat(codes(docked.receipts().reverse(new Reversal("x", received.receipt().id(), docked.now(), "wrong"))))
            .containsExactly(ReceivingRefusal.STANDS_ON_IT);
        docked.putAway().reverse(new Reversal("p1r", first.document().id(), docked.now(), "wrong bin")).value();
        assertThat(docked.buying().now(received.receipt()).state()).isEqualTo(States.RECEIVED);
        assertThat(docked.buying().first(order).done(Step.PUT_AWAY)).isZero();
        assertThat(docked.putAway().waiting(received.receipt().id())).containsExactly(docked.atDock("BOLT", "", 60));
        docked.receipts().reverse(new Reversal("x", received.receipt().id(), docked.now(), "wrong")).value();
        assertThat(docked.warehouse().onHand("DOCK", "BOLT")).isEqualByComparingTo("40");
    }

    @Test
    void theSameKeyStoresOnce() {
        docked.blind("r1", docked.buying().acme(), line("BOLT", 10));
        Stored first = store("p1", docked.atDock("BOLT", "", 4), "A1", "").value();
        assertThat(store("p1", docked.atDock("BOLT", "", 4), "A1", "").value().document().id())
            .isEqualTo(first.document().id());
        assertThat(docked.warehouse().onHand("A1", "BOLT")).isEqualByComparingTo("4");
    }

    @Test
    void anotherBinThanScannedIsRefused() {
        docked.blind("r1", docked.buying().acme(), line("BOLT", 10));
        assertThat(codes(store("p1", docked.atDock("BOLT", "", 4), "A1", "A2")))
            .containsExactly(ReceivingRefusal.WRONG_BIN);
        assertThat(store("p1", docked.atDock("BOLT", "", 40), "A1", "").isDone()).isFalse();
    }

    @Test
    void temperatureDangerousGoodsAndFixedBinsAreNeverPassedOver() {
        handled("BOLT", "", "frozen", "", "");
        handled("NUT", "", "", "3", "");
        limits(new BinLimit(place("A1"), Optional.empty(), Optional.empty(), Optional.empty(), false, false, "",
            Set.of("8"), Optional.empty()));
        limits(new BinLimit(place("A2"), Optional.empty(), Optional.empty(), Optional.empty(), false, false, "",
            Set.of(), Optional.of(docked.buying().item("BOLT"))));
        docked.blind("r1", docked.buying().acme(), line("BOLT", 2), line("NUT", 2));
        assertThat(propose().ways()).extracting(PutAwayTest::shown).containsExactly("BOLT 2 C1", "NUT 2 A3");
        for (String[] wrong : new String[][] { { "BOLT", "A3" }, { "NUT", "A1" }, { "NUT", "A2" }, { "NUT", "C1" } }) {
            assertThat(codes(store("p" + wrong[0] + wrong[1], docked.atDock(wrong[0], "", 1), wrong[1], "")))
                .as(wrong[0] + wrong[1]).containsExactly(ReceivingRefusal.NOT_ALLOWED_THERE);
        }
    }

    @Test
    void oneItemAndOneLotBinsKeepOthersOut() {
        docked.warehouse().item("LOTTED", Warehouse.PCS, Tracking.LOT, "");
        limits(new BinLimit(place("A1"), Optional.empty(), Optional.empty(), Optional.empty(), true, false, "",
            Set.of(), Optional.empty()));
        limits(new BinLimit(place("A2"), Optional.empty(), Optional.empty(), Optional.empty(), false, true, "",
            Set.of(), Optional.empty()));
        docked.blind("r1", docked.buying().acme(), line("LOTTED", 2).ofLot("L1", Optional.empty()),
            line("LOTTED", 2).ofLot("L2", Optional.empty()), line("BOLT", 1));
        rules(Rule.of("Z", 1, place("Z1")));
        assertThat(propose().ways()).extracting(PutAwayTest::shown).containsExactly("BOLT 1 A1", "LOTTED 2 A2",
            "LOTTED 2 A3");
        store("p1", docked.atDock("LOTTED", "L1", 1), "A2", "").value();
        assertThat(codes(store("p2", docked.atDock("LOTTED", "L2", 1), "A2", "")))
            .containsExactly(ReceivingRefusal.NOT_ALLOWED_THERE);
    }

    @Test
    void capacityIsRefusedOrToldAndAnUnknownWeightNeverFits() {
        limits(new BinLimit(place("A1"), Optional.of(new BigDecimal(10)), Optional.empty(), Optional.empty(), false,
            false, "", Set.of(), Optional.empty()));
        docked.blind("r1", docked.buying().acme(), line("BOLT", 20));
        assertThat(codes(store("p1", docked.atDock("BOLT", "", 1), "A1", "")))
            .containsExactly(ReceivingRefusal.OVER_CAPACITY);
        handled("BOLT", "3", "", "", "");
        assertThat(codes(store("p1", docked.atDock("BOLT", "", 4), "A1", "")))
            .containsExactly(ReceivingRefusal.OVER_CAPACITY);
        store("p1", docked.atDock("BOLT", "", 3), "A1", "").value();
        docked.rules().setCapacityStrict(false).value();
        assertThat(store("p2", docked.atDock("BOLT", "", 1), "A1", "").value().warnings())
            .extracting(Refusal::code).containsExactly(ReceivingRefusal.OVER_CAPACITY);
    }

    @Test
    void nothingFitsNamesTheNearestMiss() {
        for (String bin : List.of("A1", "A2", "A3")) {
            holds(bin, 1);
        }
        docked.blind("r1", docked.buying().acme(), line("BOLT", 5));
        Proposal proposal = propose();
        assertThat(proposal.ways()).hasSize(3);
        assertThat(proposal.left()).singleElement().satisfies(left -> assertThat(left.toString())
            .contains("No place has room for 2 PCS of BOLT").contains("the bins take 3 PCS"));
        handled("BOLT", "", "chilled", "", "");
        assertThat(propose().left()).singleElement()
            .satisfies(left -> assertThat(left.sentence()).contains("CHILLED"));
    }

    @Test
    void rulesAreTriedByPriorityAndOnlyForWhatTheyFit() {
        docked.warehouse().item("SCREW", Warehouse.PCS, Tracking.NONE, "Metal/Screws");
        handled("BOLT", "", "", "", "A");
        holds("A3", 2);
        limits(new BinLimit(place("A2"), Optional.empty(), Optional.empty(), Optional.empty(), false, false, "",
            Set.of(), Optional.of(docked.buying().item("NUT"))));
        rules(new Rule("CLASS-A", 1, Optional.empty(), "", "A", "", "", place("A3"), false, true, 100),
            new Rule("FIXED", 2, Optional.empty(), "", "", "", "", place("Z1"), true, true, 100),
            new Rule("METAL", 3, Optional.empty(), "Metal", "", "", "", place("A1"), false, true, 100),
            Rule.of("REST", 9, place("A1")));
        docked.blind("r1", docked.buying().acme(), line("BOLT", 3), line("NUT", 1), line("SCREW", 1));
        assertThat(propose().ways()).extracting(way -> shown(way) + " " + way.why().split(":")[0]).containsExactly(
            "BOLT 2 A3 rule CLASS-A", "BOLT 1 A1 rule REST", "NUT 1 A2 rule FIXED", "SCREW 1 A1 rule METAL");
        assertThat(codes(docked.putAway().saveRules(List.of(Rule.of("", 1, place("A1")),
            Rule.of("X", 1, place("SUPPLIER")), new Rule("Y", 1, Optional.empty(), "", "", "", "", place("A1"), false,
                true, 0)))))
            .containsOnly(ReceivingRefusal.BAD_RULE).hasSize(3);
        assertThat(docked.putAway().removeRule("METAL").value()).isTrue();
        assertThat(docked.putAway().rules()).extracting(Rule::code).containsExactly("CLASS-A", "FIXED", "REST");
        assertThat(docked.putAway().changeRules(List.of("FIXED"), List.of(Rule.of("", 1, place("A1")))).isDone())
            .isFalse();
        assertThat(docked.putAway().rules()).as("nothing was taken away").hasSize(3);
        assertThat(docked.putAway().changeRules(List.of("FIXED", "NO-RULE"), List.of(Rule.of("NEW", 99, place("A1"))))
            .value()).isEqualTo(2);
        assertThat(docked.putAway().rules()).extracting(Rule::code).containsExactlyInAnyOrder("CLASS-A", "NEW", "REST");
    }

    @Test
    void docksOfAllWarehousesAreStoredTogetherOrNotAtAll() {
        ReceivingRules rules = docked.rules();
        List<Docks> before = rules.docks();
        Docks zone = new Docks(place("Z1"), Optional.of(place("A1")), Optional.empty());
        Outcome<Integer> bad = rules.setAllDocks(
            List.of(zone, zone, new Docks(place("COLD"), Optional.of(place("SUPPLIER")), Optional.empty())));
        assertThat(bad.refusals()).extracting(refusal -> refusal.place().line()).containsExactly(2L, 3L);
        assertThat(rules.docks()).isEqualTo(before);
        assertThat(rules.setAllDocks(List.of(zone))).isEqualTo(Outcome.done(1));
        assertThat(rules.docks()).containsExactly(zone);
    }

    @Test
    void goodsThatAnOrderWaitsForGoToTheShippingAreaAndTheOrderIsTold() {
        List<WaitingDemand.Arrival> told = new ArrayList<>();
        WaitingDemand demand = new WaitingDemand() {

            @Override
            public List<Waiting> waiting(ItemId item, LocationId warehouse) {
                return List.of(new Waiting("SO-000042", item, new BigDecimal(4), Optional.empty()));
            }

            @Override
            public void arrived(List<Arrival> arrivals) {
                told.addAll(arrivals);
                throw new IllegalStateException("broken on purpose");
            }

        };
        ServiceRegistration<WaitingDemand> registration = FrameworkUtil.getBundle(World.class).getBundleContext()
            .registerService(WaitingDemand.class, demand, null);
        try {
            docked.blind("r1", docked.buying().acme(), line("BOLT", 10));
            assertThat(told).singleElement().satisfies(arrival -> assertThat(arrival.document())
                .isEqualTo("GR-000001"));
            Proposal proposal = propose();
            assertThat(proposal.ways()).extracting(PutAwayTest::shown).containsExactly("BOLT 4 SHIP", "BOLT 6 A1");
            assertThat(proposal.ways().getFirst().waitingOrder()).isEqualTo("SO-000042");
            storeAll("p1", proposal).value();
            assertThat(docked.warehouse().onHand("SHIP", "BOLT")).isEqualByComparingTo("4");
        } finally {
            registration.unregister();
        }
    }

    @Test
    void twentyClerksFillABinToItsCapacityAndNoFurther() throws Exception {
        holds("A1", 10);
        docked.blind("r1", docked.buying().acme(), line("BOLT", 100));
        assertThat(Together.count(20, i -> () -> store("c" + i, docked.atDock("BOLT", "", 3), "A1", "").isDone()))
            .isEqualTo(3);
        assertThat(docked.warehouse().onHand("A1", "BOLT")).isEqualByComparingTo("9");
    }

}
