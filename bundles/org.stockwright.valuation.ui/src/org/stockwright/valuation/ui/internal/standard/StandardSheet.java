package org.stockwright.valuation.ui.internal.standard;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.stockwright.base.ItemId;
import org.stockwright.catalog.ItemRow;
import org.stockwright.ui.grid.Column;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.CostSettings.Standard;
import org.stockwright.valuation.Recorded;
import org.stockwright.valuation.ui.internal.Effective;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;

/**
 * The standard costs of all items by their parts, with what held before. No widgets; never changes.
 *
 * @param rows by item, oldest first
 * @param items the items by their numbers
 * @param figures how amounts are written
 */
record StandardSheet(List<Effective<Standard>> rows, Map<ItemId, ItemRow> items, Figures figures) {

    /** Nothing was read yet. */
    static final StandardSheet EMPTY = new StandardSheet(List.of(), Map.of(), Figures.PLAIN);

    /** Takes copies, and fits the figures to the costs. */
    StandardSheet {
        rows = List.copyOf(rows);
        items = Map.copyOf(items);
        figures = figures.fitting(Stream.empty(),
            rows.stream().map(row -> row.what().cost())
                .flatMap(cost -> Stream.of(cost.material(), cost.freight(), cost.labour(), cost.overhead(),
                    cost.total())));
    }

    /** What was recorded, by item and oldest first, beside what the items are called. */
    static StandardSheet of(List<Recorded<Standard>> history, List<ItemRow> items, Figures figures, Instant now) {
        return new StandardSheet(Effective.of(history, Standard::from, Standard::item, now),
            items.stream().collect(Collectors.toMap(ItemRow::id, Function.identity())), figures);
    }

    /** What to do when there is nothing; empty when there is something. */
    String remark() {
        return rows.isEmpty() ? Messages.Standard_none : ""; //$NON-NLS-1$
    }

    /** The item's code, or nothing for one that is not known any more. */
    String code(Effective<Standard> row) {
        ItemRow item = items.get(row.what().item());
        return item == null ? "" : item.code(); //$NON-NLS-1$
    }

    private String name(Effective<Standard> row) {
        ItemRow item = items.get(row.what().item());
        return item == null ? "" : item.name(); //$NON-NLS-1$
    }

    private String per(Effective<Standard> row) {
        ItemRow item = items.get(row.what().item());
        return item == null ? figures.currency() : figures.currency() + '/' + item.unit().code();
    }

    /** The columns of standard costs. */
    @SuppressWarnings("nls")
    static List<Column<Effective<Standard>>> columns(Supplier<StandardSheet> sheet) {
        Supplier<Figures> figures = () -> sheet.get().figures();
        return Stream.concat(Stream.of(
            Column.<Effective<Standard>>text("item", Messages.Column_item, row -> sheet.get().code(row)).width(14),
            Column.<Effective<Standard>>text("name", Messages.Column_name, row -> sheet.get().name(row)).width(25),
            Effective.<Standard>fromColumn(figures),
            part("material", Messages.Column_material, Cost::material, figures),
            part("freight", Messages.Column_freight, Cost::freight, figures),
            part("labour", Messages.Column_labour, Cost::labour, figures),
            part("overhead", Messages.Column_overhead, Cost::overhead, figures),
            part("total", Messages.Column_total, Cost::total, figures),
            Column.<Effective<Standard>>text("per", Messages.Column_per, row -> sheet.get().per(row)).width(10)),
            Effective.<Standard>recordedColumns(figures).stream()).toList();
    }

    private static Column<Effective<Standard>> part(String id, String label, Function<Cost, BigDecimal> part,
        Supplier<Figures> figures) {
        return Column.<Effective<Standard>>number(id, label,
            row -> figures.get().unitCost(part.apply(row.what().cost()))).width(12);
    }

}
