package org.stockwright.cli.internal;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

import org.stockwright.valuation.Periods;
import org.stockwright.valuation.Periods.Period;
import org.stockwright.valuation.Periods.State;
import org.stockwright.valuation.TieOutRow;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Closes a period. */
@Command(name = "close-period", description = {
    "Closes everything up to the end of a day, after all checks, and seals quantity and value. Nothing can be dated",
    "there any more; late effects are booked later." }, footer = { "", "Examples:",
        "  stockwright close-period 2026-01-31 --dry-run --db ./acme",
        "  stockwright close-period 2026-01-31 --reason \"January is done\" --db ./acme" })
final class ClosePeriodCommand extends BookCommand {

    @Parameters(index = "0", paramLabel = "DATE", description = "the last day of the period")
    String day;

    @Option(names = "--soft", description = "those with a permission of their own may still post into it")
    boolean soft;

    @Option(names = "--reason", paramLabel = "R", description = "why", defaultValue = "")
    String reason;

    @Option(names = "--dry-run", description = "only the checks; exit code 1 when one fails")
    boolean dryRun;

    ClosePeriodCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Session session) throws IOException {
        LocalDate lastDay = Moments.day(day);
        Periods periods = session.service(Periods.class);
        if (dryRun) {
            List<TieOutRow> checks = periods.checks(lastDay, session.progress());
            session.progress().clear();
            return TieOuts.print(checks, session, invocation(), options);
        }
        Period closed = RefusedException
            .orRefuse(periods.close(lastDay, soft ? State.SOFT : State.CLOSED, reason, session.progress()));
        session.progress().clear();
        PeriodRows.print(List.of(newest(closed)), session, invocation(), options);
        return DONE;
    }

    /** The same with its last decision alone. */
    static Period newest(Period period) {
        return new Period(period.lastDay(), period.ends(), period.state(),
            period.decisions().stream().limit(1).toList());
    }

}
