package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.catalog.Tracking;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.testkit.Warehouse;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.CostSettings;
import org.stockwright.valuation.InventorySystem;
import org.stockwright.valuation.Journal;
import org.stockwright.valuation.JournalLine;
import org.stockwright.valuation.LateCosts;
import org.stockwright.valuation.PeriodicAmounts;
import org.stockwright.valuation.PeriodicCalculation;
import org.stockwright.valuation.PeriodicInventory;
import org.stockwright.valuation.PeriodicInventory.Count;
import org.stockwright.valuation.PeriodicRow;
import org.stockwright.valuation.Periods;
import org.stockwright.valuation.TieOutRow;
import org.stockwright.valuation.Valuation;
import org.stockwright.valuation.ValuationRefusal;

import static org.assertj.core.api.Assertions.assertThat;

/** The periodic inventory system: what the books say of purchases, counts and sales. */
class PeriodicInventoryTest extends ValueWorld {

    private static LocalDate date(int day) {
        return day(day).atZone(ZoneOffset.UTC).toLocalDate();
    }

    private PeriodicInventory periodic() {
        return world.service(PeriodicInventory.class);
    }

    private void always() {
        periodic().set(InventorySystem.PERIODIC, Optional.empty()).value();
    }

    private void count(int lastDay, String item, String quantity) {
        periodic().saveCounts(date(lastDay),
            List.of(new Count(warehouse.itemOf(item), "", Optional.empty(), new BigDecimal(quantity)))).value();
    }

    private PeriodicCalculation calculation(int lastDay) {
        return periodic().calculate(date(lastDay), Progress.NONE).value();
    }

    private PeriodicAmounts total(int lastDay) {
        return calculation(lastDay).total();
    }

    private Outcome<PeriodicInventory.Decision> close(int lastDay) {
        return periodic().close(date(lastDay), "month end", Progress.NONE);
    }

    private Map<String, BigDecimal> books() {
        Map<String, BigDecimal> result = new TreeMap<>();
        world.service(Journal.class).balances(Journal.Query.all())
            .forEach(one -> result.put(one.account(), one.balance().stripTrailingZeros()));
        result.values().removeIf(balance -> balance.signum() == 0);
        return result;
    }

    private static Map<String, BigDecimal> balances(String... accountsAndAmounts) {
        Map<String, BigDecimal> result = new TreeMap<>();
        for (int i = 0; i < accountsAndAmounts.length; i += 2) {
            result.put(accountsAndAmounts[i], new BigDecimal(accountsAndAmounts[i + 1]).stripTrailingZeros());
        }
        return result;
    }

    private void agrees() {
        List<TieOutRow> rows = world.service(Valuation.class).tieOut(Optional.empty(), Progress.NONE);
        assertThat(rows).isNotEmpty().allMatch(TieOutRow::agrees);
    }

    private static void refused(Outcome<?> outcome, ValuationRefusal code) {
        assertThat(outcome.isDone()).as("refused").isFalse();
        assertThat(outcome.refusals()).extracting(refusal -> (Object) refusal.code()).contains(code);
        assertThat(outcome.refusals().getFirst().hint()).isNotBlank();
    }

    @Override
    protected void tiesOut() {
        super.tiesOut();
        agrees();
    }

