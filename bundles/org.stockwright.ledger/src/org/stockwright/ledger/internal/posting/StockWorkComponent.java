package org.stockwright.ledger.internal.posting;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.ledger.spi.StockWork;
import org.stockwright.security.spi.Guarded;

/** Units of work of other areas that move or hold stock. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.ledger.spi.StockWork")
public final class StockWorkComponent implements StockWork, Guarded {

    private final PostingEngine engine;

    @Activate
    public StockWorkComponent(@Reference PostingEngine engine) {
        this.engine = engine;
    }

    @Override
    public <T> Outcome<T> write(Work<T> work) {
        return engine.again(() -> engine.work().write(transaction -> {
            OpenStep step = new OpenStep(engine, transaction);
            Outcome<T> done = work.in(step);
            transaction.whenStored(() -> engine.balances().remember(step.balances()));
            return done;
        }));
    }

    @Override
    public <T> Outcome<T> attempt(Work<T> work) {
        return engine.again(() -> engine.work().attempt(transaction -> work.in(new OpenStep(engine, transaction))));
    }

}
