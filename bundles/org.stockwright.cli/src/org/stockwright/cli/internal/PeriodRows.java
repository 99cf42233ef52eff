package org.stockwright.cli.internal;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import org.stockwright.exchange.RowWriter;
import org.stockwright.valuation.Periods.Decision;
import org.stockwright.valuation.Periods.Period;

/** Prints periods with what was decided about them: a row per decision, the newest first. */
final class PeriodRows {

    private static final List<String> COLUMNS = List.of("period", "ends", "state", "decision", "reason", "items",
        "quantity", "value", "hash", "decided", "user");

    private PeriodRows() {
    }

    static void print(List<Period> periods, Session session, Invocation invocation, CommonOptions options)
        throws IOException {
        try (RowWriter rows = invocation.data(options, "periods", COLUMNS)) {
            for (Period period : periods) {
                for (Decision decision : period.decisions()) {
                    rows.write(period.lastDay(), period.ends(), period.state().name().toLowerCase(Locale.ROOT),
                        decision.what(), decision.reason(), decision.items(), decision.quantity(),
                        session.amount(decision.value()), decision.hash(), decision.at(), decision.user());
                }
            }
        }
    }

}