    @Test
    void purchasesAreBookedWhenGoodsComeAndCostOfSalesWhenThePeriodIsClosed() {
        always();
        warehouse.items("BOLT");
        done("R1", day(1), in("BOLT", 10, "5"));
        done("R2", day(2), in("BOLT", 30, "7"));
        done("I1", day(3), out("BOLT", 25));
        assertThat(books()).isEqualTo(balances("5050", "260", "2150", "-260"));
        assertThat(value("BOLT")).as("the sub-ledger goes on").isEqualByComparingTo("97.5");
        count(5, "BOLT", "14");
        PeriodicRow row = calculation(5).rows().getFirst();
        assertThat(row.quantities().expected()).isEqualByComparingTo("15");
        assertThat(row.quantities().difference()).isEqualByComparingTo("-1");
        assertThat(row.basis()).isEqualTo(PeriodicRow.Basis.COUNTED);
        // 260.00 / 40 = 6.50; 14 are left, one is missing
        PeriodicInventory.Decision closed = close(5).value();
        assertThat(closed.costOfSales()).isEqualByComparingTo("169");
        assertThat(closed.closing()).isEqualByComparingTo("91");
        assertThat(closed.hash()).hasSize(64);
        assertThat(books()).isEqualTo(balances("1300", "91", "2150", "-260", "5000", "169"));
        assertThat(total(5).shrinkage()).isEqualByComparingTo("6.5");
        assertThat(world.service(Journal.class).lines(Journal.Query.all(), 99)).extracting(JournalLine::kind)
            .containsExactlyInAnyOrder("cost", "cost", "periodic-closing", "periodic-difference", "periodic-purchases");
        assertThat(world.service(Journal.class).lines(Journal.Query.all(), 99).getLast().document())
            .isEqualTo("PERIODIC-" + date(5));
    }

    @Test
    void theNextPeriodOpensWithWhatWasLeft() {
        always();
        warehouse.items("BOLT");
        done("R1", day(1), in("BOLT", 10, "5"));
        done("I1", day(2), out("BOLT", 6));
        close(5).value();
        done("R2", day(6), in("BOLT", 6, "6"));
        done("I2", day(7), out("BOLT", 5));
        PeriodicAmounts second = total(9);
        assertThat(second.opening()).isEqualByComparingTo("20");
        assertThat(second.netPurchases()).isEqualByComparingTo("36");
        // 56.00 / 10 = 5.60
        assertThat(second.closingStock()).isEqualByComparingTo("28");
        assertThat(second.costOfSales()).isEqualByComparingTo("28");
        close(9).value();
        assertThat(books()).isEqualTo(balances("1300", "28", "2150", "-86", "5000", "58"));
        assertThat(calculation(5).closed()).isTrue();
        assertThat(total(5).costOfSales()).isEqualByComparingTo("30");
    }

    @Test
    void returnsFreightWriteDownsAndScrapHaveTheirPlaceInTheCalculation() {
        method(CostMethod.FIFO);
        always();
        warehouse.items("BOLT");
        post("O1", day(1), "", warehouse.line("COUNT-DIFFERENCE", "MAIN", "BOLT", 4)
            .withUnitCost(new BigDecimal("3"))).value();
        post("R1", day(1.1), "PO-1", in("BOLT", 10, "5")).value();
        post("B1", day(2), "PO-1", warehouse.line("MAIN", "SUPPLIER", "BOLT", 2)).value();
        world.service(LateCosts.class).post(new LateCosts.Request("F1", day(2.5),
            List.of(new LateCosts.Target("R1", Optional.empty(), Optional.empty())),
            new Cost(BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.ZERO, BigDecimal.ZERO), LateCosts.Basis.VALUE, "",
            "")).value();
        done("S1", day(3), warehouse.line("MAIN", "SCRAP", "BOLT", 1));
        done("I1", day(3.1), out("BOLT", 5));
        world.service(LateCosts.class).writeDown("W1", warehouse.itemOf("BOLT"), BigDecimal.ONE, day(4), "dented")
            .value();
        PeriodicRow row = calculation(5).rows().getFirst();
        PeriodicAmounts amounts = row.amounts();
        // found goods are a difference of the count, not an opening: they have no cost of their own
        assertThat(row.quantities().purchased()).isEqualByComparingTo("10");
        assertThat(row.quantities().returned()).isEqualByComparingTo("2");
        assertThat(row.quantities().scrapped()).isEqualByComparingTo("1");
        assertThat(row.quantities().sold()).isEqualByComparingTo("5");
        assertThat(row.quantities().difference()).isEqualByComparingTo("4");
        assertThat(amounts.purchases()).isEqualByComparingTo("50");
        assertThat(amounts.returns()).isEqualByComparingTo("10");
        assertThat(amounts.late()).isEqualByComparingTo("10");
        assertThat(amounts.revalued()).isEqualByComparingTo("-1");
        // 8 of the receipt are there to be sold: 40.00 and 8/10 of the freight, less the write-down: 47.00; 6 are left
        assertThat(amounts.closing()).isEqualByComparingTo("35.25");
        close(5).value();
        assertThat(books()).isEqualTo(
            balances("1300", "35.25", "2150", "-40", "2160", "-10", "5300", "1", "5000", "13.75"));
    }

