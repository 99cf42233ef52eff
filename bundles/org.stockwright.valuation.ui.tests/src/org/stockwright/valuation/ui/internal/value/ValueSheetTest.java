package org.stockwright.valuation.ui.internal.value;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.stockwright.ui.grid.Column;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.ui.internal.Examples;
import org.stockwright.valuation.ui.internal.value.ValueSheet.Row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockwright.valuation.ui.internal.Examples.EURO;
import static org.stockwright.valuation.ui.internal.Examples.value;

class ValueSheetTest {

    private static ValueSheet compared() {
        return ValueSheet.of(List.of(value(1, "BOLT", "", "100"), value(2, "NUT", "", "20.5")),
            Map.of(CostMethod.LIFO, List.of(value(1, "BOLT", "", "90"), value(3, "WASHER", "", "4"))), EURO);
    }

    @Test
    void methodsStandSideBySideItemByItem() {
        assertThat(compared().rows()).extracting(row -> row.books().item()).containsExactly("BOLT", "NUT", "WASHER");
        assertThat(compared().rows()).extracting(row -> row.value(CostMethod.LIFO))
            .containsExactly(Optional.of(new BigDecimal("90")), Optional.of(BigDecimal.ZERO),
                Optional.of(new BigDecimal("4")));
    }

    @Test
    void whatOnlyAnotherMethodValuesIsWorthNothingInTheBooks() {
        Row washer = compared().rows().get(2);
        assertThat(washer.books().value()).isZero();
        assertThat(washer.books().unitCost()).isEmpty();
    }

    @Test
    void theTotalsSayHowMuchAMethodDiffers() {
        assertThat(compared().totals()).isEqualTo("Total 120.50 EUR     LIFO 94.00 EUR (-26.50 EUR)");
    }

    @Test
    void aMethodThatWasNotAskedShowsNothing() {
        List<Column<Row>> columns = ValueColumns.values(() -> EURO);
        Row bolt = compared().rows().get(0);
        assertThat(column(columns, "value").text(bolt)).isEqualTo("100.00");
        assertThat(column(columns, "unitCost").text(bolt)).isEqualTo("10.0000");
        assertThat(column(columns, "by-lifo").text(bolt)).isEqualTo("90.00");
        assertThat(column(columns, "by-average").text(bolt)).isEmpty();
    }

    private static Column<Row> column(List<Column<Row>> columns, String id) {
        return columns.stream().filter(column -> column.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void theSameItemAtTwoSitesIsTwoRows() {
        ValueSheet sheet = ValueSheet.of(List.of(value(1, "BOLT", "LIN", "100"), value(1, "BOLT", "MOO", "50")),
            Map.of(CostMethod.AVERAGE, List.of(value(1, "BOLT", "MOO", "51"), value(1, "BOLT", "LIN", "99"))), EURO);
        assertThat(sheet.rows()).extracting(row -> row.value(CostMethod.AVERAGE).orElseThrow())
            .containsExactly(new BigDecimal("99"), new BigDecimal("51"));
        assertThat(sheet.rows()).extracting(Row::key).doesNotHaveDuplicates();
    }

    @Test
    void withoutStockThereIsNoTotal() {
        assertThat(ValueSheet.EMPTY.totals()).isEmpty();
    }

    @Test
    void theQuestionNarrowsByWhatWasTyped() {
        ValueQuestion all = new ValueQuestion("  ", Optional.empty(), Optional.empty(), false, Set.of());
        assertThat(all.books().category()).isEmpty();
        ValueQuestion parts = new ValueQuestion(" Parts ", Optional.of(Examples.NOON), Optional.empty(), true,
            Set.of(CostMethod.FIFO));
        assertThat(parts.books().category()).contains("Parts");
        assertThat(parts.books().asOf()).contains(Examples.NOON);
        assertThat(parts.books().bySite()).isTrue();
        assertThat(parts.books().method()).isEmpty();
    }

}
