package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.catalog.NegativePolicy;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.valuation.Accounts;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.CostReasons;
import org.stockwright.valuation.CostSettings;
import org.stockwright.valuation.LateCosts;
import org.stockwright.valuation.ProductionOrders;
import org.stockwright.valuation.TieOutRow;
import org.stockwright.valuation.Valuation;
import org.stockwright.valuation.ValuationRefusal;
import org.stockwright.valuation.ValuePreview;
import org.stockwright.valuation.ValueQuery;

import static org.assertj.core.api.Assertions.assertThat;

/** Production orders: what is refused, what is answered, and what happens when several post at once. */
class ProductionTest extends ValueWorld {

    private MovementLine use(String item, long pieces) {
        return warehouse.line("MAIN", "CONVERSION", item, pieces);
    }

    private MovementLine make(String item, long pieces) {
        return warehouse.line("CONVERSION", "MAIN", item, pieces);
    }

    private ProductionOrders orders() {
        return world.service(ProductionOrders.class);
    }

    private Outcome<ProductionOrders.Holding> labour(String key, String order, double day, String amount) {
        return orders().charge(new ProductionOrders.Charge(key, order, day(day),
            new Cost(BigDecimal.ZERO, BigDecimal.ZERO, new BigDecimal(amount), BigDecimal.ZERO), ""));
    }

    private void provesItself() {
        assertThat(world.service(Valuation.class).tieOut(Optional.empty(), Progress.NONE))
            .allSatisfy(row -> assertThat(row.agrees()).as(row.toString()).isTrue());
    }

    private BigDecimal whatIf(String item, CostMethod method) {
        return world.service(Valuation.class).value(new ValueQuery(Optional.of(warehouse.itemOf(item)),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(method), false), Progress.NONE)
            .getFirst().value();
    }

    @Test
    void productionWithoutAnOrderOrWithWhatIsMadeFirstIsRefused() {
        warehouse.items("BOLT", "BOX");
        done("R1", day(1), in("BOLT", 10, "5"));
        assertThat(post("C1", day(2), "", use("BOLT", 1)).refusals().getFirst().code())
            .isEqualTo(LedgerRefusal.ORDER_MISSING);
        assertThat(post("C1", day(2), "PO1 ", use("BOLT", 1)).refusals().getFirst().code())
            .isEqualTo(LedgerRefusal.ORDER_MISSING);
        assertThat(post("C1", day(2), "PO1", make("BOX", 1), use("BOLT", 1)).refusals().getFirst().code())
            .isEqualTo(LedgerRefusal.COMPONENTS_COME_FIRST);
        assertThat(labour("L1", "PO1", 2, "5").refusals().getFirst().code()).isEqualTo(ValuationRefusal.UNKNOWN_ORDER);
        assertThat(post("C1", day(2), "PO1", use("BOLT", 1), make("BOX", 1)).isDone()).isTrue();
        assertThat(value("BOX")).isEqualByComparingTo("5");
    }

    @Test
    void aChargeIsRepeatedWithoutHarmAndItsKeyServesOnce() {
        warehouse.items("BOLT", "BOX");
        done("R1", day(1), in("BOLT", 10, "5"));
        post("C1", day(2), "PO1", use("BOLT", 2)).value();
        assertThat(labour("L1", "PO1", 3, "5").value().holds()).isEqualByComparingTo("15");
        assertThat(labour("L1", "PO1", 3, "5").value().holds()).isEqualByComparingTo("15");
        assertThat(labour("L1", "PO1", 3, "6").refusals().getFirst().code()).isEqualTo(ValuationRefusal.KEY_REUSED);
        assertThat(labour("L2", "PO1", 3, "0").refusals().getFirst().code()).isEqualTo(ValuationRefusal.BAD_AMOUNT);
        assertThat(orders().open()).containsExactly(new ProductionOrders.Holding("PO1", new BigDecimal("15")));
        assertThat(orders().close("K1", "PO1", day(4), "done").value()).isEqualByComparingTo("15");
        assertThat(orders().close("K1", "PO1", day(4), "done").value()).isEqualByComparingTo("15");
        assertThat(orders().open()).isEmpty();
        assertThat(account("5210")).isEqualByComparingTo("15");
        provesItself();
    }

