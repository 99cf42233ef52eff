package org.stockwright.service.internal.boundary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.stockwright.base.ItemId;
import org.stockwright.base.Refusal;
import org.stockwright.base.Sample;
import org.stockwright.service.BoundaryEffect;
import org.stockwright.service.BoundaryEffect.Model;
import org.stockwright.service.Demand;
import org.stockwright.service.Performer;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Stage;
import org.stockwright.service.Template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class BoundaryCalculationTest {

    private static final BigDecimal CLOSE = new BigDecimal("0.000001");
    private static final ItemId PAPER = new ItemId(7);

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    private static Stage stage(String code, String minutes, String cost, Optional<Integer> validity,
        Stage.Material... materials) {
        return new Stage(code, code, Performer.STAFF, Optional.empty(), number(minutes), number(cost), validity, "",
            Optional.empty(), List.of(materials), List.of());
    }

    private static Template template(String under, Optional<BigDecimal> over, Stage... stages) {
        return new Template("T", 1, "T", Template.State.DRAFT, new ItemId(1), Optional.empty(), Optional.empty(),
            LocalDate.of(2026, 1, 1), Optional.empty(), 0,
            new Template.Replenishment(BigDecimal.ZERO, BigDecimal.ZERO), new Template.Mismatch(number(under), over),
            List.of(stages));
    }

    /** 6 minutes for 6, with 2 sheets of paper; then 4 minutes for 4. */
    private static Template letter(Optional<Integer> validity) {
        return template("21", Optional.empty(),
            stage("DRAFT", "6", "6", validity, new Stage.Material(PAPER, number("2"))),
            stage("SIGN", "4", "4", Optional.empty()));
    }

    private static Demand typed(String mean, String deviation, String review, String lead, String service) {
        return new Demand(number(mean), number(deviation), List.of(), number(review), number(lead), number(service));
    }

    private static Demand recorded(List<BigDecimal> days, String review) {
        return new Demand(new Sample(days).mean(9).orElseThrow(), new Sample(days).deviation(9).orElse(BigDecimal.ZERO),
            days, number(review), BigDecimal.ZERO, number("0.95"));
    }

    private static BoundaryEffect at(Template template, Demand demand, int boundary) {
        return new BoundaryCalculation(template, demand, Map.of(PAPER, number("0.5"))).all().value().get(boundary);
    }

    private static void close(BigDecimal value, String expected) {
        assertThat(value).isCloseTo(number(expected), within(CLOSE));
    }

    /**
     * Units last a day and are prepared every day: each day is a season of its own.
     * <pre>
     * preparation     6 + 2 sheets × 0.50 = 7, which is also Co;  Cu = 21
     * critical ratio  21 / (21 + 7) = 0.75;  z(0.75) = 0.674490
     * Q               20 + 0.674490 × 5 = 23.372449, rounded up 24
     * z of Q          (24 − 20) / 5 = 0.8
     * loss            φ(0.8) − 0.8 × (1 − Φ(0.8)) = 0.289692 − 0.8 × 0.211855 = 0.120207
     * wanting         5 × 0.120207 = 0.601036 units;  fill 1 − 0.601036 / 20 = 0.969948
     * left over       24 − 20 + 0.601036 = 4.601036 units, × 7 = 32.207253
     * waiting         0.969948 × 4 + 0.030052 × 10 = 4.180311 minutes
     * invested        24 × 7 = 168
     * </pre>
     */
    @Test
    void unitsThatLastForADayAreANewsvendorsProblem() {
        BoundaryEffect one = at(letter(Optional.of(1)), typed("20", "5", "1", "0", "0.95"), 1);
        assertThat(one.model()).isEqualTo(Model.NEWSVENDOR);
        assertThat(one.ratio()).isEqualByComparingTo("0.75");
        assertThat(one.stock()).isEqualByComparingTo("24");
        assertThat(one.preparation()).isEqualByComparingTo("7");
        assertThat(one.invested()).isEqualByComparingTo("168");
        close(one.fill(), "0.9699481915");
        close(one.obsolete(), "4.6010361695");
        assertThat(one.obsolescence()).isCloseTo(number("32.2072531863"), within(number("0.00001")));
        assertThat(one.waitStored()).isEqualByComparingTo("4");
        assertThat(one.waitAll()).isEqualByComparingTo("10");
        assertThat(one.waitExpected()).isCloseTo(number("4.1803108508"), within(number("0.00001")));
        assertThat(one.validityDays()).contains(1);
    }

    /**
     * Units keep: every 7 days they are filled up, which takes 2 days.
     * <pre>
     * protected       7 + 2 = 9 days: mean 90, deviation 4 × √9 = 12
     * S               90 + 1.644854 × 12 = 109.738244, rounded up 110
     * z of S          (110 − 90) / 12 = 1.666667;  loss 0.019827
     * wanting         12 × 0.019827 = 0.237919 in each period of 7 days, in which 70 come
     * fill            1 − 0.237919 / 70 = 0.996601
     * </pre>
     */
    @Test
    void unitsThatKeepAreFilledUpToABaseStock() {
        BoundaryEffect one = at(letter(Optional.empty()), typed("10", "4", "7", "2", "0.95"), 1);
        assertThat(one.model()).isEqualTo(Model.BASE_STOCK);
        assertThat(one.stock()).isEqualByComparingTo("110");
        close(one.fill(), "0.9966011626");
        assertThat(one.obsolete()).isZero();
        assertThat(one.validityDays()).isEmpty();
    }

    /**
     * The same units, usable for 10 days: more than the 9 that are protected, so that they still are filled up; a few expire.
     * <pre>
     * 10 days         mean 100, deviation 4 × √10 = 12.649111;  z of 110 = 10 / 12.649111 = 0.790569
     * loss            φ(z) − z (1 − Φ(z)) = 0.122218;  left over in 10 days 110 − 100 + 12.649111 × 0.122218 = 11.545950
     * in 7 days       11.545950 × 7 / 10 = 8.082165
     * </pre>
     */
    @Test
    void someOfABaseStockExpire() {
        BoundaryEffect one = at(letter(Optional.of(10)), typed("10", "4", "7", "2", "0.95"), 1);
        assertThat(one.model()).isEqualTo(Model.BASE_STOCK);
        assertThat(one.stock()).isEqualByComparingTo("110");
        assertThat(one.obsolete()).isCloseTo(number("8.0821649"), within(number("0.0001")));
    }

    /**
     * Demands of 1 to 20, each once: F(15) = 15/20 = 0.75 is the first that reaches the critical ratio.
     * <pre>
     * wanting         (1 + 2 + 3 + 4 + 5) / 20 = 0.75 of 10.5 on the mean;  fill 1 − 0.75 / 10.5 = 0.928571
     * left over       15 − 10.5 + 0.75 = 5.25
     * </pre>
     */
    @Test
    void recordedDaysAreTakenAsTheyWere() {
        List<BigDecimal> days = new ArrayList<>(
            IntStream.rangeClosed(1, 20).mapToObj(BigDecimal::valueOf).toList());
        Collections.shuffle(days, new Random(5));
        BoundaryEffect one = at(letter(Optional.of(1)), recorded(days, "1"), 1);
        assertThat(one.stock()).isEqualByComparingTo("15");
        close(one.fill(), "0.9285714286");
        assertThat(one.obsolete()).isEqualByComparingTo("5.25");
    }

    /** Prepared once a week and good for a day: of 7 days with 20 customers each, 19.398964 customers are served from stock. */
    @Test
    void whoComesBetweenTheEndOfUnitsAndTheNextBatchFindsNone() {
        BoundaryEffect one = at(letter(Optional.of(1)), typed("20", "5", "7", "0", "0.95"), 1);
        assertThat(one.model()).isEqualTo(Model.NEWSVENDOR);
        assertThat(one.stock()).isEqualByComparingTo("24");
        close(one.fill(), "0.1385640274");
    }

    @Test
    void eachPositionOfTheBoundaryHasItsEffect() {
        List<BoundaryEffect> all = new BoundaryCalculation(letter(Optional.of(1)), typed("20", "5", "1", "0", "0.95"),
            Map.of()).all().value();
        assertThat(all).extracting(BoundaryEffect::boundary).containsExactly(0, 1, 2);
        assertThat(all.getFirst().model()).isEqualTo(Model.NONE);
        assertThat(all.getFirst().waitExpected()).isEqualByComparingTo("10");
        assertThat(all.getFirst().stock()).isZero();
        assertThat(all.get(2).waitStored()).isZero();
        assertThat(all.get(2).preparation()).as("materials whose cost nobody knows cost nothing")
            .isEqualByComparingTo("10");
        assertThat(all.get(2).validityDays()).as("the least of the stages").contains(1);
    }

    @Test
    void unitsThatCostNothingWhenLeftOverAreHeldForTheWantedService() {
        Template free = template("21", Optional.of(BigDecimal.ZERO), stage("A", "6", "6", Optional.of(1)));
        BoundaryEffect one = at(free, typed("20", "5", "1", "0", "0.95"), 1);
        assertThat(one.model()).isEqualTo(Model.BASE_STOCK);
        // 20 + 1.644854 × 5 = 28.224268
        assertThat(one.stock()).isEqualByComparingTo("29");
    }

    @Test
    void withoutCustomersNothingIsHeldAndNobodyWaits() {
        BoundaryEffect one = at(letter(Optional.of(1)), typed("0", "0", "1", "0", "0.95"), 1);
        assertThat(one.stock()).isZero();
        assertThat(one.fill()).isEqualByComparingTo("1");
        assertThat(one.obsolete()).isZero();
    }

    @Test
    void ratiosThatAreNearlyOneStayFinite() {
        Template dear = template("999999999999999999", Optional.of(number("0.000000001")),
            stage("A", "6", "6", Optional.of(1)));
        assertThat(at(dear, typed("20", "5", "1", "0", "0.95"), 1).stock()).isBetween(number("55"), number("65"));
        Template keeps = letter(Optional.empty());
        assertThat(at(keeps, typed("20", "5", "1", "0", "0.9999999999999999999999"), 1).stock())
            .isBetween(number("55"), number("65"));
        assertThat(at(keeps, typed("20", "5", "1", "0", "0.0000000000000000000001"), 1).stock()).isZero();
    }

    @Test
    void whatCannotBeCalculatedIsRefusedAndSaysWhatToDo() {
        assertRefused(typed("-1", "5", "1", "0", "0.95"), ServiceRefusal.NEGATIVE_DEMAND);
        assertRefused(typed("1", "-5", "1", "0", "0.95"), ServiceRefusal.NEGATIVE_DEMAND);
        assertRefused(typed("2000000000", "5", "1", "0", "0.95"), ServiceRefusal.TOO_MUCH_DEMAND);
        assertRefused(typed("1", "5", "0", "0", "0.95"), ServiceRefusal.BAD_PERIOD);
        assertRefused(typed("1", "5", "1", "-1", "0.95"), ServiceRefusal.BAD_PERIOD);
        assertRefused(typed("1", "5", "999", "2", "0.95"), ServiceRefusal.BAD_PERIOD);
        assertRefused(typed("1", "5", "1", "0", "1"), ServiceRefusal.BAD_SERVICE_LEVEL);
        assertRefused(typed("1", "5", "1", "0", "0"), ServiceRefusal.BAD_SERVICE_LEVEL);
        List<Refusal> free = new BoundaryCalculation(
            template("0", Optional.empty(), stage("A", "6", "6", Optional.of(1))),
            typed("1", "5", "1", "0", "0.95"), Map.of()).all().refusals();
        assertThat(free).extracting(Refusal::code).containsExactly(ServiceRefusal.NO_MISMATCH_COST);
        assertThat(free.getFirst().hint()).isNotEmpty();
    }

    /** What a missing unit costs matters where units perish, and nowhere else. */
    @Test
    void unitsThatKeepNeedNoCostOfMissingOnes() {
        Template keeps = template("0", Optional.empty(), stage("A", "6", "6", Optional.empty()),
            stage("B", "4", "4", Optional.of(30)));
        assertThat(at(keeps, typed("20", "5", "1", "0", "0.95"), 1).stock()).isEqualByComparingTo("29");
        assertThat(at(keeps, typed("20", "5", "1", "0", "0.95"), 2).stock()).isEqualByComparingTo("29");
    }

    /**
     * The same number every day: nothing is left and nobody misses anything, whatever the ratio.
     * <pre>
     * newsvendor   20 + z × 0 = 20;  base stock of 9 days 90 + 1.644854 × 0 = 90, of 2.5 a day 22.5, rounded up 23
     * </pre>
     */
    @Test
    void demandThatNeverDiffersIsHeldExactly() {
        BoundaryEffect perishing = at(letter(Optional.of(1)), typed("20", "0", "1", "0", "0.95"), 1);
        assertThat(perishing.model()).isEqualTo(Model.NEWSVENDOR);
        assertThat(perishing.stock()).isEqualByComparingTo("20");
        assertThat(perishing.fill()).isEqualByComparingTo("1");
        assertThat(perishing.obsolete()).isZero();
        assertThat(perishing.waitExpected()).isEqualByComparingTo("4");
        assertThat(at(letter(Optional.empty()), typed("10", "0", "7", "2", "0.95"), 1).stock())
            .isEqualByComparingTo("90");
        BoundaryEffect keeping = at(letter(Optional.empty()), typed("2.5", "0", "7", "2", "0.95"), 1);
        assertThat(keeping.stock()).isEqualByComparingTo("23");
        assertThat(keeping.fill()).isEqualByComparingTo("1");
    }

    /**
     * Demands of 1 to 21, each once; Cu 2 and Co 1.
     * <pre>
     * critical ratio  2 / 3;  F(14) = 14 / 21 = 2 / 3 reaches it exactly: Q = 14, not 15
     * wanting         (1 + 2 + … + 7) / 21 = 28 / 21 = 1.333333 of 11 on the mean;  fill 1 − 1.333333 / 11 = 0.878788
     * left over       14 − 11 + 1.333333 = 4.333333
     * </pre>
     */
    @Test
    void aRatioWithoutAnEndAsDecimalIsReachedExactly() {
        List<BigDecimal> days = IntStream.rangeClosed(1, 21).mapToObj(BigDecimal::valueOf).toList();
        BoundaryEffect one = at(template("2", Optional.of(BigDecimal.ONE), stage("A", "6", "6", Optional.of(1))),
            recorded(days, "1"), 1);
        assertThat(one.stock()).isEqualByComparingTo("14");
        close(one.ratio(), "0.6666666667");
        close(one.fill(), "0.8787878788");
        close(one.obsolete(), "4.3333333333");
    }

    private static void assertRefused(Demand demand, ServiceRefusal code) {
        assertThat(new BoundaryCalculation(letter(Optional.of(1)), demand, Map.of()).all().refusals()).singleElement()
            .satisfies(refusal -> {
                assertThat(refusal.code()).isEqualTo(code);
                assertThat(refusal.hint()).isNotEmpty();
            });
    }

    /** By trying every stock on every recorded day, exactly: the calculated one costs least. */
    @Test
    void noOtherStockWouldHaveCostLess() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            int most = 1 + random.nextInt(60);
            List<BigDecimal> days = new ArrayList<>();
            for (int i = 20 + random.nextInt(80); i > 0; i--) {
                days.add(BigDecimal.valueOf(random.nextInt(most + 1)));
            }
            int under = 1 + random.nextInt(200);
            int over = 1 + random.nextInt(200);
            Template template = template(Integer.toString(under), Optional.of(BigDecimal.valueOf(over)),
                stage("A", "1", "1", Optional.of(1)));
            BoundaryEffect one = at(template, recorded(days, "1"), 1);
            long least = Long.MAX_VALUE;
            for (int stock = 0; stock <= most; stock++) {
                least = Math.min(least, cost(days, stock, under, over));
            }
            assertThat(cost(days, one.stock().intValueExact(), under, over))
                .as("Cu %s, Co %s, days %s", under, over, days).isEqualTo(least);
            BigDecimal left = BigDecimal.valueOf(cost(days, one.stock().intValueExact(), 0, 1))
                .divide(BigDecimal.valueOf(days.size()), 9, RoundingMode.HALF_EVEN);
            assertThat(one.obsolete()).isCloseTo(left, within(CLOSE));
        }
    }

    private static long cost(List<BigDecimal> days, long stock, long under, long over) {
        long sum = 0;
        for (BigDecimal day : days) {
            long demand = day.longValueExact();
            sum += demand > stock ? (demand - stock) * under : (stock - demand) * over;
        }
        return sum;
    }

    /** Half a million days of normal demand, played through with the calculated stock. */
    @Test
    void aPlayedNewsvendorDoesAsCalculated() {
        BoundaryEffect one = at(letter(Optional.of(1)), typed("20", "5", "1", "0", "0.95"), 1);
        double stock = one.stock().doubleValue();
        Random random = new Random(20260115);
        int days = 500_000;
        double served = 0;
        double came = 0;
        double left = 0;
        for (int day = 0; day < days; day++) {
            double demand = 20 + 5 * random.nextGaussian();
            came += demand;
            served += Math.min(demand, stock);
            left += Math.max(0, stock - demand);
        }
        assertThat(served / came).isCloseTo(one.fill().doubleValue(), within(0.0005));
        assertThat(left / days).isCloseTo(one.obsolete().doubleValue(), within(0.03));
    }

    /**
     * Every 7 days a batch fills the position up to S and is there 2 days later; who finds nothing waits for a unit. 200,000
     * periods.
     */
    @Test
    void aPlayedBaseStockDoesAsCalculated() {
        Demand demand = typed("10", "4", "7", "2", "0.95");
        BoundaryEffect one = at(letter(Optional.empty()), demand, 1);
        double level = one.stock().doubleValue();
        Random random = new Random(20260116);
        double net = level;
        double ordered = 0;
        double came = 0;
        double wanting = 0;
        for (int day = 0; day < 1_400_000; day++) {
            if (day % 7 == 0) {
                ordered = level - net;
            }
            if (day % 7 == 2) {
                net += ordered;
                ordered = 0;
            }
            double units = 10 + 4 * random.nextGaussian();
            came += units;
            wanting += Math.max(0, units - Math.max(0, net));
            net -= units;
        }
        assertThat(1 - wanting / came).isCloseTo(one.fill().doubleValue(), within(0.002));
    }

}
