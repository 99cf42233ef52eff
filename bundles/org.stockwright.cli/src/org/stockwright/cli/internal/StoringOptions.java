package org.stockwright.cli.internal;

import java.nio.file.Path;

import org.stockwright.exchange.spi.ImportMode;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What becomes of a file with errors. */
final class StoringOptions {

    @Option(names = "--dry-run", description = "checks everything, stores nothing")
    boolean dryRun;

    @Option(names = "--keep-good", description = "stores the rows without errors and writes the others to FILE.errors.csv; otherwise nothing of a file with an error is stored")
    boolean keepGood;

    /**
     * Refuses a mixture of the two ways of a command: from a file, or by options.
     *
     * @param isWhole whether the options are all there
     * @param isBegun whether one of them is there
     * @param options what is to be there without a file
     */
    void check(CommandSpec spec, Path file, boolean isWhole, boolean isBegun, String options) {
        if (file == null ? !isWhole : isBegun) {
            throw new ParameterException(spec.commandLine(), "Either a FILE, or " + options + ".");
        }
        if (file == null && (dryRun || keepGood)) {
            throw new ParameterException(spec.commandLine(), "--dry-run and --keep-good are for a FILE.");
        }
    }

    ImportMode mode() {
        if (dryRun) {
            return ImportMode.DRY_RUN;
        }
        return keepGood ? ImportMode.KEEP_GOOD : ImportMode.ALL_OR_NOTHING;
    }

}
