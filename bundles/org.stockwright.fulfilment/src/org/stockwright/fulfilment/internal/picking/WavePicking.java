package org.stockwright.fulfilment.internal.picking;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.fulfilment.spi.PickPlan;
import org.stockwright.fulfilment.spi.PickStrategy;
import org.stockwright.fulfilment.spi.PickTask;

/** All orders up to a day, for a carrier or from a priority on: a wave, each order its own list, released together. */
@Component
public final class WavePicking implements PickStrategy {

    @Override
    public String id() {
        return "wave";
    }

    @Override
    public String title() {
        return "Wave: what is due, by carrier and priority";
    }

    @Override
    public List<PickPlan> plan(List<PickTask> tasks, Limits limits) {
        String name = limits.until().map(Object::toString).orElse("") + (limits.carrier().isEmpty() ? ""
            : " " + limits.carrier());
        return OrderGroups.of(tasks, limits, 1).stream()
            .map(group -> new PickPlan(name.strip(), false, OrderGroups.loose(group))).toList();
    }

}