    @Test
    void goodsInTransitKeepTheValueOfTheSubLedger() {
        always();
        warehouse.items("BOLT");
        done("R1", day(1), in("BOLT", 10, "5"));
        done("T1", day(2), warehouse.line("MAIN", "TRANSIT", "BOLT", 4));
        done("R2", day(3), in("BOLT", 6, "8"));
        PeriodicRow row = calculation(5).rows().getFirst();
        assertThat(row.quantities().transferred()).isEqualByComparingTo("-4");
        assertThat(row.amounts().elsewhere()).isEqualByComparingTo("20");
        assertThat(row.amounts().closing()).isEqualByComparingTo("78");
        close(5).value();
        assertThat(books()).isEqualTo(balances("1300", "78", "1310", "20", "2150", "-98"));
        done("T2", day(6), warehouse.line("TRANSIT", "MAIN", "BOLT", 4));
        close(9).value();
        assertThat(books()).isEqualTo(balances("1300", "98", "2150", "-98"));
    }

    @Test
    void aClosedPeriodIsFrozenAndReopeningTakesItsRowsBack() {
        always();
        warehouse.items("BOLT");
        done("R1", day(1), in("BOLT", 10, "5"));
        done("I1", day(2), out("BOLT", 6));
        count(5, "BOLT", "3");
        close(5).value();
        refused(post("R0", day(0.5), "", in("BOLT", 1, "1")), ValuationRefusal.PERIOD_CLOSED);
        refused(close(5), ValuationRefusal.PERIOD_CLOSED_ALREADY);
        refused(periodic().saveCounts(date(5), List.of()), ValuationRefusal.PERIOD_CLOSED_ALREADY);
        refused(periodic().reopen(date(5), " "), ValuationRefusal.REASON_MISSING);
        assertThat(periodic().reopen(date(5), "counted wrongly").value().what()).isEqualTo("reopened");
        assertThat(books()).isEqualTo(balances("5050", "50", "2150", "-50"));
        count(5, "BOLT", "4");
        done("R0", day(0.5), in("BOLT", 2, "1"));
        close(5).value();
        assertThat(periodic().decisions()).extracting(PeriodicInventory.Decision::what).containsExactly("closed",
            "reopened", "closed");
    }

    @Test
    void periodsAreClosedOneAfterTheOtherAndNotBeforeTheyAreOver() {
        always();
        warehouse.items("BOLT");
        done("R1", day(1), in("BOLT", 10, "5"));
        count(3, "BOLT", "10");
        refused(close(5), ValuationRefusal.EARLIER_PERIOD_OPEN);
        close(3).value();
        close(5).value();
        refused(periodic().calculate(date(4), Progress.NONE), ValuationRefusal.PERIOD_CLOSED_ALREADY);
        refused(periodic().reopen(date(3), "no"), ValuationRefusal.LATER_PERIOD_CLOSED);
        refused(close(100), ValuationRefusal.PERIOD_NOT_OVER);
        assertThat(periodic().rehearse(date(9), Progress.NONE).isDone()).isTrue();
        assertThat(periodic().decisions()).hasSize(2);
    }

