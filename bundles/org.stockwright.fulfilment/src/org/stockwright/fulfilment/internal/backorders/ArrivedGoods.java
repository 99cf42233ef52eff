package org.stockwright.fulfilment.internal.backorders;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.fulfilment.Allocation;
import org.stockwright.fulfilment.internal.allocation.AllocationComponent;
import org.stockwright.fulfilment.internal.availability.Served;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.spi.PlaceTree;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.purchasing.spi.WaitingDemand;

/** Goods that arrive are held for those who wait for them, by priority, day and age. */
@Component
public final class ArrivedGoods implements WaitingDemand {

    private static final Logger LOG = LoggerFactory.getLogger(ArrivedGoods.class);

    private final UnitOfWork work;
    private final Served demand;
    private final AllocationComponent allocation;
    private final Locations locations;

    /** Lives as long as the open book. */
    @Activate
    public ArrivedGoods(@Reference UnitOfWork work,
        @Reference Served demand,
        @Reference AllocationComponent allocation, @Reference Locations locations) {
        this.work = work;
        this.demand = demand;
        this.allocation = allocation;
        this.locations = locations;
    }

    @Override
    public List<Waiting> waiting(ItemId item, LocationId warehouse) {
        PlaceTree places = new PlaceTree(locations);
        return work.read(transaction -> demand.lines(transaction, List.of(item)).stream()
            .filter(line -> line.waits().signum() > 0 && line.place()
                .map(place -> places.isWithin(place, Set.of(warehouse)) || places.isWithin(warehouse, Set.of(place)))
                .orElse(true))
            .map(line -> new Waiting(line.number(), line.item(), line.waits().amount(), line.due()))
            .toList());
    }

    @Override
    public void arrived(List<Arrival> arrivals) {
        Outcome<Allocation.Result> done = allocation.fill(
            arrivals.stream().map(Arrival::item).collect(Collectors.toSet()), Allocation.Choice.BY_POLICY,
            Progress.NONE);
        done.refusals().forEach(refusal -> LOG.info("What arrived was not held for orders: {}", refusal));
    }

}
