package org.stockwright.valuation.ui.internal.why;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.CostReasons;
import org.stockwright.valuation.ui.internal.Examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockwright.valuation.ui.internal.Examples.EURO;

class CostStoryTest {

    private static CostStory story(boolean corrected) {
        return new CostStory(7, Optional.of(new CostReasons(Examples.issue(), CostMethod.FIFO,
            Examples.money("6.2"), "The oldest layers first.", List.of(Examples.layer(1, 4, "6.2")),
            List.of(Examples.line(1, 7, false), Examples.line(2, 7, corrected)))), EURO);
    }

    @Test
    void theHeadingSaysWhatMovedWhatItCostAndByWhichRule() {
        assertThat(story(false).heading()).isEqualTo("""
            GI-0001: Issue of 4 EA BOLT from LIN-A1 to CUSTOMER, 2026-03-31 12:00
            It cost 6.20 EUR. Method: FIFO
            The oldest layers first.""");
    }

    @Test
    void theTitleNamesDocumentAndItem() {
        assertThat(story(false).title()).isEqualTo("Why this cost? GI-0001 BOLT");
        assertThat(CostStory.EMPTY.title()).isEqualTo("Why this cost?");
        assertThat(story(false).layersCaption()).isEqualTo("Taken from one layer:");
    }

    @Test
    void correctionsAreCounted() {
        assertThat(story(false).linesCaption()).isEqualTo("Rows of the journal: 2");
        assertThat(story(true).linesCaption()).isEqualTo("Rows of the journal: 2, of which 1 put earlier ones right");
    }

    @Test
    void aMovementWithoutValueSaysSo() {
        CostStory none = new CostStory(12, Optional.empty(), EURO);
        assertThat(none.heading()).isEqualTo("The movement 12 moved no value of ours.");
        assertThat(none.layersCaption()).isEqualTo("It took from no layer.");
    }

    @Test
    void withoutAMovementItSaysWhatToDo() {
        assertThat(CostStory.EMPTY.heading()).contains("Shift+F8");
        assertThat(CostStory.EMPTY.linesCaption()).isEmpty();
    }

    @Test
    void everyRowThatIsAboutAMovementCanBeExplained() {
        assertThat(WhyCostHandler.movement(Examples.issue())).isEqualTo(OptionalLong.of(7));
        assertThat(WhyCostHandler.movement(Examples.layer(3, 1, "1"))).isEqualTo(OptionalLong.of(3));
        assertThat(WhyCostHandler.movement(Examples.line(1, 9, false))).isEqualTo(OptionalLong.of(9));
        assertThat(WhyCostHandler.movement(Examples.line(1, 0, false))).isEmpty();
        assertThat(WhyCostHandler.movement("a text")).isEmpty();
        assertThat(WhyCostHandler.movement(null)).isEmpty();
    }

}
