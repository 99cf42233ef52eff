package org.stockwright.cli.internal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The group of report commands. */
@Command(name = "report", description = "Lists and runs reports.", footer = { "", "Examples:",
    "  stockwright report list",
    "  stockwright report run stock-on-hand --output stock.pdf --param as_of=2026-01-31" })
final class ReportCommand implements Runnable {

    @Option(names = { "-h", "--help" }, usageHelp = true, description = "shows this help")
    boolean help;

    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "list or run is missing.");
    }

}
