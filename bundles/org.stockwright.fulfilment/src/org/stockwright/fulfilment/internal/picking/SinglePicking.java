package org.stockwright.fulfilment.internal.picking;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.fulfilment.spi.PickPlan;
import org.stockwright.fulfilment.spi.PickStrategy;
import org.stockwright.fulfilment.spi.PickTask;

/** One list for each order. */
@Component
public final class SinglePicking implements PickStrategy {

    @Override
    public String id() {
        return "single";
    }

    @Override
    public String title() {
        return "One order at a time";
    }

    @Override
    public List<PickPlan> plan(List<PickTask> tasks, Limits limits) {
        return OrderGroups.of(tasks, limits, 1).stream()
            .map(group -> new PickPlan(group.getFirst().number(), false, OrderGroups.loose(group))).toList();
    }

}
