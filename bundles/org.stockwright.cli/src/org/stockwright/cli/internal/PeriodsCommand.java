package org.stockwright.cli.internal;

import java.io.IOException;

import org.stockwright.valuation.Periods;

import picocli.CommandLine.Command;

/** Lists periods. */
@Command(name = "periods", description = "Lists the periods that were closed or opened again, with what was decided, why, and the figures that were sealed.", footer = {
    "", "Example:", "  stockwright periods --db ./acme" })
final class PeriodsCommand extends BookCommand {

    PeriodsCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Session session) throws IOException {
        PeriodRows.print(session.service(Periods.class).list(), session, invocation(), options);
        return DONE;
    }

}
