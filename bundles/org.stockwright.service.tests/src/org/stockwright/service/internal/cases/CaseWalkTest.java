package org.stockwright.service.internal.cases;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.documents.DocumentId;
import org.stockwright.service.Batch;
import org.stockwright.service.Batch.UnitState;
import org.stockwright.service.Cases.Cancel;
import org.stockwright.service.Preparations.Failed;
import org.stockwright.service.Preparations.Plan;
import org.stockwright.service.ServiceCase;
import org.stockwright.service.internal.stock.WorkWorld;
import org.stockwright.valuation.TieOutRow;
import org.stockwright.valuation.Valuation;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is done in whatever order: units, lots and cases say the same as the ledger, and values tie out. */
class CaseWalkTest extends WorkWorld {

    private static final int STEPS = 150;

    private final long seed = Long.getLong("stockwright.test.seed", 20260115L);
    private final Random random = new Random(seed);
    private final List<Batch> batches = new ArrayList<>();
    private final List<DocumentId> open = new ArrayList<>();
    private final Map<String, Integer> did = new TreeMap<>();

    @Test
    void aWalkThroughAllStepsKeepsTheBooks() {
        System.out.println("seed " + seed);
        receive("PAPER", 10_000, "0.25");
        receive("STAMP", 10_000, "0.85");
        approved(2, stages());
        for (int step = 0; step < STEPS; step++) {
            String what = step();
            check("seed " + seed + " step " + step + " " + what);
        }
        System.out.println("walk " + did);
        assertThat(did.keySet()).contains("plan", "finish", "open", "stage", "deliver", "return", "scrap", "day",
            "write-off");
        sound();
        assertThat(world.service(Valuation.class).tieOut(Optional.empty(), Progress.NONE)).allMatch(TieOutRow::agrees);
    }

    private String count(String what, Outcome<?> outcome) {
        if (outcome.isDone()) {
            did.merge(what, 1, Integer::sum);
        }
        return what + " " + outcome.refusals();
    }

    private <T> Optional<T> any(List<T> some) {
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(random.nextInt(some.size())));
    }

    private String step() {
        return switch (random.nextInt(14)) {
            case 0 -> {
                Outcome<Batch> planned = preparations().plan(Plan.of(key(), CODE, 1 + random.nextInt(6)));
                planned.map(batches::add);
                yield count("plan", planned.then(batch -> preparations().begin(batch.document(), Progress.NONE)));
            }
            case 1, 2 -> any(batches).map(batch -> count("finish", finish(batch, failed(batch)))).orElse("");
            case 3, 4, 5 -> {
                Outcome<ServiceCase> one = cases().open(random.nextBoolean() ? arrival() : storedOnly());
                one.map(opened -> open.add(opened.document()));
                yield count("open", one);
            }
            case 6, 7, 8, 9 -> any(open).map(id -> cases().get(id).orElseThrow()).map(this::work).orElse("");
            case 10 -> any(open).map(id -> count("deliver", cases().deliver(key(), id, now()))).orElse("");
            case 11 -> any(open).map(id -> {
                boolean scrap = random.nextBoolean();
                return count(scrap ? "scrap" : "return", cases().cancel(new Cancel(key(), id, scrap, "walk", now())));
            }).orElse("");
            case 12 -> {
                later(Duration.ofHours(6 + random.nextInt(80)));
                did.merge("day", 1, Integer::sum);
                yield "day";
            }
            default -> {
                var written = stored().writeOff(key(), Optional.empty(), "expired", now());
                yield written.isDone() && written.value().isEmpty() ? "nothing expired" : count("write-off", written);
            }
        };
    }

    private List<Failed> failed(Batch batch) {
        return random.nextInt(3) > 0 ? List.of()
            : List.of(new Failed(1 + random.nextInt(batch.units()), 1 + random.nextInt(2), "walk"));
    }

    private String work(ServiceCase one) {
        return one.next().map(stage -> count("stage", done(one.document(), stage.stage().code())))
            .orElseGet(() -> count("deliver", cases().deliver(key(), one.document(), now())));
    }

    private void check(String when) {
        long free = 0;
        long held = 0;
        for (Batch batch : batches) {
            Batch now = preparations().get(batch.document()).orElseThrow();
            free += now.count(UnitState.FREE);
            held += now.count(UnitState.HELD);
        }
        assertThat(onHand("Q1", "DRAFT").longValueExact()).as(when).isEqualTo(free + held);
        assertThat(warehouse.reserved("Q1", "DRAFT").longValueExact()).as(when).isEqualTo(held);
        assertThat(cases().list(Optional.empty(), true, 1_000).stream().filter(one -> one.unit().isPresent()).count())
            .as(when).isEqualTo(held);
    }

}
