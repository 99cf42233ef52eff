package org.stockwright.service.internal.stock;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Progress;
import org.stockwright.service.Cases.Cancel;
import org.stockwright.service.ServiceCase;
import org.stockwright.valuation.TieOutRow;
import org.stockwright.valuation.Valuation;
import org.stockwright.valuation.ValueQuery;

import static org.assertj.core.api.Assertions.assertThat;

/** Stored units are valued like goods, from their preparation to their end. */
class StoredWorkValueTest extends WorkWorld {

    private BigDecimal value(String item) {
        return world.service(Valuation.class).value(ValueQuery.all().of(warehouse.itemOf(item)), Progress.NONE)
            .stream().map(row -> row.value()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** So many units are worth so much; the book is sound, and the values are those of the ledger's movements. */
    private void expect(String units, String value) {
        assertThat(onHand("Q1", "DRAFT")).isEqualByComparingTo(units);
        assertThat(value("DRAFT")).isEqualByComparingTo(value);
        sound();
        assertThat(world.service(Valuation.class).tieOut(Optional.empty(), Progress.NONE)).allMatch(TieOutRow::agrees);
    }

    /**
     * By hand:
     * <pre>
     * received       100 sheets at 0.25 = 25.00; 100 stamps at 0.85 = 85.00
     * prepared       5 units: 10 sheets = 2.50, 5 × 1.50 collected = 7.50, 5 × 0.10 drafted = 0.50; 10.50, or 2.10 each
     * delivered      1 unit: 4 × 2.10 = 8.40 are left; the signature takes a stamp: 99 × 0.85 = 84.15
     * given back     1 unit: nothing moves, 8.40
     * thrown away    1 unit of a cancelled case: 3 × 2.10 = 6.30
     * prepared       2 units, of which 1 fails at the second stage: 4 sheets = 1.00, 2 × 1.50, 2 × 0.10 = 4.20 for one good
     *                unit: 6.30 + 4.20 = 10.50 for 4
     * expired        3 of the first batch: what they are worth by moving average, 3 × 10.50 / 4 = 7.875; 2.625 are left
     * paper          100 − 10 − 4 = 86 × 0.25 = 21.50
     * </pre>
     */
    @Test
    void unitsAreWorthWhatTheirPreparationCost() {
        receive("PAPER", 100, "0.25");
        receive("STAMP", 100, "0.85");
        approved(2, stages());
        prepared(5);
        expect("5", "10.50");
        ServiceCase served = ready();
        expect("5", "10.50");
        cases().deliver(key(), served.document(), now()).value();
        expect("4", "8.40");
        assertThat(value("STAMP")).isEqualByComparingTo("84.15");
        ServiceCase given = opened();
        cases().cancel(new Cancel(key(), given.document(), false, "moved away", now())).value();
        expect("4", "8.40");
        ServiceCase scrapped = opened();
        cases().cancel(new Cancel(key(), scrapped.document(), true, "torn", now())).value();
        expect("3", "6.30");
        later(Duration.ofDays(5));
        org.stockwright.service.Batch second = preparations()
            .plan(org.stockwright.service.Preparations.Plan.of(key(), CODE, 2)).value();
        preparations().begin(second.document(), Progress.NONE).value();
        finish(second, java.util.List.of(new org.stockwright.service.Preparations.Failed(2, 2, "misspelt"))).value();
        expect("4", "10.50");
        later(Duration.ofDays(6));
        assertThat(stored().writeOff(key(), Optional.empty(), "expired", now()).value()).singleElement()
            .satisfies(one -> assertThat(one.quantity().amount()).isEqualByComparingTo("3"));
        expect("1", "2.625");
        assertThat(value("PAPER")).isEqualByComparingTo("21.50");
        assertThat(stored().lots(Optional.empty()).getFirst().unitCost().orElseThrow()).isEqualByComparingTo("2.625");
    }

}
