package org.stockwright.bench.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Progress;
import org.stockwright.bench.BenchmarkRefusal;
import org.stockwright.bench.BenchmarkRow;
import org.stockwright.bench.BenchmarkRow.Side;
import org.stockwright.bench.Benchmarks;
import org.stockwright.bench.Benchmarks.Workload;
import org.stockwright.ledger.MovementQuery;
import org.stockwright.ledger.Stock;
import org.stockwright.ledger.StockQuery;
import org.stockwright.ledger.StockQuery.Grouping;
import org.stockwright.ledger.Verification;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.testkit.Invariants;
import org.stockwright.testkit.World;
import org.stockwright.valuation.Valuation;
import org.stockwright.valuation.ValueQuery;

import static org.assertj.core.api.Assertions.assertThat;

class BenchmarksTest {

    private static final String WARM_UP = "stockwright.bench.warmup.seconds";

    @BeforeAll
    static void withoutWarmUp() {
        System.setProperty(WARM_UP, "0");
    }

    @AfterAll
    static void asItWas() {
        System.clearProperty(WARM_UP);
    }

    @Test
    void everyWorkloadRunsOnBothSidesAndLeavesASoundBook(@TempDir Path folder) {
        try (World world = World.open(folder.resolve("book"))) {
            Benchmarks benchmarks = world.service(Benchmarks.class);
            for (Workload workload : benchmarks.list()) {
                List<BenchmarkRow> rows = benchmarks.run(workload.id(), 20, 2_000, 2, Progress.NONE).value();
                assertThat(rows).extracting(BenchmarkRow::side).containsExactly(Side.STOCKWRIGHT, Side.RAW);
                assertThat(rows).allSatisfy(row -> assertThat(row.perSecond()).as(workload.id()).isPositive());
                assertThat(rows.get(0).ratio()).as(workload.id()).isPresent();
                assertThat(rows.get(1).ratio()).as(workload.id()).isEmpty();
            }
            assertThat(world.service(Stock.class).count(MovementQuery.all())).isGreaterThan(2_000);
            assertThat(world.service(Verification.class).verify(Progress.NONE))
                .allSatisfy(result -> assertThat(result.passed()).as(result.toString()).isTrue());
            Invariants.check(world.service(UnitOfWork.class));
        }
    }

    @Test
    void theFilledBookHasTheStockThatTheFillerCounted(@TempDir Path folder) {
        try (World world = World.open(folder.resolve("book"))) {
            world.service(Benchmarks.class).run("on-hand-all", 1, 5_000, 1, Progress.NONE).value();
            Stock stock = world.service(Stock.class);
            StockQuery now = StockQuery.all(Grouping.ITEM);
            StockQuery summedUp = now.at(Optional.of(world.clock().instant()), Optional.empty());
            assertThat(stock.onHand(now)).isNotEmpty().isEqualTo(stock.onHand(summedUp));
            // what moved before anything was valued is valued too
            assertThat(world.service(Valuation.class).tieOut(Optional.empty(), Progress.NONE))
                .allSatisfy(row -> assertThat(row.agrees()).as(row.toString()).isTrue());
            assertThat(world.service(Valuation.class).value(ValueQuery.all(), Progress.NONE))
                .anySatisfy(row -> assertThat(row.value()).isPositive());
        }
    }

    @Test
    void whatCannotBeMeasuredIsRefused(@TempDir Path folder) {
        try (World world = World.open(folder.resolve("book"))) {
            Benchmarks benchmarks = world.service(Benchmarks.class);
            assertThat(benchmarks.run("post-bath", 1, 0, 1, Progress.NONE).refusals()).first()
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(BenchmarkRefusal.UNKNOWN_WORKLOAD);
                    assertThat(refusal.hint()).contains("post-batch");
                });
            assertThat(benchmarks.run("post-batch", 0, 0, 1, Progress.NONE).refusals()).first()
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(BenchmarkRefusal.OUT_OF_RANGE));
        }
    }

}