    @Test
    void workThatIsChargedLateGoesToTheNextOutput() {
        warehouse.items("BOLT", "BOX");
        done("R1", day(1), in("BOLT", 10, "5"));
        post("C1", day(2), "PO1", use("BOLT", 2)).value();
        post("P1", day(4), "PO1", make("BOX", 1)).value();
        assertThat(labour("L1", "PO1", 3, "5").value().holds()).isEqualByComparingTo("0");
        assertThat(value("BOX")).as("dated before it was made").isEqualByComparingTo("15");
        assertThat(labour("L2", "PO1", 5, "4").value().holds()).isEqualByComparingTo("4");
        assertThat(value("BOX")).isEqualByComparingTo("15");
        provesItself();
    }

    @Test
    void aProductKnowsWhatItsOrderHadCollected() {
        warehouse.items("BOLT", "NUT", "BOX");
        method(CostMethod.FIFO);
        done("R1", day(1), in("BOLT", 10, "5"), in("NUT", 10, "1"));
        post("C1", day(2), "PO1", use("BOLT", 2), use("NUT", 3)).value();
        PostingReceipt made = post("P1", day(3), "PO1", make("BOX", 1)).value();
        CostReasons why = world.service(Valuation.class).why(made.firstSeq()).orElseThrow();
        assertThat(why.cost()).isEqualByComparingTo("13");
        assertThat(why.rule()).contains("PO1");
        assertThat(why.lines()).extracting(line -> line.item() + ' ' + line.amount().toPlainString())
            .contains("BOLT 10", "NUT 3", "BOX 13");
    }

    @Test
    void lateCostsSayWhatWentThroughProduction() {
        warehouse.items("BOLT", "BOX");
        method(CostMethod.FIFO);
        done("R1", day(1), in("BOLT", 10, "5"));
        post("C1", day(2), "PO1", use("BOLT", 6)).value();
        post("P1", day(3), "PO1", make("BOX", 3)).value();
        done("I1", day(4), out("BOX", 1));
        LateCosts.Request request = new LateCosts.Request("F1", day(5),
            List.of(new LateCosts.Target("R1", Optional.empty(), Optional.empty())), Cost.of(new BigDecimal("20")),
            LateCosts.Basis.VALUE, "", "");
        LateCosts.Share share = world.service(LateCosts.class).post(request).value().shares().getFirst();
        assertThat(share.toStock()).isEqualByComparingTo("16");
        assertThat(share.toCostOfSales()).isEqualByComparingTo("4");
        assertThat(share.toOther()).isEqualByComparingTo("0");
        assertThat(world.service(LateCosts.class).post(request).value().shares()).containsExactly(share);
    }

    @Test
    void otherMethodsAreComputedThroughProduction() {
        warehouse.items("BOLT", "BOX");
        done("R1", day(1), in("BOLT", 10, "5"));
        done("R2", day(1.5), in("BOLT", 10, "7"));
        post("C1", day(2), "PO1", use("BOLT", 10)).value();
        post("P1", day(3), "PO1", make("BOX", 1)).value();
        assertThat(value("BOX")).isEqualByComparingTo("60");
        assertThat(whatIf("BOX", CostMethod.FIFO)).isEqualByComparingTo("50");
        assertThat(whatIf("BOX", CostMethod.LIFO)).isEqualByComparingTo("70");
    }

    @Test
    void thePreviewSaysWhatChangesDownstream() {
        warehouse.items("BOLT", "BOX");
        done("R1", day(1), in("BOLT", 10, "5"));
        post("C1", day(3), "PO1", use("BOLT", 10)).value();
        post("P1", day(4), "PO1", make("BOX", 1)).value();
        done("I1", day(5), out("BOX", 1));
        ValuePreview preview = world.service(Valuation.class).preview(
            new PostingRequest("R2", day(2), List.of(in("BOLT", 10, "7")), "", "", "")).value();
        assertThat(preview.changes()).anySatisfy(change -> {
            assertThat(change.item()).isEqualTo("BOX");
            assertThat(change.document()).isEqualTo("I1");
            assertThat(change.difference()).isEqualByComparingTo("10");
        });
        assertThat(value("BOX")).isEqualByComparingTo("0");
        assertThat(account("5000")).as("nothing is stored").isEqualByComparingTo("50");
    }

