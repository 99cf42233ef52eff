package org.stockwright.valuation.ui.internal.standard;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.stockwright.base.Decimals;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.CostSettings.Standard;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.Typed;

/**
 * A standard cost as it is typed. No widgets; never changes.
 *
 * @param item the item's code, an alias or a barcode
 * @param from from when; empty for always
 * @param material what the goods themselves cost
 * @param freight freight, duty and what else it takes to get them here
 * @param labour work
 * @param overhead a share of what work needs
 */
record StandardDraft(String item, String from, String material, String freight, String labour, String overhead) {

    /** What was read of it, before it is known which item was meant. */
    private record Read(String item, Optional<Instant> from, Cost cost) {
    }

    /** The standard cost, or why it is none; asks for the item, in a job. */
    @SuppressWarnings("nls")
    Outcome<Standard> standard(Figures figures, Instant now, Function<String, Outcome<ItemId>> items) {
        Typed typed = new Typed(figures.zone(), now);
        String code = typed.text(item, Messages.Method_theItem, Messages.Method_itemMissing);
        if (Stream.of(material, freight, labour, overhead).allMatch(String::isBlank)) {
            typed.missing(Messages.Standard_theCost, Messages.Standard_costMissing);
        }
        Cost cost = new Cost(typed.amount("material", material), typed.amount("freight", freight),
            typed.amount("labour", labour), typed.amount("overhead", overhead));
        Optional<Instant> begin = typed.start(from);
        return typed.outcome(() -> new Read(code, begin, cost))
            .then(read -> items.apply(read.item()).map(id -> new Standard(id, read.from(), read.cost())));
    }

    /** All parts together; empty as long as one of them is no number. */
    Optional<BigDecimal> total() {
        BigDecimal sum = BigDecimal.ZERO;
        for (String part : new String[] { material, freight, labour, overhead }) {
            if (!part.isBlank()) {
                Outcome<BigDecimal> number = Decimals.parse(part);
                if (!number.isDone()) {
                    return Optional.empty();
                }
                sum = sum.add(number.value());
            }
        }
        return Optional.of(sum);
    }

}
