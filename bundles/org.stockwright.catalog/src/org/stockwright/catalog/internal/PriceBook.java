package org.stockwright.catalog.internal;

import java.util.Optional;
import java.util.Set;

import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.Access;

/** Prices by quantity and day in the open store, for those who may see costs and prices. Thread-safe. */
final class PriceBook {

    private final UnitOfWork work;
    private final CatalogMemory memory;
    private final Costs costs;

    PriceBook(UnitOfWork work, CatalogMemory memory, Access access) {
        this.work = work;
        this.memory = memory;
        this.costs = new Costs(access);
    }

    /** The answer to a question, or what is said to those who may not see prices. */
    <T> T ask(T hidden, UnitOfWork.Work<T> question) {
        return costs.shown() ? work.read(question) : hidden;
    }

    /** Changes prices, which those who may not see them are refused. */
    Outcome<Integer> change(UnitOfWork.Work<Outcome<Integer>> change) {
        Optional<Refusal> refusal = costs.refusal();
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Outcome<Integer> outcome = work.write(Races.guarded(change));
        memory.changed(Set.of(Topic.ITEMS));
        return outcome;
    }

}
