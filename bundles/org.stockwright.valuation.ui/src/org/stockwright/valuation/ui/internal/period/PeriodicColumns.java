package org.stockwright.valuation.ui.internal.period;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import org.stockwright.ui.grid.Column;
import org.stockwright.valuation.PeriodicQuantities;
import org.stockwright.valuation.PeriodicRow;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.Words;

/** The columns of a reconciliation and of the calculation of cost of sales. */
@SuppressWarnings("nls")
final class PeriodicColumns {

    private PeriodicColumns() {
    }

    /** What has to be there, beside what was counted. */
    static List<Column<PeriodicRow>> reconciliation(Supplier<Figures> figures) {
        return List.of(
            Column.<PeriodicRow>text("item", Messages.Column_item, PeriodicRow::item).width(16),
            quantity("opening", Messages.Column_opening, PeriodicQuantities::opening),
            quantity("received", Messages.Column_received,
                quantity -> quantity.purchased().subtract(quantity.returned()).add(quantity.entered())
                    .add(quantity.transferred())),
            quantity("gone", Messages.Column_gone, quantity -> quantity.sold().add(quantity.scrapped())),
            quantity("expected", Messages.Column_expected, PeriodicQuantities::expected),
            quantity("counted", Messages.Column_counted, PeriodicQuantities::closing),
            Column.<PeriodicRow>text("basis", Messages.Column_basis, row -> Words.of(row.basis())).width(16),
            quantity("difference", Messages.Column_difference, PeriodicQuantities::difference),
            Column.<PeriodicRow>text("unit", Messages.Column_unit, row -> row.unit().code()).width(7),
            Column.<PeriodicRow>number("differenceValue", Messages.Column_differenceValue,
                row -> figures.get().amount(row.amounts().difference())).width(16),
            Column.<PeriodicRow>number("closing", Messages.Column_closingValue,
                row -> figures.get().amount(row.amounts().closingStock())).width(17));
    }

    private static Column<PeriodicRow> quantity(String id, String label,
        Function<PeriodicQuantities, BigDecimal> quantity) {
        return Column.<PeriodicRow>number(id, label, row -> {
            BigDecimal plain = quantity.apply(row.quantities()).stripTrailingZeros();
            return plain.setScale(Math.max(0, plain.scale()));
        }).width(13);
    }

    /** The calculation. */
    static List<Column<PeriodicClosing.Part>> parts(Supplier<Figures> figures) {
        return List.of(
            Column.<PeriodicClosing.Part>text("part", Messages.Column_part,
                part -> part.result() ? "= " + part.part() : part.part()).width(48),
            Column.<PeriodicClosing.Part>number("amount", Messages.Column_amount,
                part -> figures.get().amount(part.amount())).width(20));
    }

}
