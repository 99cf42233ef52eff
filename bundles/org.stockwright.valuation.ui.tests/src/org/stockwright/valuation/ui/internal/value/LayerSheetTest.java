package org.stockwright.valuation.ui.internal.value;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.stockwright.base.ItemId;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.ui.internal.Examples;
import org.stockwright.valuation.ui.internal.value.LayerSheet.Question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockwright.valuation.ui.internal.Examples.EURO;
import static org.stockwright.valuation.ui.internal.Examples.layer;

class LayerSheetTest {

    private static final Question BOLT = Question.of(new ItemId(1), "BOLT");

    @Test
    void theTotalIsQuantityValueAndUnitCost() {
        LayerSheet sheet = new LayerSheet(Optional.of(BOLT), List.of(layer(1, 10, "20"), layer(2, 5, "12.5")), EURO);
        assertThat(sheet.total()).isEqualTo("Total 15 EA, worth 32.50 EUR: 2.166667 per EA");
        assertThat(sheet.heading()).isEqualTo("Layers of BOLT");
    }

    @Test
    void goodsThatLeftWithoutBeingThereMayLeaveValueWithoutQuantity() {
        LayerSheet sheet = new LayerSheet(Optional.of(BOLT), List.of(layer(1, 5, "20"), layer(2, -5, "-15")), EURO);
        assertThat(sheet.total()).isEqualTo("Total 0 EA, worth 5.00 EUR");
    }

    @Test
    void theHeadingSaysAtWhichInstantsAndByWhichMethod() {
        Question past = new Question(new ItemId(1), "BOLT", Optional.of(Examples.NOON), Optional.of(Examples.NOON),
            Optional.empty()).by(Optional.of(CostMethod.LIFO));
        assertThat(new LayerSheet(Optional.of(past), List.of(layer(1, 1, "1")), EURO).heading())
            .isEqualTo("Layers of BOLT, by LIFO, as of 2026-03-31 12:00, known at 2026-03-31 12:00");
    }

    @Test
    void anItemWithoutStockSaysSo() {
        LayerSheet sheet = new LayerSheet(Optional.of(BOLT), List.of(), EURO);
        assertThat(sheet.heading()).isEqualTo("Nothing of BOLT is in stock");
        assertThat(sheet.total()).isEmpty();
    }

    @Test
    void withoutAnItemItSaysWhatToDo() {
        assertThat(LayerSheet.EMPTY.heading()).startsWith("Select an item");
    }

}
