package org.stockwright.cli.internal;

import java.io.IOException;
import java.util.List;

import org.stockwright.base.Refusal;
import org.stockwright.exchange.RowWriter;
import org.stockwright.valuation.TieOutRow;
import org.stockwright.valuation.ValuationRefusal;

/** Prints whether stock and books agree. */
final class TieOuts {

    private static final List<String> COLUMNS = List.of("check", "subject", "stock", "books", "difference", "detail");

    private TieOuts() {
    }

    /** Prints the rows, tells what does not agree, and answers with the exit code. */
    static int print(List<TieOutRow> checks, Session session, Invocation invocation, CommonOptions options)
        throws IOException {
        try (RowWriter rows = invocation.data(options, "tie-out", COLUMNS)) {
            for (TieOutRow row : checks) {
                rows.write(row.check(), row.subject(), session.amount(row.stock()), session.amount(row.books()),
                    session.amount(row.difference()), row.detail());
            }
        }
        List<TieOutRow> apart = checks.stream().filter(row -> !row.agrees()).toList();
        for (TieOutRow row : apart) {
            invocation.console().print(Refusal.of(ValuationRefusal.DOES_NOT_TIE_OUT,
                row.subject().isEmpty() ? row.check() : row.check() + ' ' + row.subject(),
                row.detail().isEmpty() ? "differs by " + session.amount(row.difference()).toPlainString()
                    : row.detail()));
        }
        return apart.isEmpty() ? BookCommand.DONE : BookCommand.REFUSED;
    }

}
