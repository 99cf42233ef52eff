package org.stockwright.purchasing.ui.internal.follow;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;

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
        BigDecimal whole = base.multiply(line.entered());
        BigDecimal entered = whole.divide(line.quantity().amount(), SCALE, RoundingMode.DOWN);
        return entered.multiply(line.quantity().amount()).compareTo(whole) == 0 ? Optional.of(Figures.plain(entered))
            : Optional.empty();
    }

    /** The number of a quantity as it is typed: in the line's own unit; empty when it does not come out even. */
    public static String typed(DocumentLine line, BigDecimal base) {
        return entered(line, base).map(BigDecimal::toPlainString).orElse(""); //$NON-NLS-1$
    }

    /** A quantity with its unit: the line's own where it comes out even, else the base unit. */
    public static String text(DocumentLine line, BigDecimal base) {
        return entered(line, base).map(amount -> amount.toPlainString() + ' ' + line.enteredUnit())
            .orElseGet(() -> Figures.text(base) + ' ' + line.quantity().unit().code());
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
