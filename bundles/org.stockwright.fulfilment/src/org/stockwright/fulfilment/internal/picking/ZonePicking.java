package org.stockwright.fulfilment.internal.picking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.osgi.service.component.annotations.Component;
import org.stockwright.fulfilment.spi.PickPlan;
import org.stockwright.fulfilment.spi.PickStrategy;
import org.stockwright.fulfilment.spi.PickTask;

/** One list for each zone of the warehouse: everybody stays in his own. */
@Component
public final class ZonePicking implements PickStrategy {

    @Override
    public String id() {
        return "zone";
    }

    @Override
    public String title() {
        return "Zone: one list for each zone";
    }

    @Override
    public List<PickPlan> plan(List<PickTask> tasks, Limits limits) {
        Map<String, List<PickTask>> zones = new TreeMap<>();
        tasks.stream().filter(limits::has)
            .forEach(task -> zones.computeIfAbsent(task.zone(), zone -> new ArrayList<>()).add(task));
        List<PickPlan> plans = new ArrayList<>();
        zones.forEach((zone, some) -> OrderGroups.of(some, limits, limits.mostOrders())
            .forEach(group -> plans.add(new PickPlan(zone, false, OrderGroups.loose(group)))));
        return plans;
    }

}
