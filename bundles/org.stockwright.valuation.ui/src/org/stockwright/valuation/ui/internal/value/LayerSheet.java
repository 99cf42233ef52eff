package org.stockwright.valuation.ui.internal.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.stockwright.base.ItemId;
import org.stockwright.base.Quantity;
import org.stockwright.valuation.CostLayer;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.Words;

/**
 * What the view of layers shows: the layers of one item, and what they are together. No widgets; never changes.
 *
 * @param question what was asked
 * @param layers the answer
 * @param figures how amounts are written
 */
public record LayerSheet(Optional<Question> question, List<CostLayer> layers, Figures figures) {

    /** No item was chosen yet. */
    public static final LayerSheet EMPTY = new LayerSheet(Optional.empty(), List.of(), Figures.PLAIN);

    /** Unit costs have so many decimals more than amounts. */
    private static final int UNIT_COST_DECIMALS = 4;

    /**
     * What was asked.
     *
     * @param itemId the item
     * @param item its code
     * @param asOf as it was then; empty for now
     * @param knownAt as it was known then; empty for now
     * @param method as if cost had always flowed so; empty for how it did
     */
    public record Question(ItemId itemId, String item, Optional<Instant> asOf, Optional<Instant> knownAt,
        Optional<CostMethod> method) {

        /** An item now. */
        public static Question of(ItemId id, String code) {
            return new Question(id, code, Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** The same by another method; empty for how cost flowed. */
        public Question by(Optional<CostMethod> other) {
            return new Question(itemId, item, asOf, knownAt, other);
        }

    }

    /** Takes a copy of the list. */
    public LayerSheet {
        layers = List.copyOf(layers);
        figures = fitting(figures, layers);
    }

    /** How amounts of layers are written. */
    public static Figures fitting(Figures figures, List<CostLayer> layers) {
        return figures.fitting(layers.stream().map(CostLayer::value).flatMap(cost -> Stream.of(cost.total(),
            cost.material(), cost.freight(), cost.labour(), cost.overhead())),
            layers.stream().flatMap(layer -> layer.unitCost().stream()));
    }

    /** What is shown, or what to do to see something. */
    public String heading() {
        if (question.isEmpty()) {
            return Messages.Layers_empty;
        }
        Question asked = question.get();
        StringBuilder text = new StringBuilder(
            NLS.bind(layers.isEmpty() ? Messages.Layers_none : Messages.Layers_of, asked.item()));
        asked.method().ifPresent(method -> text.append(NLS.bind(Messages.Layers_by, Words.of(method))));
        asked.asOf().ifPresent(instant -> text.append(NLS.bind(Messages.Layers_asOf, figures.minutes(instant))));
        asked.knownAt().ifPresent(instant -> text.append(NLS.bind(Messages.Layers_knownAt, figures.minutes(instant))));
        return text.toString();
    }

    /** What the layers of our own goods are together: quantity, value, unit cost; empty without layers. */
    public String total() {
        if (layers.isEmpty()) {
            return ""; //$NON-NLS-1$
        }
        Quantity none = Quantity.zero(layers.getFirst().quantity().unit());
        Quantity quantity = layers.stream().filter(CostLayer::isOurs).map(CostLayer::quantity).reduce(none,
            Quantity::plus);
        BigDecimal value = layers.stream().filter(CostLayer::isOurs).map(layer -> layer.value().total()).reduce(
            BigDecimal.ZERO,
            BigDecimal::add);
        if (quantity.isZero()) {
            return NLS.bind(Messages.Layers_totalNone, quantity, figures.money(value));
        }
        BigDecimal unitCost = value.divide(quantity.amount(), figures.decimals() + UNIT_COST_DECIMALS,
            RoundingMode.HALF_UP);
        return NLS.bind(Messages.Layers_total, new Object[] { quantity, figures.money(value),
            figures.unitCost(unitCost).toPlainString(), quantity.unit().code() });
    }

}
