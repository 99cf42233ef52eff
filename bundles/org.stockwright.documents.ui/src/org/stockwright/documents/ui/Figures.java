package org.stockwright.documents.ui;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.ui.entry.EntryRow;

/** How quantities and amounts of documents are written. */
public final class Figures {

    private Figures() {
    }

    /** An amount with the decimals of its currency, and more where it needs them. */
    public static BigDecimal amount(BigDecimal amount, Currency currency) {
        BigDecimal plain = amount.stripTrailingZeros();
        return plain.setScale(Math.max(Math.max(0, currency.getDefaultFractionDigits()), plain.scale()));
    }

    /**
     * What a document that is being entered costs. The line that is being typed counts once it has a quantity.
     *
     * @param document the document with its lines, that being typed the last one of those that were entered
     * @param typed the line that is being typed, if one is
     * @return the total, unrounded; empty while no line counts
     */
    public static Optional<BigDecimal> total(Document document, Optional<EntryRow> typed) {
        List<DocumentLine> own = document.lines().stream().filter(line -> line.parent().isEmpty()).toList();
        int counted = typed.filter(row -> row.get("quantity").isEmpty()).isPresent() ? own.size() - 1 : own.size(); //$NON-NLS-1$
        return counted <= 0 ? Optional.empty() : Optional.of(own.subList(0, counted).stream()
            .flatMap(line -> line.amount().stream()).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** A quantity without zeros behind the point. */
    public static BigDecimal plain(BigDecimal quantity) {
        BigDecimal plain = quantity.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** The same as a text. */
    public static String text(BigDecimal quantity) {
        return plain(quantity).toPlainString();
    }

}
