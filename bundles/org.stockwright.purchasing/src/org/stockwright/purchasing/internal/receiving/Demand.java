package org.stockwright.purchasing.internal.receiving;

import java.util.ArrayList;
import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.purchasing.spi.WaitingDemand;
import org.stockwright.purchasing.spi.WaitingDemand.Arrival;
import org.stockwright.purchasing.spi.WaitingDemand.Waiting;

/** Asks and tells those who wait for goods; one that fails harms nobody. */
@Component(service = Demand.class)
public final class Demand {

    private static final Logger LOG = LoggerFactory.getLogger(Demand.class);

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<WaitingDemand> waiting = List.of();

    @Activate
    public Demand() {
        // who waits comes and goes
    }

    /** Tells that goods became available, after they were stored. */
    public void arrived(List<Arrival> arrivals) {
        if (arrivals.isEmpty()) {
            return;
        }
        for (WaitingDemand one : waiting) {
            try {
                one.arrived(arrivals);
            } catch (RuntimeException e) {
                LOG.error("{} was told of {} and failed; the goods are received", one.getClass().getName(),
                    arrivals.getFirst().document(), e);
            }
        }
    }

    /** Who waits for an item, the first to be served first. */
    public List<Waiting> waiting(ItemId item, LocationId warehouse) {
        List<Waiting> all = new ArrayList<>();
        for (WaitingDemand one : waiting) {
            try {
                all.addAll(one.waiting(item, warehouse));
            } catch (RuntimeException e) {
                LOG.error("{} does not say who waits for goods", one.getClass().getName(), e);
            }
        }
        return all;
    }

}