    @Test
    void aStandardThatIsSetLaterChangesHowProductsShare() {
        warehouse.items("BOLT", "BOX", "LID");
        warehouse.setItem("BOX", "standard_cost", new BigDecimal("1"));
        warehouse.setItem("LID", "standard_cost", new BigDecimal("1"));
        done("R1", day(1), in("BOLT", 10, "5"));
        post("P1", day(3), "PO1", use("BOLT", 8), make("BOX", 1), make("LID", 1)).value();
        assertThat(value("BOX")).isEqualByComparingTo("20");
        world.service(CostSettings.class).setStandards(
            List.of(new CostSettings.Standard(warehouse.itemOf("BOX"),
                Optional.of(day(2)), Cost.of(new BigDecimal("3")))),
            Progress.NONE).value();
        assertThat(value("BOX")).isEqualByComparingTo("30");
        assertThat(value("LID")).isEqualByComparingTo("10");
        provesItself();
    }

    private Map<Long, BigDecimal> rowsByMovement() {
        return warehouse.work().read(transaction -> sums(transaction,
            "SELECT about_seq, COUNT(*) FROM value_entry GROUP BY about_seq"));
    }

    @Test
    void whatGoesRoundInACircleIsPutRightOnce() {
        warehouse.items("BOX", "LID");
        done("R1", day(1), in("BOX", 50, "5"), in("LID", 50, "3"));
        for (int i = 0; i < 10; i++) {
            post("C" + i, day(3 + i), "PO" + i, use(i % 2 == 0 ? "BOX" : "LID", 7)).value();
            post("P" + i, day(3.5 + i), "PO" + i, make(i % 2 == 0 ? "LID" : "BOX", 7)).value();
        }
        done("R2", day(2), in("BOX", 50, "9"));
        provesItself();
        assertThat(rowsByMovement()).hasSize(23)
            .allSatisfy((movement, count) -> assertThat(count).as("rows about " + movement)
                .isLessThanOrEqualTo(BigDecimal.TWO));
    }

    @Test
    void throughManyLevelsEachMovementIsPutRightOnce() {
        warehouse.items("L0", "L1", "L2", "L3", "L4");
        done("R1", day(1), in("L0", 64, "5"));
        for (int level = 0; level < 4; level++) {
            // each level uses the two levels below
            post("C" + level, day(3 + level), "PO" + level, use("L" + level, 8)).value();
            if (level > 0) {
                post("D" + level, day(3.2 + level), "PO" + level, use("L" + (level - 1), 2)).value();
            }
            post("P" + level, day(3.5 + level), "PO" + level, make("L" + (level + 1), 16)).value();
        }
        done("R2", day(2), in("L0", 64, "9"));
        provesItself();
        assertThat(rowsByMovement()).allSatisfy((movement, count) -> assertThat(count).as("rows about " + movement)
            .isLessThanOrEqualTo(BigDecimal.TWO));
    }

    @Test
    void ordersHaveOneAccountForAllCategories() {
        warehouse.items("BOLT");
        assertThat(world.service(Accounts.class).saveRules(List.of(new Accounts.Rule("", "consume", "order", "1320", "",
            Optional.empty()))).refusals().getFirst().code()).isEqualTo(ValuationRefusal.SIDE_FOR_ALL);
    }

    @Test
    void whoPostsAtTheSameTimeForTheSameOrdersWaitsForEachOther() throws Exception {
        for (LocationKind kind : LocationKind.values()) {
            if (kind.isKept()) {
                warehouse.places().setPolicy(kind, NegativePolicy.ALLOW).value();
            }
        }
        warehouse.items("BOLT", "BOX", "SET");
        done("R1", day(1), in("BOLT", 100, "5"), in("BOX", 10, "9"), in("SET", 10, "20"));
        List<String> items = List.of("BOLT", "BOX", "SET");
        List<String> apart = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<Outcome<PostingReceipt>>> all = new ArrayList<>();
            for (int i = 0; i < 36; i++) {
                String key = "K" + i;
                MovementLine line = i % 2 == 0 ? use(items.get(i % 3), 1 + i % 4) : make(items.get((i + 1) % 3), 1);
                // most of them are dated before others that were posted
                double when = 2 + i * 7 % 11 + i * 0.01;
                all.add(threads.submit(() -> post(key, day(when), "PO" + key.length() % 2, line)));
            }
            for (Future<Outcome<PostingReceipt>> one : all) {
                one.get().refusals().forEach(refusal -> apart.add(refusal.toString()));
            }
        }
        for (TieOutRow row : world.service(Valuation.class).tieOut(Optional.empty(), Progress.NONE)) {
            if (!row.agrees()) {
                apart.add(row.toString());
            }
        }
        assertThat(apart).isEmpty();
    }

}
