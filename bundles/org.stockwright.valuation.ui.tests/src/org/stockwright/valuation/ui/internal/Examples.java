package org.stockwright.valuation.ui.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Unit;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementView;
import org.stockwright.ledger.MovementView.EnteredQuantity;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.CostLayer;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.JournalLine;
import org.stockwright.valuation.ValueRow;

/** Rows that tests show. */
public final class Examples {

    /** Euro amounts in Greenwich. */
    public static final Figures EURO = Figures.of(2, "EUR", ZoneOffset.UTC);

    /** An instant. */
    public static final Instant NOON = Instant.parse("2026-03-31T12:00:00Z");

    private Examples() {
    }

    /** So many pieces. */
    public static Quantity pieces(long amount) {
        return Quantity.of(amount, Unit.EACH);
    }

    /** An amount. */
    public static BigDecimal money(String text) {
        return new BigDecimal(text);
    }

    /** Ten of an item at a site. */
    public static ValueRow value(long id, String item, String site, String value) {
        return new ValueRow(new ItemId(id), item, item + " name", "Parts", site, pieces(10), money(value),
            Optional.of(money(value).movePointLeft(1)), CostMethod.FIFO,
            ValueRow.Whose.OURS);
    }

    /** A layer. */
    public static CostLayer layer(long movement, long quantity, String value) {
        return new CostLayer("stock", "LIN", NOON, movement, "GR-000" + movement, "", pieces(quantity),
            Cost.of(money(value)), Optional.empty());
    }

    /** A row of the journal. */
    public static JournalLine line(long id, long movement, boolean repriced) {
        return new JournalLine(id, NOON, NOON, "cost", "BOLT", "5000", "Cost of sales", "1400", "Stock", "",
            money("3.1"), movement, "GI-0001", "", repriced, "kim");
    }

    /** An issue of four bolts. */
    public static MovementView issue() {
        return new MovementView(7, 1, "key-7", "GI-0001", NOON, NOON, MovementKind.ISSUE, new ItemId(1), "BOLT",
            "Bolt M6", pieces(4), new EnteredQuantity(BigDecimal.valueOf(4), "EA"), "LIN-A1", "CUSTOMER", "", "OWN",
            "OK", "OK", Optional.empty(), "", "", "kim", Optional.empty());
    }

}