    @Test
    void thePeriodOfTheBooksNeedsThePeriodicClosingFirst() {
        always();
        warehouse.items("BOLT");
        done("R1", day(1), in("BOLT", 10, "5"));
        Periods periods = world.service(Periods.class);
        refused(periods.close(date(5), Periods.State.CLOSED, "", Progress.NONE), ValuationRefusal.PERIODIC_OPEN);
        close(5).value();
        periods.close(date(5), Periods.State.CLOSED, "", Progress.NONE).value();
        refused(periodic().reopen(date(5), "no"), ValuationRefusal.LATER_PERIOD_CLOSED);
        assertThat(periods.verify(Progress.NONE)).isNotEmpty().allMatch(TieOutRow::agrees);
        periods.reopen(date(5), "a count came late").value();
        periodic().reopen(date(5), "a count came late").value();
    }

    @Test
    void differencesArePostedSoThatLedgerAndCountAgree() {
        always();
        warehouse.items("BOLT", "NUT");
        warehouse.places().saveAll(List.of(Locations.Draft.of("EAST", "East", "", LocationKind.SITE))).value();
        done("R1", day(1), in("BOLT", 10, "5"), in("NUT", 10, "1"),
            warehouse.line("SUPPLIER", "EAST", "BOLT", 20).withUnitCost(new BigDecimal("5")));
        count(5, "BOLT", "7");
        periodic().saveCounts(date(5), List.of(new Count(warehouse.itemOf("NUT"), "",
            Optional.of(warehouse.place("MAIN").id()), new BigDecimal("12")))).value();
        assertThat(periodic().rehearseDifferences(date(5)).value()).isEqualTo(3);
        assertThat(warehouse.onHand("EAST", "BOLT")).isEqualByComparingTo("20");
        PeriodicAmounts before = total(5);
        assertThat(periodic().postDifferences(date(5)).value()).isEqualTo(3);
        assertThat(warehouse.onHand("EAST", "BOLT")).isEqualByComparingTo("0");
        assertThat(warehouse.onHand("MAIN", "BOLT")).isEqualByComparingTo("7");
        assertThat(warehouse.onHand("MAIN", "NUT")).isEqualByComparingTo("12");
        assertThat(periodic().postDifferences(date(5)).value()).isZero();
        assertThat(total(5).costOfSales()).isEqualByComparingTo(before.costOfSales());
        assertThat(total(5).shrinkage()).as("it stays named").isEqualByComparingTo("113");
        assertThat(calculation(5).rows()).allMatch(row -> row.quantities().unposted().signum() == 0);
        close(5).value();
    }

    @Test
    void countsThatCannotBeAreRefusedWithTheirLine() {
        always();
        warehouse.items("BOLT");
        warehouse.item("PASTE", Warehouse.KG, Tracking.LOT, "");
        done("R1", day(1), in("BOLT", 10, "5"));
        Count sound = new Count(warehouse.itemOf("BOLT"), "", Optional.empty(), BigDecimal.TEN);
        Outcome<Integer> outcome = periodic().saveCounts(date(5),
            List.of(sound, new Count(warehouse.itemOf("BOLT"), "L1", Optional.empty(), BigDecimal.ONE),
                new Count(warehouse.itemOf("PASTE"), "", Optional.empty(), BigDecimal.ONE),
                new Count(warehouse.itemOf("BOLT"), "", Optional.empty(), new BigDecimal("-1")),
                new Count(warehouse.itemOf("BOLT"), "", Optional.empty(), new BigDecimal("0.5")),
                new Count(warehouse.itemOf("BOLT"), "", Optional.of(warehouse.place("MAIN").id()), BigDecimal.ONE),
                new Count(warehouse.itemOf("BOLT"), "", Optional.of(warehouse.place("TRANSIT").id()), BigDecimal.ONE)));
        assertThat(outcome.refusals()).hasSize(6).allMatch(refusal -> refusal.code() == ValuationRefusal.BAD_COUNT);
        assertThat(outcome.refusals()).extracting(refusal -> refusal.place().line()).containsExactly(2L, 3L, 4L, 5L, 6L,
            7L);
        assertThat(periodic().counts(date(5))).isEmpty();
        assertThat(periodic().rehearseCounts(date(5), List.of(sound)).value()).isEqualTo(1);
        assertThat(periodic().counts(date(5))).isEmpty();
        assertThat(periodic().saveCounts(date(5), List.of(sound)).value()).isEqualTo(1);
        assertThat(periodic().saveCounts(date(5), List.of(sound)).value()).as("known").isZero();
        count(5, "BOLT", "9");
        assertThat(periodic().counts(date(5))).extracting(Count::quantity)
            .satisfiesExactly(quantity -> assertThat(quantity).isEqualByComparingTo("9"));
        periodic().saveCounts(date(5), List.of(new Count(warehouse.itemOf("BOLT"), "",
            Optional.of(warehouse.place("MAIN").id()), new BigDecimal("8")))).value();
        assertThat(periodic().counts(date(5))).as("the one of all places is replaced").extracting(Count::quantity)
            .satisfiesExactly(quantity -> assertThat(quantity).isEqualByComparingTo("8"));
        count(5, "BOLT", "7");
        assertThat(periodic().counts(date(5))).hasSize(1);
    }

