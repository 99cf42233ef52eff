package org.stockwright.valuation.internal.engine;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.internal.engine.OrderAccount.Output;
import org.stockwright.valuation.internal.engine.OrderAccount.Part;

import static org.assertj.core.api.Assertions.assertThat;

/** What a production order gives to whom. */
class OrderAccountTest {

    private final OrderAccount account = new OrderAccount(4);

    private static Key at(long time) {
        return new Key(time, Key.MOVEMENT, time);
    }

    private static Cost cost(String amount) {
        return Cost.of(new BigDecimal(amount));
    }

    private List<Part> use(long time, String amount) {
        return account.add(at(time), at(time), cost(amount));
    }

    private List<Part> later(long time, long root, String amount) {
        return account.add(at(time), at(root), cost(amount));
    }

    private List<Part> make(long time, Output... outputs) {
        return account.take(at(time), time, List.of(outputs));
    }

    private static Output output(long movement, String weight) {
        return new Output(movement, new BigDecimal(weight));
    }

    @Test
    void outputsTakeEverythingByTheirWeightsAndTheLastOneTheRemainder() {
        use(1, "10");
        assertThat(make(2, output(7, "1"), output(8, "1"), output(9, "1"))).containsExactly(
            new Part(7, cost("3.3333")), new Part(8, cost("3.3334")), new Part(9, cost("3.3333")));
        assertThat(account.holds()).isEqualTo(Cost.ZERO);
    }

    @Test
    void theComponentsOfCostAreKeptApart() {
        account.add(at(1), at(1), new Cost(new BigDecimal("4"), BigDecimal.ONE, new BigDecimal("2"), BigDecimal.ONE));
        assertThat(make(2, output(7, "1"), output(8, "3")).get(1).amount()).isEqualTo(
            new Cost(new BigDecimal("3"), new BigDecimal("0.75"), new BigDecimal("1.5"), new BigDecimal("0.75")));
    }

    @Test
    void whatComesLaterGoesToWhoTookWhatItBelongsTo() {
        use(1, "10");
        make(2, output(7, "1"));
        use(3, "6");
        make(4, output(8, "1"));
        assertThat(later(5, 1, "2")).containsExactly(new Part(7, cost("2")));
        assertThat(later(6, 3, "-1")).containsExactly(new Part(8, cost("-1")));
        assertThat(account.holds()).isEqualTo(Cost.ZERO);
    }

    @Test
    void whatWasUsedUpAfterTheLastOutputStaysWithTheOrder() {
        use(1, "10");
        make(2, output(7, "1"));
        assertThat(use(3, "6")).isEmpty();
        assertThat(later(4, 3, "1")).isEmpty();
        assertThat(account.holds()).isEqualTo(cost("7"));
    }

    @Test
    void moreThanWasCollectedIsOwedAndTheNextOutputTakesLess() {
        use(1, "10");
        account.give(at(2), cost("15"));
        assertThat(make(3, output(7, "1"))).containsExactly(new Part(7, Cost.ZERO));
        assertThat(account.holds()).isEqualTo(cost("-5"));
        use(4, "8");
        assertThat(make(5, output(8, "1"))).containsExactly(new Part(8, cost("3")));
    }

    @Test
    void anOutputThatIsReversedLeavesItsRootsToTheNextOne() {
        use(1, "10");
        make(2, output(7, "1"));
        account.undo(at(3), 2);
        use(3, "10");
        make(5, output(8, "1"));
        assertThat(later(6, 1, "2")).containsExactly(new Part(8, cost("2")));
        assertThat(account.holds()).isEqualTo(Cost.ZERO);
    }

    @Test
    void aClosedOrderKeepsNothingOfWhatItHeld() {
        use(1, "10");
        assertThat(account.close(at(2), 99)).isEqualTo(cost("10"));
        assertThat(later(3, 1, "4")).containsExactly(new Part(-99, cost("4")));
        use(4, "3");
        assertThat(account.holds()).isEqualTo(cost("3"));
    }

}
