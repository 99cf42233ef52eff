package org.stockwright.purchasing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.LineId;
import org.stockwright.security.Requires;
import org.stockwright.security.SecurityPermission;

/**
 * Suppliers' invoices, matched with orders and receipts. What is invoiced stands in the flow of the order's lines, also while
 * an invoice is blocked. Thread-safe; never called on the user interface's thread.
 */
@ProviderType
@Requires(PurchasingPermission.VIEW)
public interface SupplierInvoices {

    /** The kind of document. */
    String KIND = "supplier-invoice";

    /** Right within the tolerances: to be paid. */
    String MATCHED = "MATCHED";
    /** Not to be paid, for the reasons of {@link #match}. */
    String BLOCKED = "BLOCKED";
    /** To be paid although something was found. */
    String RELEASED = "RELEASED";
    /** It does not count any more. */
    String REVERSED = "REVERSED";
    /** Takes another one back. */
    String REVERSAL = "REVERSAL";

    /**
     * A line of an invoice.
     *
     * @param orderLine what it is for
     * @param quantity how much of the order line's unit; positive
     * @param price per unit; empty for the order's
     */
    record Line(LineId orderLine, BigDecimal quantity, Optional<BigDecimal> price) {

        /** Writes equal numbers the same way. */
        public Line {
            quantity = quantity.stripTrailingZeros();
            price = price.map(BigDecimal::stripTrailingZeros);
        }

    }

    /**
     * An invoice.
     *
     * @param key made by the sender: sending the same again yields the first one
     * @param supplier from whom
     * @param invoice the supplier's number for it; not empty
     * @param date of which day it is; empty for now
     * @param due when it is to be paid, if somebody said
     * @param currency of its prices; empty for that of the first order
     * @param lines at least one
     */
    record Draft(String key, PartnerId supplier, String invoice, Optional<Instant> date, Optional<LocalDate> due,
        Optional<Currency> currency, List<Line> lines) {

        /** Takes a copy of the lines. */
        public Draft {
            lines = List.copyOf(lines);
        }

    }

    /**
     * Enters an invoice and matches it: with its orders (two-way: price, and no more than ordered), or with its orders and
     * their receipts (three-way: price, and no more than received and neither rejected nor returned), as the settings say.
     * The price difference of a three-way matched invoice becomes a late cost of the receipts where valuation is installed.
     *
     * @return the invoice, {@link #MATCHED} or {@link #BLOCKED}
     */
    @Requires(PurchasingPermission.INVOICE)
    Outcome<Document> enter(Draft draft);

    /** What {@link #enter} would do now; nothing is stored. */
    @Requires(PurchasingPermission.INVOICE)
    Outcome<Document> preview(Draft draft);

    /**
     * A line of an invoice beside the line of its order. Quantities are in the item's base unit.
     *
     * @param line its number in the invoice, from 1
     * @param ordered what is ordered and not cancelled
     * @param received what was received and is neither rejected nor returned
     * @param invoiced what was invoiced before
     * @param price the order's price per unit of its line
     * @param difference by how much the line is dearer than at the order's price, in the invoice's currency
     * @param findings what would keep the invoice from being paid
     */
    record LineMatch(int line, Quantity ordered, Quantity received, Quantity invoiced, BigDecimal price,
        BigDecimal difference, List<Finding> findings) {

        /** Takes a copy. */
        public LineMatch {
            findings = List.copyOf(findings);
        }

    }

    /**
     * How an invoice would be matched.
     *
     * @param tolerances by which it is matched, and whether with receipts too
     * @param currency of prices and differences
     * @param lines one for each line
     */
    record Comparison(PurchasingSettings.Matching tolerances, Currency currency, List<LineMatch> lines) {

        /** Takes a copy. */
        public Comparison {
            lines = List.copyOf(lines);
        }

        /** By how much the invoice is dearer than at the orders' prices. */
        public BigDecimal difference() {
            return lines.stream().map(LineMatch::difference).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

    }

    /** How the lines of an invoice compare with their orders now; its number may still be empty. Nothing is stored. */
    @Requires(PurchasingPermission.INVOICE)
    Outcome<Comparison> compare(Draft draft);

    /** Matches a blocked invoice anew, for example after the goods have come. */
    @Requires(PurchasingPermission.INVOICE)
    Outcome<Document> rematch(DocumentId invoice);

    /**
     * Lets a blocked invoice be paid.
     *
     * @param reason why, for the auditors; not empty
     */
    @Requires(PurchasingPermission.OVERRIDE)
    Outcome<Document> release(DocumentId invoice, String reason);

    /**
     * Takes an invoice back by another document with its own date.
     *
     * @param key made by the sender
     * @param date when; empty for now
     * @param reason why; not empty
     * @return the reversal
     */
    @Requires(PurchasingPermission.INVOICE)
    Outcome<Document> reverse(DocumentId invoice, String key, Optional<Instant> date, String reason);

    /**
     * Posts the price difference of an invoice as a late cost, where that was not possible when it was matched. Harmless when
     * it was posted.
     */
    @Requires(PurchasingPermission.INVOICE)
    Outcome<Document> postDifference(DocumentId invoice);

    /** What matching finds. */
    enum Mismatch {
        /** The price is not that of the order. */
        PRICE,
        /** More is invoiced than was ordered. */
        MORE_THAN_ORDERED,
        /** More is invoiced than was received and kept. */
        MORE_THAN_RECEIVED
    }

    /**
     * Something that keeps an invoice from being paid.
     *
     * @param line the number of the invoice's line
     * @param kind what
     * @param detail in words
     */
    record Finding(int line, Mismatch kind, String detail) {
    }

    /**
     * How an invoice was matched.
     *
     * @param threeWay whether with receipts too
     * @param findings why it is blocked, or was when it was released
     * @param difference by how much its lines are dearer than at the orders' prices, in its currency
     * @param costed whether the difference was posted to the value of the goods
     */
    record Match(boolean threeWay, List<Finding> findings, BigDecimal difference, boolean costed) {

        /** Takes a copy. */
        public Match {
            findings = List.copyOf(findings);
        }

    }

    /** How an invoice was matched; empty when it is none. */
    @Requires(PurchasingPermission.INVOICE)
    Optional<Match> match(DocumentId invoice);

    /**
     * A line of an order of which more was received than invoiced.
     *
     * @param order the order's identity
     * @param number its number
     * @param line the line's number
     * @param supplier the supplier's code
     * @param supplierName the supplier's name
     * @param item the item's code
     * @param received what was received and is neither rejected nor returned
     * @param invoiced what was invoiced
     * @param open the difference
     * @param currency of the amount
     * @param amount what the difference costs at the order's price, unrounded but for nine decimals
     */
    record NotInvoiced(DocumentId order, String number, int line, String supplier, String supplierName, String item,
        Quantity received, Quantity invoiced, Quantity open, Currency currency, BigDecimal amount) {
    }

    /** What was received and not invoiced, by order and line: what is owed without a paper. */
    @Requires(SecurityPermission.COSTS)
    List<NotInvoiced> receivedNotInvoiced(Optional<PartnerId> supplier);

}
