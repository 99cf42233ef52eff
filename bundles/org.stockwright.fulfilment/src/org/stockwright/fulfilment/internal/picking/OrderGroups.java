package org.stockwright.fulfilment.internal.picking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.stockwright.documents.DocumentId;
import org.stockwright.fulfilment.spi.PickPlan;
import org.stockwright.fulfilment.spi.PickStrategy;
import org.stockwright.fulfilment.spi.PickTask;

/** Whole orders put together, so many at a time. */
final class OrderGroups {

    private OrderGroups() {
        // only functions
    }

    /** The tasks within the limits, in groups of at most so many orders. */
    static List<List<PickTask>> of(List<PickTask> tasks, PickStrategy.Limits limits, int most) {
        Map<DocumentId, List<PickTask>> orders = new LinkedHashMap<>();
        tasks.stream().filter(limits::has)
            .forEach(task -> orders.computeIfAbsent(task.order(), order -> new ArrayList<>()).add(task));
        List<List<PickTask>> groups = new ArrayList<>();
        int at = 0;
        for (List<PickTask> order : orders.values()) {
            if (at % Math.max(1, most) == 0) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().addAll(order);
            at++;
        }
        return groups;
    }

    /** Takings without a tote. */
    static List<PickPlan.Pick> loose(List<PickTask> tasks) {
        return tasks.stream().map(task -> new PickPlan.Pick(task, "")).toList();
    }

}
