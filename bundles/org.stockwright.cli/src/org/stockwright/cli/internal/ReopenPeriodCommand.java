package org.stockwright.cli.internal;

import java.io.IOException;
import java.util.List;

import org.stockwright.valuation.Periods;
import org.stockwright.valuation.Periods.Period;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens a closed period again. */
@Command(name = "reopen-period", description = "Opens the last closed period again; that it was closed stays on record.", footer = {
    "", "Example:", "  stockwright reopen-period 2026-01-31 --reason \"an invoice was missing\" --db ./acme" })
final class ReopenPeriodCommand extends BookCommand {

    @Parameters(index = "0", paramLabel = "DATE", description = "the last day of the period")
    String day;

    @Option(names = "--reason", paramLabel = "R", required = true, description = "why, for the auditors")
    String reason;

    ReopenPeriodCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Session session) throws IOException {
        Period opened = RefusedException
            .orRefuse(session.service(Periods.class).reopen(Moments.day(day), reason));
        PeriodRows.print(List.of(ClosePeriodCommand.newest(opened)), session, invocation(), options);
        return DONE;
    }

}
