package org.stockwright.fulfilment.internal.picking;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.LineId;
import org.stockwright.fulfilment.spi.PickPlan;
import org.stockwright.fulfilment.spi.PickStrategy;
import org.stockwright.fulfilment.spi.PickStrategy.Limits;
import org.stockwright.fulfilment.spi.PickTask;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.LocationKind;
import org.stockwright.testkit.Warehouse;

import static org.assertj.core.api.Assertions.assertThat;

class PickStrategiesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 1);

    private int keys;

    private PickTask task(long order, String zone, int priority, String carrier, LocalDate due) {
        keys++;
        return new PickTask("k" + keys, new DocumentId(order), "SO-" + order, new LineId(order * 10), new ItemId(1),
            "A", Quantity.of(2, Warehouse.PCS), new LocationId(keys), "B" + keys, keys, zone, "", Optional.of(due),
            priority, carrier);
    }

    private static List<List<String>> lists(PickStrategy strategy, List<PickTask> tasks, Limits limits) {
        return strategy.plan(tasks, limits).stream()
            .map(plan -> plan.picks().stream().map(pick -> pick.task().number() + pick.tote()).toList()).toList();
    }

    private List<PickTask> tasks() {
        return List.of(task(1, "Z1", 5, "DHL", DAY), task(1, "Z2", 5, "DHL", DAY),
            task(2, "Z1", 1, "UPS", DAY.plusDays(1)), task(3, "Z2", 0, "DHL", DAY.plusDays(9)));
    }

    @Test
    void eachStrategyCutsTheWorkInItsWay() {
        Limits two = new Limits(Optional.empty(), "", Integer.MIN_VALUE, 2);
        assertThat(lists(new SinglePicking(), tasks(), Limits.NONE))
            .containsExactly(List.of("SO-1", "SO-1"), List.of("SO-2"), List.of("SO-3"));
        assertThat(lists(new BatchPicking(), tasks(), two))
            .containsExactly(List.of("SO-1", "SO-1", "SO-2"), List.of("SO-3"));
        assertThat(lists(new ZonePicking(), tasks(), Limits.NONE))
            .containsExactly(List.of("SO-1", "SO-2"), List.of("SO-1", "SO-3"));
        assertThat(lists(new ClusterPicking(), tasks(), two))
            .containsExactly(List.of("SO-11", "SO-11", "SO-22"), List.of("SO-31"));
        assertThat(new BatchPicking().plan(tasks(), two)).allMatch(PickPlan::summed);
    }

    @Test
    void aWaveHasWhatIsDueOfACarrierAndAPriority() {
        assertThat(lists(new WavePicking(), tasks(), new Limits(Optional.of(DAY.plusDays(2)), "", 0, 8)))
            .containsExactly(List.of("SO-1", "SO-1"), List.of("SO-2"));
        assertThat(lists(new WavePicking(), tasks(), new Limits(Optional.empty(), "DHL", 0, 8)))
            .containsExactly(List.of("SO-1", "SO-1"), List.of("SO-3"));
        assertThat(lists(new WavePicking(), tasks(), new Limits(Optional.empty(), "", 1, 8)))
            .containsExactly(List.of("SO-1", "SO-1"), List.of("SO-2"));
    }

    private static Location place(long id, String code, long parent, LocationKind kind) {
        return new Location(new LocationId(id), code, code,
            parent == 0 ? Optional.empty() : Optional.of(new LocationId(parent)), kind, PartnerId.SELF,
            Optional.empty(), Optional.empty(), true, "");
    }

    @Test
    void everySecondAisleIsWalkedBackwards() {
        BinPath path = new BinPath(List.of(place(1, "W", 0, LocationKind.WAREHOUSE),
            place(9, "Z", 1, LocationKind.ZONE), place(2, "A1", 9, LocationKind.AISLE),
            place(3, "A1-1", 2, LocationKind.BIN), place(4, "A1-2", 2, LocationKind.BIN),
            place(5, "A2", 9, LocationKind.AISLE), place(6, "A2-1", 5, LocationKind.BIN),
            place(7, "A2-2", 5, LocationKind.BIN)));
        List<Long> walked = List.of(3L, 4L, 6L, 7L).stream()
            .sorted((one, other) -> Integer.compare(path.rank(new LocationId(one)), path.rank(new LocationId(other))))
            .toList();
        assertThat(walked).containsExactly(3L, 4L, 7L, 6L);
        assertThat(path.zone(new LocationId(6))).isEqualTo("Z");
        assertThat(path.zone(new LocationId(1))).isEmpty();
    }

}
