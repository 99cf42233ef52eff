package org.stockwright.cli.internal;

import picocli.CommandLine.Command;

/** The group of report commands. */
@Command(name = "report", description = "Lists and runs reports.", footer = { "", "Examples:",
    "  stockwright report list",
    "  stockwright report run stock-on-hand --output stock.pdf --param as_of=2026-01-31" })
final class ReportCommand extends CommandGroup {

}
