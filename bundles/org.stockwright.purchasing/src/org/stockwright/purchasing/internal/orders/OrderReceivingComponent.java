package org.stockwright.purchasing.internal.orders;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.stockwright.base.Money;
import org.stockwright.base.Outcome;
import org.stockwright.base.Rational;
import org.stockwright.base.Refusal;
import org.stockwright.base.Rounding;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.ledger.spi.PriceConversion;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.ReceivingRefusal;
import org.stockwright.purchasing.spi.OrderReceiving;
import org.stockwright.security.spi.Guarded;

/** Tells receiving what an order still takes, and hears when something came. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.purchasing.spi.OrderReceiving")
public final class OrderReceivingComponent implements OrderReceiving, Guarded {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final DocumentBook book;
    private final OrderDrafting drafting;
    private final List<PriceConversion> conversions;

    @Activate
    public OrderReceivingComponent(@Reference DocumentBook book, @Reference OrderDrafting drafting,
        @Reference(policyOption = ReferencePolicyOption.GREEDY) List<PriceConversion> conversions) {
        this.book = book;
        this.drafting = drafting;
        this.conversions = List.copyOf(conversions);
    }

    @Override
    public Outcome<Optional<BigDecimal>> unitCost(Document order, DocumentLine line, Instant at) {
        Optional<BigDecimal> whole = line.amount();
        if (whole.isEmpty()) {
            return Outcome.done(Optional.empty());
        }
        Currency own = drafting.currency();
        Outcome<BigDecimal> amount = order.currency().equals(own) ? Outcome.done(whole.get())
            : conversions.isEmpty() ? Outcome.refused(Refusal
                .of(ReceivingRefusal.NO_PRICE_CONVERSION, order.currency().getCurrencyCode(), own.getCurrencyCode())
                .hint("Install valuation, or order in the company's currency."))
                : conversions.getFirst().convert(whole.get(), order.currency(), at);
        return amount.map(known -> Optional.of(known.divide(line.quantity().amount(), Money.MAX_SCALE,
            RoundingMode.HALF_UP).stripTrailingZeros()));
    }

    @Override
    public Tolerance tolerance(Transaction transaction, Document order, DocumentLine line) throws SQLException {
        return new Tolerances(transaction).delivery(order.partner(), line.itemId());
    }

    @Override
    public BigDecimal mostToReceive(Transaction transaction, Document order, DocumentLine line) throws SQLException {
        BigDecimal wanted = line.quantity().amount().subtract(line.done(Step.CANCELLED));
        BigDecimal most = Rational.of(Tolerances.with(wanted, tolerance(transaction, order, line).over()))
            .roundTo(line.quantity().unit().step(), Rounding.DOWN);
        return most.subtract(line.done(Step.RECEIVED)).max(BigDecimal.ZERO);
    }

    @Override
    public void settle(Transaction transaction, DocumentId id) throws SQLException {
        Tolerances tolerances = new Tolerances(transaction);
        for (Document order : book.read(transaction, List.of(id))) {
            boolean complete = order.lines().stream().allMatch(
                line -> isComplete(line, tolerances.delivery(order.partner(), line.itemId())));
            if (complete && PurchaseOrders.RECEIVABLE.contains(order.state())) {
                book.state(transaction, id, PurchaseOrders.CLOSED, "received", "");
            } else if (!complete && order.state().equals(PurchaseOrders.CLOSED)) {
                boolean confirmed = order.lines().stream().anyMatch(line -> line.done(Step.CONFIRMED).signum() > 0);
                book.state(transaction, id, confirmed ? PurchaseOrders.CONFIRMED : PurchaseOrders.SENT, "open again",
                    "");
            }
        }
    }

    private static boolean isComplete(DocumentLine line, Tolerance tolerance) {
        BigDecimal wanted = line.quantity().amount().subtract(line.done(Step.CANCELLED));
        BigDecimal least = wanted.multiply(HUNDRED.subtract(tolerance.under())).divide(HUNDRED);
        return line.done(Step.RECEIVED).compareTo(least) >= 0;
    }

}