    @Test
    void lessThanNothingIsNotClosed() {
        warehouse.places().setPolicy(LocationKind.WAREHOUSE, org.stockwright.catalog.NegativePolicy.ALLOW).value();
        always();
        warehouse.items("BOLT");
        done("I1", day(2), out("BOLT", 6));
        refused(close(5), ValuationRefusal.NEGATIVE_CLOSING);
        count(5, "BOLT", "0");
        close(5).value();
        assertThat(total(5).costOfSales()).isEqualByComparingTo("0");
    }

    @Test
    void theSystemChangesFromThePerpetualToThePeriodicAndBack() {
        warehouse.items("BOLT");
        done("R1", day(1), in("BOLT", 10, "5"));
        done("I1", day(2), out("BOLT", 4));
        periodic().set(InventorySystem.PERIODIC, Optional.of(date(4))).value();
        assertThat(periodic().set(InventorySystem.PERIODIC, Optional.of(date(4))).isDone()).as("again").isTrue();
        assertThat(periodic().choices()).hasSize(2);
        done("R2", day(5), in("BOLT", 6, "7"));
        done("I2", day(6), out("BOLT", 6));
        done("R3", day(7), in("BOLT", 6, "9"));
        assertThat(books()).isEqualTo(balances("1300", "30", "2150", "-146", "5000", "20", "5050", "96"));
        refused(close(8), ValuationRefusal.EARLIER_PERIOD_OPEN);
        world.service(Periods.class).close(date(3), Periods.State.CLOSED, "", Progress.NONE).value();
        refused(periodic().set(InventorySystem.PERPETUAL, Optional.of(date(9))), ValuationRefusal.PERIODIC_OPEN);
        close(8).value();
        // (30.00 + 96.00) / 18 = 7.00; 12 are left
        assertThat(total(8).opening()).isEqualByComparingTo("30");
        assertThat(books()).isEqualTo(balances("1300", "84", "2150", "-146", "5000", "62"));
        periodic().set(InventorySystem.PERPETUAL, Optional.of(date(9))).value();
        // the moving average left 6 at 6.00 and then 6 at 9.00: 90.00
        assertThat(books()).isEqualTo(balances("1300", "90", "2150", "-146", "5000", "62", "5220", "-6"));
        agrees();
        done("I3", day(10), out("BOLT", 12));
        assertThat(books()).isEqualTo(balances("2150", "-146", "5000", "152", "5220", "-6"));
        refused(periodic().reopen(date(8), "no"), ValuationRefusal.SYSTEM_FIXED);
        refused(periodic().set(InventorySystem.PERIODIC, Optional.of(date(6))), ValuationRefusal.SYSTEM_FIXED);
        periodic().set(InventorySystem.PERIODIC, Optional.of(date(9))).value();
        assertThat(books()).isEqualTo(balances("1300", "84", "2150", "-146", "5000", "62"));
        periodic().reopen(date(8), "it was right").value();
        close(8).value();
    }

