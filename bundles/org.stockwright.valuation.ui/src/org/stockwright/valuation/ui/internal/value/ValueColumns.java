package org.stockwright.valuation.ui.internal.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.stockwright.ui.grid.Column;
import org.stockwright.valuation.CostLayer;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.ValueRow.Whose;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.Words;

/** The columns of values and of layers. */
@SuppressWarnings("nls")
public final class ValueColumns {

    /** The column of sites: without it, rows stand for items. */
    public static final String SITE = "site";

    private ValueColumns() {
    }

    /** The column of what stock would be worth by a method. */
    public static String by(CostMethod method) {
        return "by-" + method.word();
    }

    /** Values, with a hidden column per method. */
    public static List<Column<ValueSheet.Row>> values(Supplier<Figures> figures) {
        List<Column<ValueSheet.Row>> columns = new ArrayList<>(List.of(
            Column.<ValueSheet.Row>text("item", Messages.Column_item, row -> row.books().item()).width(14),
            Column.<ValueSheet.Row>text("name", Messages.Column_name, row -> row.books().name()).width(28),
            Column.<ValueSheet.Row>text("category", Messages.Column_category, row -> row.books().category())
                .width(22),
            Column.<ValueSheet.Row>text(SITE, Messages.Column_site, row -> row.books().site()).width(12).hidden(),
            Column.<ValueSheet.Row>quantity("onHand", Messages.Column_onHand, row -> row.books().onHand()).width(14)
                .summed(),
            Column.<ValueSheet.Row>number("unitCost", Messages.Column_unitCost,
                row -> row.books().unitCost().map(cost -> figures.get().unitCost(cost)).orElse(null)).width(13),
            Column.<ValueSheet.Row>number("value", Messages.Column_value,
                row -> row.books().whose() == Whose.OURS ? figures.get().amount(row.books().value()) : null)
                .width(15).summed(),
            Column.<ValueSheet.Row>number("notOurs", Messages.Column_notOurs,
                row -> row.books().whose() == Whose.OURS ? null : figures.get().amount(row.books().value()))
                .width(15).summed().hidden(),
            Column.<ValueSheet.Row>text("whose", Messages.Column_whose, row -> Words.spoken(row.books().whose().word()))
                .width(11).hidden(),
            Column.<ValueSheet.Row>text("method", Messages.Column_method, row -> Words.of(row.books().method()))
                .width(11)));
        for (CostMethod method : CostMethod.values()) {
            columns.add(Column.<ValueSheet.Row>number(by(method), Words.of(method),
                row -> row.value(method).map(value -> figures.get().amount(value)).orElse(null)).width(15).summed()
                .hidden());
        }
        return columns;
    }

    /** Layers. */
    public static List<Column<CostLayer>> layers(Supplier<Figures> figures) {
        return List.of(
            Column.<CostLayer>text("pool", Messages.Column_pool, layer -> Words.spoken(layer.pool())).width(12),
            Column.<CostLayer>text("place", Messages.Column_place, CostLayer::place).width(12),
            Column.<CostLayer, java.time.Instant>of("since", Messages.Column_since, CostLayer::since,
                instant -> figures.get().minutes(instant)).width(17),
            Column.<CostLayer>text("document", Messages.Column_document, CostLayer::document).width(16),
            Column.<CostLayer>text("lot", Messages.Column_lot, CostLayer::lot).width(14),
            Column.<CostLayer>quantity("quantity", Messages.Column_quantity, CostLayer::quantity).width(14).summed(),
            Column.<CostLayer>number("unitCost", Messages.Column_unitCost,
                layer -> layer.unitCost().map(cost -> figures.get().unitCost(cost)).orElse(null)).width(13),
            amount("value", Messages.Column_value, layer -> layer.value().total(), figures),
            amount("material", Messages.Column_material, layer -> layer.value().material(), figures).hidden(),
            amount("freight", Messages.Column_freight, layer -> layer.value().freight(), figures).hidden(),
            amount("labour", Messages.Column_labour, layer -> layer.value().labour(), figures).hidden(),
            amount("overhead", Messages.Column_overhead, layer -> layer.value().overhead(), figures).hidden(),
            Column.<CostLayer>number("movement", Messages.Column_movement,
                layer -> BigDecimal.valueOf(layer.movement())).width(10).hidden());
    }

    private static Column<CostLayer> amount(String id, String label,
        java.util.function.Function<CostLayer, BigDecimal> amount, Supplier<Figures> figures) {
        return Column.<CostLayer>number(id, label, layer -> figures.get().amount(amount.apply(layer))).width(15)
            .summed();
    }

    /** The identity of a layer. */
    public static Object key(CostLayer layer) {
        return List.of(layer.pool(), layer.place(), layer.lot(), layer.movement(), layer.since());
    }

}
