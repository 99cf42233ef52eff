package org.stockwright.ledger.internal.posting;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Progress;
import org.stockwright.catalog.NegativePolicy;
import org.stockwright.ledger.BulkResult;
import org.stockwright.ledger.Ledger.BulkMode;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.PostingRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A month of a retailer's sales: many one-line documents of few thousand items from one place. */
class BulkSpeedIT extends LedgerWorld {

    private static final int DOCUMENTS = 42_481;
    private static final int ITEMS = 2_500;
    private static final int WANTED_PER_SECOND = 2_000;
    /** Machines differ and are busy: a tenth of what is wanted shows a query per line all the same. */
    private static final int FAILS_BELOW = 200;

    @Test
    void aMonthOfSalesPostsInSecondsAndCancelsWithinOne() {
        warehouse.manyItems("SKU", ITEMS);
        warehouse.places().setPolicy(LocationKind.WAREHOUSE, NegativePolicy.ALLOW).value();
        List<PostingRequest> cold = month("COLD", 1);
        assertThat(rate("cold", cold)).isGreaterThan(FAILS_BELOW);
        assertThat(rate("warm", month("WARM", 2))).isGreaterThan(FAILS_BELOW);
        BulkResult again = warehouse.ledger().postAll(cold, BulkMode.ALL_OR_NOTHING, Progress.NONE);
        assertThat(again.repeated()).isEqualTo(DOCUMENTS);
        assertThat(again.posted()).isZero();
        cancel(month("CANCELLED", 3));
    }

    private List<PostingRequest> month(String prefix, long seed) {
        Random random = new Random(seed);
        List<PostingRequest> result = new ArrayList<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            String item = "SKU" + random.nextInt(ITEMS);
            boolean back = random.nextInt(50) == 0;
            result.add(warehouse.request(prefix + i, warehouse.line(back ? "CUSTOMER" : "MAIN",
                back ? "MAIN" : "CUSTOMER", item, 1L + random.nextInt(24))));
        }
        return result;
    }

    private long rate(String name, List<PostingRequest> month) {
        long start = System.nanoTime();
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        BulkResult result = warehouse.ledger().postAll(month, BulkMode.ALL_OR_NOTHING, Progress.NONE);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
        assertThat(result.posted()).isEqualTo(DOCUMENTS);
        long perSecond = DOCUMENTS * 1000L / took.toMillis();
        System.out.printf("%s: %,d documents in %,d ms, %,d/s (wanted %,d); %,d ms of them on the processor%n", name,
            DOCUMENTS, took.toMillis(), perSecond, WANTED_PER_SECOND, cpu / 1_000_000);
        return perSecond;
    }

    private void cancel(List<PostingRequest> month) {
        long[] asked = new long[1];
        Progress progress = new Progress() {

            private String task = "";

            @Override
            public void begin(String name, long total) {
                task = name;
            }

            @Override
            public void worked(long amount) {
                if (task.equals("Posting") && asked[0] == 0) {
                    asked[0] = System.nanoTime();
                }
            }

            @Override
            public boolean isCancelled() {
                return asked[0] != 0;
            }
        };
        assertThatThrownBy(() -> warehouse.ledger().postAll(month, BulkMode.KEEP_GOOD, progress))
            .isInstanceOf(Progress.Cancelled.class);
        assertThat(Duration.ofNanos(System.nanoTime() - asked[0])).isLessThan(Duration.ofSeconds(1));
        assertThat(warehouse.rows("posting")).isEqualTo(2L * DOCUMENTS + 500);
    }

}
