package org.stockwright.cli.internal;

import java.io.IOException;
import java.util.List;

import org.stockwright.valuation.TieOutRow;
import org.stockwright.valuation.Valuation;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares stock with the books. */
@Command(name = "tie-out", description = "Compares quantities and values of stock with the journal; exit code 1 when something does not agree.", footer = {
    "", "Example:", "  stockwright tie-out --as-of 2026-01-31 --db ./acme" })
final class TieOutCommand extends BookCommand {

    @Option(names = "--as-of", paramLabel = "T", description = "as it was then; a date means the end of that day")
    String asOf;

    TieOutCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Session session) throws IOException {
        List<TieOutRow> checks = session.service(Valuation.class).tieOut(session.moments().endOf(asOf),
            session.progress());
        session.progress().clear();
        return TieOuts.print(checks, session, invocation(), options);
    }

}
