package org.stockwright.cli.internal;

import org.stockwright.exchange.spi.ImportMode;

import picocli.CommandLine.Option;

/** What becomes of a file with errors. */
final class StoringOptions {

    @Option(names = "--dry-run", description = "checks everything, stores nothing")
    boolean dryRun;

    @Option(names = "--keep-good", description = "stores the rows without errors and writes the others to FILE.errors.csv; otherwise nothing of a file with an error is stored")
    boolean keepGood;

    ImportMode mode() {
        if (dryRun) {
            return ImportMode.DRY_RUN;
        }
        return keepGood ? ImportMode.KEEP_GOOD : ImportMode.ALL_OR_NOTHING;
    }

}
