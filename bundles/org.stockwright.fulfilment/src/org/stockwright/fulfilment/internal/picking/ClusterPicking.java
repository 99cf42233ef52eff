package org.stockwright.fulfilment.internal.picking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Component;
import org.stockwright.documents.DocumentId;
import org.stockwright.fulfilment.spi.PickPlan;
import org.stockwright.fulfilment.spi.PickStrategy;
import org.stockwright.fulfilment.spi.PickTask;

/** Many orders on one walk, each with its tote on the trolley. */
@Component
public final class ClusterPicking implements PickStrategy {

    @Override
    public String id() {
        return "cluster";
    }

    @Override
    public String title() {
        return "Cluster: many orders, each with its tote";
    }

    @Override
    public List<PickPlan> plan(List<PickTask> tasks, Limits limits) {
        List<PickPlan> plans = new ArrayList<>();
        for (List<PickTask> group : OrderGroups.of(tasks, limits, limits.mostOrders())) {
            Map<DocumentId, String> totes = new LinkedHashMap<>();
            List<PickPlan.Pick> picks = new ArrayList<>();
            for (PickTask task : group) {
                String tote = totes.get(task.order());
                if (tote == null) {
                    tote = String.valueOf(totes.size() + 1);
                    totes.put(task.order(), tote);
                }
                picks.add(new PickPlan.Pick(task, tote));
            }
            plans.add(new PickPlan("", false, picks));
        }
        return plans;
    }

}
