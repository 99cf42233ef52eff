package org.stockwright.valuation.ui.internal.late;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.stockwright.ui.grid.Column;
import org.stockwright.valuation.LateCosts.Receipt;
import org.stockwright.valuation.LateCosts.Share;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;

/**
 * What each receipt gets of a late cost, and what becomes of it. No widgets; never changes.
 *
 * @param receipt the answer
 * @param figures how amounts are written
 */
record ShareSheet(Receipt receipt, Figures figures) {

    /** Fits the figures to the shares. */
    ShareSheet {
        figures = figures.fitting(receipt.shares().stream().flatMap(share -> Stream.of(share.amount(),
            share.toStock(), share.toCostOfSales(), share.toOther())), Stream.empty());
    }

    /** The shares. */
    List<Share> shares() {
        return receipt.shares();
    }

    /** What becomes of the whole, in a sentence. */
    String total() {
        return NLS.bind(Messages.Late_total, new Object[] { figures.money(sum(Share::amount)),
            figures.money(sum(Share::toStock)), figures.money(sum(Share::toCostOfSales)),
            figures.money(sum(Share::toOther)) });
    }

    private BigDecimal sum(Function<Share, BigDecimal> part) {
        return shares().stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The columns of shares. */
    @SuppressWarnings("nls")
    static List<Column<Share>> columns(Supplier<Figures> figures) {
        return List.of(
            Column.<Share>number("movement", Messages.Column_movement, share -> BigDecimal.valueOf(share.movement()))
                .width(11),
            Column.<Share>text("item", Messages.Column_item, Share::item).width(16),
            amount("amount", Messages.Column_share, Share::amount, figures),
            amount("toStock", Messages.Column_toStock, Share::toStock, figures),
            amount("toCostOfSales", Messages.Column_toCostOfSales, Share::toCostOfSales, figures),
            amount("toOther", Messages.Column_toOther, Share::toOther, figures));
    }

    private static Column<Share> amount(String id, String label, Function<Share, BigDecimal> amount,
        Supplier<Figures> figures) {
        return Column.<Share>number(id, label, share -> figures.get().amount(amount.apply(share))).width(16);
    }

}
