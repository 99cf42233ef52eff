package org.stockwright.service.cli.internal;

import picocli.CommandLine.Option;

/** How many rows of a list are shown at most. */
final class Limit {

    private static final int USUAL = 1000;

    @Option(names = "--limit", paramLabel = "N", description = "at most so many; default: ${DEFAULT-VALUE}")
    int rows;

    /** A thousand when none is typed. */
    Limit() {
        this(USUAL);
    }

    /** A limit that holds when none is typed. */
    Limit(int usual) {
        this.rows = usual;
    }

    /** Refuses what shows nothing. */
    void check() {
        Words.positive(rows, "--limit");
    }

}
