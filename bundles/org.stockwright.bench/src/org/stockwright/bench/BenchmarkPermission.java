package org.stockwright.bench;

/** Permissions of measuring. */
public final class BenchmarkPermission {

    /** A book is filled with test data and measured. */
    public static final String RUN = "bench.run";

    private BenchmarkPermission() {
        // only constants
    }

}
