package org.stockwright.service.internal.scores;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Progress;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.Tracking;
import org.stockwright.service.ClientProfiles;
import org.stockwright.service.ClientProfiles.Field;
import org.stockwright.service.ClientProfiles.Profile;
import org.stockwright.service.DecisionTable.Type;
import org.stockwright.service.ScoreModel;
import org.stockwright.service.Scores;
import org.stockwright.service.Scores.Recomputed;
import org.stockwright.service.Scores.Supply;
import org.stockwright.service.Template.State;
import org.stockwright.service.internal.HeapWatch;
import org.stockwright.service.internal.rules.RulesWorld;
import org.stockwright.testkit.Warehouse;

import static org.assertj.core.api.Assertions.assertThat;

/** The scores of many clients: how quick, and in how much memory. 5,000 of them, or 100,000 at night. */
class ScoreVolumeIT extends RulesWorld {

    private static final int COUNT = Boolean.getBoolean("stockwright.nightly") ? 100_000 : 5_000;
    private static final int PART = 1_000;
    /** What the parts on their way and the machine's own noise may take, in megabytes. */
    private static final long FLAT = 32;

    private Scores scores() {
        return world.service(Scores.class);
    }

    private void clients() {
        ClientProfiles profiles = world.service(ClientProfiles.class);
        profiles.saveFields(List.of(new Field("income", Type.NUMBER, List.of()),
            new Field("kind", Type.TEXT, List.of("private", "company")))).value();
        for (int first = 0; first < COUNT; first += PART) {
            List<PartnerId> some = world.service(Partners.class)
                .saveAll(IntStream.range(first, first + PART).mapToObj(i -> new Partners.Draft("C" + i, "Client " + i,
                    Set.of(Partner.Role.CUSTOMER), Optional.empty(), true)).toList())
                .value();
            List<Profile> values = new ArrayList<>();
            for (int i = 0; i < some.size(); i++) {
                values.add(new Profile(some.get(i), Map.of("income", Integer.toString(1_000 + first + i), "kind",
                    i % 3 == 0 ? "company" : "private")));
            }
            profiles.saveAll(values).value();
        }
    }

    private Recomputed recompute(String what, boolean all) {
        HeapWatch heap = new HeapWatch(COUNT);
        long begin = System.nanoTime();
        Recomputed done = scores().recompute("RISK", all, heap).value();
        long millis = Math.max(1, (System.nanoTime() - begin - heap.looking()) / 1_000_000);
        System.out.println("figure scores " + what + ": " + COUNT + " in " + millis + " ms, " + COUNT * 1_000L / millis
            + " a second, heap " + heap.first() + " to " + heap.most() + " MB");
        assertThat(heap.most()).as("MB of heap while scores are computed, after %s MB at the beginning", heap.first())
            .isLessThanOrEqualTo(heap.first() + FLAT);
        return done;
    }

    @Test
    void theScoresOfManyClientsAreComputedInFlatMemory() {
        clients();
        warehouse.bins("DESK");
        scores().save(new ScoreModel("RISK", 0, "Risk", State.DRAFT, TODAY, Optional.empty(),
            "300 + income / 10 + (kind == 'company' ? 100 : 0)", 2, 30,
            Optional.of(warehouse.item("SCORE-UNIT", Warehouse.PCS, Tracking.LOT, "")),
            Optional.of(warehouse.place("DESK").id()), BigDecimal.ZERO)).value();
        scores().approve("RISK", 1).value();
        assertThat(recompute("computed", false).computed()).isEqualTo(COUNT);
        assertThat(recompute("looked at", false).kept()).isEqualTo(COUNT);
        Recomputed again = recompute("computed again", true);
        assertThat(again.computed()).isEqualTo(COUNT);
        assertThat(again.writtenOff()).as("each takes the place of one").isEqualTo(COUNT);
        long begin = System.nanoTime();
        Supply supply = scores().supply().getFirst();
        System.out
            .println("figure scores counted: " + COUNT + " in " + (System.nanoTime() - begin) / 1_000_000 + " ms");
        assertThat(supply.sentence()).isEqualTo(COUNT + " of " + COUNT + " scores are fresh");
        assertThat(supply.onHand().orElseThrow()).isEqualByComparingTo(Integer.toString(COUNT));
        assertThat(scores().writeOff("RISK", Progress.NONE).value().writtenOff()).as("none has expired").isZero();
    }

}
