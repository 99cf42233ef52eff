package org.stockwright.fulfilment.internal.picking;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.fulfilment.spi.PickPlan;
import org.stockwright.fulfilment.spi.PickStrategy;
import org.stockwright.fulfilment.spi.PickTask;

/** Many orders on one list, the same goods taken once for all of them and sorted afterwards. */
@Component
public final class BatchPicking implements PickStrategy {

    @Override
    public String id() {
        return "batch";
    }

    @Override
    public String title() {
        return "Batch: many orders, items summed";
    }

    @Override
    public List<PickPlan> plan(List<PickTask> tasks, Limits limits) {
        return OrderGroups.of(tasks, limits, limits.mostOrders()).stream()
            .map(group -> new PickPlan("", true, OrderGroups.loose(group))).toList();
    }

}
