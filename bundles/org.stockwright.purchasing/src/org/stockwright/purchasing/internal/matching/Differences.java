package org.stockwright.purchasing.internal.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.Micros;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.ledger.spi.PriceConversion;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.PurchasingRefusal;
import org.stockwright.purchasing.internal.matching.DifferencePosting.Difference;
import org.stockwright.purchasing.internal.matching.DifferencePosting.Target;
import org.stockwright.purchasing.internal.orders.OrderSources;

/** Works out what each line of an invoice makes the goods of its receipts dearer or cheaper. */
final class Differences {

    private static final int SCALE = 9;
    private static final String TARGETS = "SELECT DISTINCT p.posting_key, m.line, m.quantity, m.effective_at "
        + "FROM document_flow f JOIN document_line bl ON bl.id = f.by_line_id JOIN document b ON b.id = bl.document_id "
        + "JOIN posting p ON p.id = b.posting_id JOIN movement m ON m.posting_id = p.id WHERE f.line_id = ? "
        + "AND f.step = ? AND f.quantity > 0 AND m.item_id = ? AND m.kind = 'RECEIPT' "
        + "AND NOT EXISTS (SELECT 1 FROM posting r WHERE r.reverses_id = p.id) ORDER BY p.posting_key, m.line";

    private final Transaction transaction;
    private final DocumentBook book;
    private final Currency company;
    private final List<PriceConversion> conversions;

    Differences(Transaction transaction, DocumentBook book, Currency company, List<PriceConversion> conversions) {
        this.transaction = transaction;
        this.book = book;
        this.company = company;
        this.conversions = conversions;
    }

    /**
     * The differences of an invoice, or those that take them back.
     *
     * @param reversal the document that takes the invoice back, if it is to be taken back
     */
    Outcome<List<Difference>> of(Document invoice, Optional<Document> reversal) throws SQLException {
        OrderSources orders = OrderSources.of(transaction, book, invoice.id());
        List<Difference> result = new ArrayList<>();
        for (DocumentLine line : invoice.lines()) {
            DocumentLine order = orders.source(line.source()).orElseThrow();
            BigDecimal amount = line.price().orElse(BigDecimal.ZERO).subtract(order.price().orElse(BigDecimal.ZERO))
                .multiply(line.entered());
            if (amount.signum() != 0) {
                Outcome<Difference> one = difference(invoice, reversal, line, order, amount);
                if (!one.isDone()) {
                    return Outcome.refused(one.refusals());
                }
                result.add(one.value());
            }
        }
        return Outcome.done(result);
    }

    private Outcome<Difference> difference(Document invoice, Optional<Document> reversal, DocumentLine line,
        DocumentLine order, BigDecimal amount) throws SQLException {
        Outcome<BigDecimal> money = inCompany(amount, invoice);
        if (!money.isDone()) {
            return Outcome.refused(money.refusals());
        }
        Instant effective = reversal.map(Document::effective).orElse(invoice.effective());
        List<Target> targets = new ArrayList<>();
        try (PreparedStatement select = transaction.connection().prepareStatement(TARGETS)) {
            select.setLong(1, order.id().value());
            select.setString(2, Step.RECEIVED.name());
            select.setLong(3, order.itemId().value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    targets.add(new Target(row.getString(1), row.getInt(2), row.getBigDecimal(3)));
                    Instant came = Micros.toInstant(row.getLong(4));
                    effective = came.isAfter(effective) ? came : effective;
                }
            }
        }
        if (targets.isEmpty()) {
            return Outcome.refused(Refusal.of(PurchasingRefusal.NOTHING_OPEN, "the receipts of " + order.item())
                .hint("Post the difference when the goods have come."));
        }
        BigDecimal rounded = money.value().setScale(SCALE, RoundingMode.HALF_UP);
        return Outcome.done(new Difference("price:" + invoice.number() + ":" + line.line()
            + (reversal.isPresent() ? ":reversal" : ""), effective, targets,
            reversal.isPresent() ? rounded.negate() : rounded, invoice.reference(),
            "Price of " + invoice.number() + ", line " + line.line() + (reversal.isPresent() ? ", taken back" : "")));
    }

    private Outcome<BigDecimal> inCompany(BigDecimal amount, Document invoice) {
        if (invoice.currency().equals(company)) {
            return Outcome.done(amount);
        }
        if (conversions.isEmpty()) {
            return Outcome.refused(Refusal
                .of(PurchasingRefusal.OTHER_CURRENCY, invoice.currency(), "the company", company)
                .hint("Store an exchange rate."));
        }
        // the rate is one of amounts that are not negative
        return conversions.getFirst().convert(amount.abs(), invoice.currency(), invoice.effective())
            .map(converted -> amount.signum() < 0 ? converted.negate() : converted);
    }

}
