package org.stockwright.bench;

import java.util.List;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.security.Requires;

/**
 * Measures workloads on the open store, which it fills with items, places and movements of its own: run it on a store
 * that was made for it. What it leaves is a sound book. Thread-safe; one measurement at a time.
 */
@ProviderType
@Requires(BenchmarkPermission.RUN)
public interface Benchmarks {

    /**
     * A workload.
     *
     * @param id the word of the command line, for example {@code post-batch}
     * @param description what one of its operations is
     */
    record Workload(String id, String description) {
    }

    /** All workloads, in the order in which they are documented. */
    List<Workload> list();

    /**
     * Measures one workload. Both sides are warmed up, then they take turns; the medians of the rounds are reported.
     *
     * @param workload its id
     * @param n operations per round and side, at least 1: movements posted, or questions asked
     * @param ledgerSize how many movements shall be there before, at least; missing ones are made
     * @param rounds at least 1
     * @return one row for the product, one for plain JDBC; or why it cannot be run
     * @throws Progress.Cancelled when cancelled: what was made stays
     */
    Outcome<List<BenchmarkRow>> run(String workload, int n, int ledgerSize, int rounds, Progress progress);

}
