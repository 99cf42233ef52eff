package org.stockwright.purchasing.internal.receiving;

import java.util.ArrayList;
import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.stockwright.base.Contributions;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.purchasing.spi.WaitingDemand;
import org.stockwright.purchasing.spi.WaitingDemand.Arrival;
import org.stockwright.purchasing.spi.WaitingDemand.Waiting;

/** Asks and tells those who wait for goods; one that fails harms nobody. */
@Component(service = Demand.class)
public final class Demand {

    private final Contributions contributions;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<WaitingDemand> waiting = List.of();

    @Activate
    public Demand(@Reference Contributions contributions) {
        this.contributions = contributions;
    }

    /** Tells that goods became available, after they were stored. */
    public void arrived(List<Arrival> arrivals) {
        if (arrivals.isEmpty()) {
            return;
        }
        for (WaitingDemand one : waiting) {
            contributions.call(one, told -> {
                told.arrived(arrivals);
                return Boolean.TRUE;
            });
        }
    }

    /** Who waits for an item, the first to be served first. */
    public List<Waiting> waiting(ItemId item, LocationId warehouse) {
        List<Waiting> all = new ArrayList<>();
        for (WaitingDemand one : waiting) {
            Outcome<List<Waiting>> some = contributions.call(one,
                asked -> List.copyOf(asked.waiting(item, warehouse)));
            if (some.isDone()) {
                all.addAll(some.value());
            }
        }
        return all;
    }

}
