package org.stockwright.valuation.ui.internal.writedown;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.stockwright.base.Decimals;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.ItemRow;
import org.stockwright.catalog.Items;
import org.stockwright.ui.grid.Column;
import org.stockwright.valuation.LateCosts;
import org.stockwright.valuation.LateCosts.Proposal;
import org.stockwright.valuation.Valuation;
import org.stockwright.valuation.ValuationRefusal;
import org.stockwright.valuation.ValueQuery;
import org.stockwright.valuation.ValueRow;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;

/**
 * Stock that costs more than it will yield. No widgets; never changes.
 *
 * @param rows what is proposed, by item
 * @param asOf for which instant
 * @param figures how amounts are written
 */
record WriteDownSheet(List<Row> rows, Instant asOf, Figures figures) {

    /** Nothing was asked yet. */
    static final WriteDownSheet EMPTY = new WriteDownSheet(List.of(), Instant.EPOCH, Figures.PLAIN);

    private static final int PER_CENT = 2;

    /**
     * What is asked.
     *
     * @param asOf for which instant; empty for now
     * @param sellingCost the cost of selling in per cent of the price, as typed
     * @param reversals whether earlier write-downs are taken back as far as prices rose
     */
    record Question(Optional<Instant> asOf, String sellingCost, boolean reversals) {

        /** The cost of selling as a share of the price; nothing typed is none. */
        Outcome<BigDecimal> share() {
            String typed = sellingCost.strip().replaceAll("\\s*%$", ""); //$NON-NLS-1$ //$NON-NLS-2$
            Outcome<BigDecimal> number = typed.isEmpty() ? Outcome.done(BigDecimal.ZERO) : Decimals.parse(typed);
            return number.map(percent -> percent.movePointLeft(PER_CENT))
                .then(share -> share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0
                    ? Outcome.refused(Refusal
                        .of(ValuationRefusal.BAD_AMOUNT, sellingCost.strip(), Messages.WriteDown_shareRange)
                        .hint(Messages.WriteDown_shareHint))
                    : Outcome.done(share));
        }

    }

    /**
     * A proposal beside what it was computed from.
     *
     * @param proposal the proposal
     * @param onHand our own stock
     * @param listPrice what a unit is sold for
     */
    record Row(Proposal proposal, Quantity onHand, BigDecimal listPrice) {
    }

    /** Takes a copy, and fits the figures to the amounts. */
    WriteDownSheet {
        rows = List.copyOf(rows);
        figures = figures.fitting(rows.stream().map(Row::proposal)
            .flatMap(row -> Stream.of(row.value(), row.realisable(), row.writeDown())),
            rows.stream().map(Row::listPrice));
    }

    /** Asks for the proposals; in a job. */
    static Outcome<WriteDownSheet> read(LateCosts costs, Valuation valuation, Items items, Question question,
        Figures figures, Instant now, Progress progress) {
        Instant asOf = question.asOf().orElse(now);
        return question.share().map(share -> {
            List<Proposal> proposals = costs.proposals(asOf, share, question.reversals());
            return proposals.isEmpty() ? new WriteDownSheet(List.of(), asOf, figures)
                : of(proposals, valuation.value(ValueQuery.all().at(Optional.of(asOf), Optional.empty()), progress),
                    items.list(), asOf, figures);
        });
    }

    /** The proposals beside the quantities and prices that they come from. */
    static WriteDownSheet of(List<Proposal> proposals, List<ValueRow> values, List<ItemRow> items, Instant asOf,
        Figures figures) {
        Map<ItemId, Quantity> onHand = new HashMap<>();
        values.forEach(row -> onHand.put(row.itemId(), row.onHand()));
        Map<ItemId, BigDecimal> prices = new HashMap<>();
        items.forEach(row -> row.listPrice().ifPresent(price -> prices.put(row.id(), price)));
        return new WriteDownSheet(proposals.stream()
            .filter(row -> onHand.containsKey(row.itemId()) && prices.containsKey(row.itemId()))
            .map(row -> new Row(row, onHand.get(row.itemId()), prices.get(row.itemId()))).toList(), asOf, figures);
    }

    /** What to do when there is nothing; empty when there is something. */
    String remark() {
        return rows.isEmpty() ? Messages.WriteDown_none : ""; //$NON-NLS-1$
    }

    /** What rows come to, in sentences: how many are lowered by how much, and how many are raised again. */
    String total(List<Row> some) {
        List<BigDecimal> lower = some.stream().map(row -> row.proposal().writeDown())
            .filter(amount -> amount.signum() > 0).toList();
        List<BigDecimal> back = some.stream().map(row -> row.proposal().writeDown().negate())
            .filter(amount -> amount.signum() > 0).toList();
        return (counted(lower, Messages.WriteDown_totalOne, Messages.WriteDown_total) + ' '
            + counted(back, Messages.WriteDown_totalBackOne, Messages.WriteDown_totalBack)).strip();
    }

    private String counted(List<BigDecimal> amounts, String one, String several) {
        return amounts.isEmpty() ? "" : NLS.bind(amounts.size() == 1 ? one : several, //$NON-NLS-1$
            Integer.toString(amounts.size()),
            figures.money(amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
    }

    /** The columns of proposals. */
    @SuppressWarnings("nls")
    static List<Column<Row>> columns(Supplier<Figures> figures) {
        return List.of(
            Column.<Row>text("item", Messages.Column_item, row -> row.proposal().item()).width(14),
            Column.<Row>text("name", Messages.Column_name, row -> row.proposal().name()).width(30),
            Column.<Row>quantity("onHand", Messages.Column_onHand, Row::onHand).width(15),
            Column.<Row>number("price", Messages.Column_listPrice, row -> figures.get().unitCost(row.listPrice()))
                .width(14),
            Column.<Row>number("value", Messages.Column_value, row -> figures.get().amount(row.proposal().value()))
                .width(16).summed(),
            Column.<Row>number("realisable", Messages.Column_realisable,
                row -> figures.get().amount(row.proposal().realisable())).width(22).summed(),
            Column.<Row>number("writeDown", Messages.Column_writeDown,
                row -> figures.get().amount(row.proposal().writeDown())).width(16).summed(),
            Column.<Row>text("what", Messages.Column_kind,
                row -> row.proposal().writeDown().signum() > 0 ? Messages.WriteDown_lower : Messages.WriteDown_back)
                .width(14));
    }

}
