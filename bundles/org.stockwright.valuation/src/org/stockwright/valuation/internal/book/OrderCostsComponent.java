package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.ledger.spi.OrderCosts;
import org.stockwright.persistence.Transaction;
import org.stockwright.security.spi.Guarded;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.ProductionOrders.Charge;

/** Charges and closes production orders for the areas that make something, in their units of work. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.ledger.spi.OrderCosts")
public final class OrderCostsComponent implements OrderCosts, Guarded {

    private final Valuer valuer;

    /** Lives as long as the open book. */
    @Activate
    public OrderCostsComponent(@Reference Valuer valuer) {
        this.valuer = valuer;
    }

    @Override
    public Outcome<BigDecimal> charge(Transaction transaction, String key, String order, Instant effective,
        BigDecimal labour, String reason) throws SQLException {
        Cost amount = new Cost(BigDecimal.ZERO, BigDecimal.ZERO, labour, BigDecimal.ZERO);
        return new OrderDocument(transaction, valuer).charge(new Charge(key, order, effective, amount, reason))
            .map(holding -> labour);
    }

    @Override
    public Outcome<BigDecimal> close(Transaction transaction, String key, String order, Instant effective,
        String reason) throws SQLException {
        return new OrderDocument(transaction, valuer).close(key, order, effective, reason);
    }

}
