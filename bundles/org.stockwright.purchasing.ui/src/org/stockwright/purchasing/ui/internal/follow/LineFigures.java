package org.stockwright.purchasing.ui.internal.follow;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;

import org.stockwright.base.Quantity;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.Step;
import org.stockwright.documents.ui.Figures;

/** Quantities of a document's line in the unit in which the line was entered: so many boxes rather than so many pieces. */
public final class LineFigures {

    private static final int SCALE = 9;

    private LineFigures() {
    }

    /** A quantity of the base unit in the line's own unit; empty when it does not come out even. */
    public static Optional<BigDecimal> entered(DocumentLine line, BigDecimal base) {
        return entered(line.entered(), line.quantity().amount(), base);
    }

    private static Optional<BigDecimal> entered(BigDecimal entered, BigDecimal quantity, BigDecimal base) {
        BigDecimal whole = base.multiply(entered);
        BigDecimal part = whole.divide(quantity, SCALE, RoundingMode.DOWN);
        return part.multiply(quantity).compareTo(whole) == 0 ? Optional.of(Figures.plain(part)) : Optional.empty();
    }

    /** The number of a quantity as it is typed: in the line's own unit; empty when it does not come out even. */
    public static String typed(DocumentLine line, BigDecimal base) {
        return entered(line, base).map(BigDecimal::toPlainString).orElse(""); //$NON-NLS-1$
    }

    /** A quantity with its unit: the line's own where it comes out even, else the base unit. */
    public static String text(DocumentLine line, BigDecimal base) {
        return text(line.entered(), line.enteredUnit(), line.quantity().amount(),
            new Quantity(base, line.quantity().unit()));
    }

    /**
     * The same for a line of which only the figures are there.
     *
     * @param entered the number that was entered
     * @param unit the code of its unit
     * @param quantity the same in the base unit
     * @param base what is written
     */
    public static String text(BigDecimal entered, String unit, BigDecimal quantity, Quantity base) {
        return entered(entered, quantity, base.amount()).map(amount -> amount.toPlainString() + ' ' + unit)
            .orElseGet(() -> Figures.text(base.amount()) + ' ' + base.unit().code());
    }

    /** What is ordered of a line and not cancelled, in the base unit. */
    public static BigDecimal wanted(DocumentLine line) {
        return line.quantity().amount().subtract(line.done(Step.CANCELLED));
    }

    /** A price with the decimals of its currency; empty without one. */
    public static String price(DocumentLine line, Currency currency) {
        return line.price().map(price -> Figures.amount(price, currency).toPlainString()).orElse(""); //$NON-NLS-1$
    }

    /** The day on which a line is wanted. */
    public static String due(Document document, DocumentLine line) {
        return line.due().or(document::due).map(Object::toString).orElse(""); //$NON-NLS-1$
    }

}