    @Test
    void whatWasExportedDoesNotChange() {
        warehouse.items("BOLT");
        done("R1", day(1), in("BOLT", 10, "5"));
        done("I1", day(3), out("BOLT", 4));
        Journal journal = world.service(Journal.class);
        List<Journal.Export> first = journal.export("E1").value();
        refused(periodic().set(InventorySystem.PERIODIC, Optional.of(date(2))), ValuationRefusal.SYSTEM_FIXED);
        refused(periodic().set(InventorySystem.PERIODIC, Optional.empty()), ValuationRefusal.SYSTEM_FIXED);
        periodic().set(InventorySystem.PERIODIC, Optional.of(date(4))).value();
        done("R2", day(5), in("BOLT", 4, "6"));
        done("I2", day(5), out("BOLT", 2));
        assertThat(journal.export("E1").value()).isEqualTo(first);
        List<Journal.Export> second = journal.export("E2").value();
        assertThat(second).extracting(Journal.Export::account).containsExactlyInAnyOrder("5050", "2150");
        world.service(Periods.class).close(date(3), Periods.State.CLOSED, "", Progress.NONE).value();
        close(8).value();
        List<Journal.Export> third = journal.export("E3").value();
        assertThat(third).extracting(Journal.Export::account).containsExactlyInAnyOrder("1300", "5000", "5050");
        assertThat(third.stream().map(line -> line.debit().subtract(line.credit())).reduce(BigDecimal.ZERO,
            BigDecimal::add)).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @EnumSource(CostMethod.class)
    void costOfSalesOfAllPeriodsAndClosingAreOpeningAndPurchases(CostMethod method) {
        long seed = Long.getLong("stockwright.seed", 20260115);
        Random random = new Random(seed);
        warehouse.item("BOLT", Warehouse.PCS, Tracking.LOT, "");
        if (method == CostMethod.STANDARD) {
            world.service(CostSettings.class).setStandards(List.of(new CostSettings.Standard(warehouse.itemOf("BOLT"),
                Optional.empty(), Cost.of(new BigDecimal("4.35")))), Progress.NONE).value();
        }
        method(method);
        always();
        BigDecimal sold = BigDecimal.ZERO;
        BigDecimal bought = BigDecimal.ZERO;
        BigDecimal closing = BigDecimal.ZERO;
        for (int period = 0; period < 4; period++) {
            for (int i = 0; i < 12; i++) {
                happen(random, period * 10 + i * 0.5 + 0.1, "P" + period + '-' + i);
            }
            PeriodicAmounts total = total(period * 10 + 8);
            assertThat(total.opening()).as("seed " + seed).isEqualByComparingTo(closing);
            close(period * 10 + 8).value();
            sold = sold.add(total.costOfSales());
            bought = bought.add(total.netPurchases());
            closing = total.closingStock();
            assertThat(sold.add(closing)).as("seed " + seed).isEqualByComparingTo(bought);
            if (method == CostMethod.FIFO || method == CostMethod.STANDARD) {
                assertThat(closing).as("seed " + seed).isEqualByComparingTo(total.ledger());
            }
        }
    }

    private void happen(Random random, double day, String key) {
        long there = warehouse.onHand("MAIN", "BOLT").longValueExact();
        if (there == 0 || random.nextInt(3) == 0) {
            done(key, day(day), in("BOLT", 1 + random.nextInt(20), (1 + random.nextInt(9)) + ".25").withLot("L1"));
        } else {
            done(key, day(day), out("BOLT", 1 + random.nextInt((int) there)).withLot("L1"));
        }
    }

}
