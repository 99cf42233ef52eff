package org.stockwright.valuation.internal.periodic;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.stockwright.valuation.CostMethod;

import static org.assertj.core.api.Assertions.assertThat;

/** Opening 10 at 5.00, bought 20 at 6.00 and 10 at 8.00: 250.00 for 40. */
class PeriodicStockTest {

    private static final int SCALE = 4;

    private static PeriodicStock stock(CostMethod method, boolean byLot) {
        PeriodicStock stock = new PeriodicStock(method, byLot, SCALE);
        stock.in(new PeriodicLayer(1, 1, 7, number("10"), number("50")), "");
        stock.in(new PeriodicLayer(2, 2, 8, number("20"), number("120")), "PO-2");
        stock.in(new PeriodicLayer(3, 3, 9, number("10"), number("80")), "PO-3");
        return stock;
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    private static BigDecimal left(PeriodicStock stock, String quantity) {
        return amount(stock.left(9, Map.of(0L, number(quantity)), Optional.empty(), Optional.empty()));
    }

    private static BigDecimal amount(List<PeriodicLayer> layers) {
        return layers.stream().map(PeriodicLayer::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void theAverageIsThatOfOpeningAndNetPurchases() {
        // 250.00 / 40 = 6.25
        assertThat(left(stock(CostMethod.AVERAGE, false), "12")).isEqualByComparingTo("75");
        assertThat(left(stock(CostMethod.AVERAGE, false), "40")).isEqualByComparingTo("250");
        assertThat(left(stock(CostMethod.AVERAGE, false), "0")).isEqualByComparingTo("0");
    }

    @Test
    void firstInFirstOutLeavesTheNewest() {
        // 10 at 8.00 and 2 at 6.00
        assertThat(left(stock(CostMethod.FIFO, false), "12")).isEqualByComparingTo("92");
        assertThat(stock(CostMethod.FIFO, false).left(9, Map.of(0L, number("12")), Optional.empty(), Optional.empty()))
            .extracting(PeriodicLayer::origin).containsExactly(2L, 3L);
    }

    @Test
    void lastInFirstOutLeavesTheOldest() {
        // 10 at 5.00 and 2 at 6.00
        assertThat(left(stock(CostMethod.LIFO, false), "12")).isEqualByComparingTo("62");
    }

    @Test
    void standardCostLeavesTheStandard() {
        assertThat(amount(stock(CostMethod.STANDARD, false).left(9, Map.of(0L, number("12")),
            Optional.of(number("5.5")), Optional.empty()))).isEqualByComparingTo("66");
    }

    @Test
    void specificIdentificationLeavesTheLotsThatWereCounted() {
        // 3 of the lot at 5.00 and 4 of the lot at 8.00
        assertThat(amount(stock(CostMethod.SPECIFIC, true).left(9, Map.of(7L, number("3"), 9L, number("4")),
            Optional.empty(), Optional.empty()))).isEqualByComparingTo("47");
    }

    @Test
    void whatGoesBackTakesTheGoodsOfItsPaperAtWhatTheyCost() {
        PeriodicStock fifo = stock(CostMethod.FIFO, false);
        fifo.back(0, "PO-3", 0, number("4"), number("32"));
        // 6 at 8.00 and 6 at 6.00
        assertThat(left(fifo, "12")).isEqualByComparingTo("84");
        PeriodicStock average = stock(CostMethod.AVERAGE, false);
        average.back(3, "", 0, number("10"), number("80"));
        // 170.00 / 30
        assertThat(left(average, "12")).isEqualByComparingTo("68");
    }

    @Test
    void lateCostsFollowTheirReceipt() {
        PeriodicStock fifo = stock(CostMethod.FIFO, false);
        fifo.late(3, number("10"), number("5"), BigDecimal.ZERO);
        // 10 at 8.50 and 2 at 6.00
        assertThat(left(fifo, "12")).isEqualByComparingTo("97");
        // half of the receipt was sold in an earlier period
        fifo.late(1, number("20"), number("10"), BigDecimal.ZERO);
        assertThat(left(fifo, "40")).isEqualByComparingTo("260");
        PeriodicStock average = stock(CostMethod.AVERAGE, false);
        average.late(3, number("10"), number("10"), BigDecimal.ZERO);
        // 260.00 / 40
        assertThat(left(average, "12")).isEqualByComparingTo("78");
    }

    @Test
    void aWriteDownLowersAllByWhatTheyAreWorth() {
        PeriodicStock fifo = stock(CostMethod.FIFO, false);
        fifo.worth(number("-25"));
        // a tenth less: 92.00 - 9.20
        assertThat(left(fifo, "12")).isEqualByComparingTo("82.8");
        PeriodicStock average = stock(CostMethod.AVERAGE, false);
        average.worth(number("-25"));
        assertThat(left(average, "12")).isEqualByComparingTo("67.5");
    }

    @Test
    void whatIsFoundMoreThanEverCameInCostsWhatTheOthersDo() {
        assertThat(left(stock(CostMethod.FIFO, false), "44")).isEqualByComparingTo("275");
        assertThat(left(new PeriodicStock(CostMethod.FIFO, false, SCALE), "4")).isEqualByComparingTo("0");
        assertThat(amount(new PeriodicStock(CostMethod.AVERAGE, false, SCALE).left(9, Map.of(0L, number("4")),
            Optional.empty(), Optional.of(new PeriodicLayer(9, 0, 0, number("2"), number("3"))))))
            .isEqualByComparingTo("6");
    }

    @Test
    void goodsThatLeftBeforeTheyCameAreNotThereAnyMore() {
        PeriodicStock lifo = new PeriodicStock(CostMethod.LIFO, false, SCALE);
        lifo.in(new PeriodicLayer(1, 1, 0, number("-3"), number("-12")), "");
        lifo.in(new PeriodicLayer(2, 2, 0, number("10"), number("50")), "");
        assertThat(left(lifo, "7")).isEqualByComparingTo("35");
        PeriodicStock average = new PeriodicStock(CostMethod.AVERAGE, false, SCALE);
        average.in(new PeriodicLayer(1, 1, 0, number("-3"), number("-12")), "");
        average.in(new PeriodicLayer(2, 2, 0, number("10"), number("50")), "");
        // 38.00 / 7
        assertThat(left(average, "7")).isEqualByComparingTo("38");
    }

}
