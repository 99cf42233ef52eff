package org.stockwright.service.ui.internal.scores;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ScoreTrialTest {

    private static final List<String> FIELDS = List.of("claims", "income", "income_2", "region");

    @Test
    void whatTheFormulaSpeaksOfIsAskedForOnceAndInItsOrder() {
        assertThat(ScoreTrial.needed("income_2 / 100 - 5 * claims + income_2", FIELDS)).containsExactly("income_2",
            "claims");
    }

    @Test
    void partsOfNamesAndNamesOfNothingAreNotAskedFor() {
        assertThat(ScoreTrial.needed("incomes + my_income + 2 * debts", FIELDS)).isEmpty();
        assertThat(ScoreTrial.needed("", FIELDS)).isEmpty();
    }

}
