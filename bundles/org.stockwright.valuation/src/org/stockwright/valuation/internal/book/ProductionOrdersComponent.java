package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.spi.Guarded;
import org.stockwright.valuation.ProductionOrders;
import org.stockwright.valuation.internal.CostGate;

/** The production orders of the open book. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.valuation.ProductionOrders")
public final class ProductionOrdersComponent implements ProductionOrders, Guarded {

    private final UnitOfWork work;
    private final Valuer valuer;
    private final CostGate gate;

    /** Lives as long as the open book. */
    @Activate
    public ProductionOrdersComponent(@Reference UnitOfWork work, @Reference Valuer valuer, @Reference CostGate gate) {
        this.work = work;
        this.valuer = valuer;
        this.gate = gate;
    }

    @Override
    public Outcome<Holding> charge(Charge charge) {
        gate.check();
        return work.write(transaction -> new OrderDocument(transaction, valuer).charge(charge));
    }

    @Override
    public Outcome<BigDecimal> close(String key, String order, Instant effective, String reason) {
        gate.check();
        return work.write(
            transaction -> new OrderDocument(transaction, valuer).close(key, order, effective, reason));
    }

    @Override
    public List<Holding> open() {
        gate.check();
        return work.read(transaction -> {
            List<Holding> result = new ArrayList<>();
            Orders.holdings(transaction.connection(), Long.MAX_VALUE).forEach((order, holds) -> {
                if (holds.signum() != 0) {
                    result.add(new Holding(order, ValuationComponent.plain(holds)));
                }
            });
            return result;
        });
    }

}
