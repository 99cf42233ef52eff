package org.stockwright.cli.internal;

import java.io.IOException;
import java.util.List;

import org.stockwright.exchange.RowWriter;
import org.stockwright.ledger.Ledger;
import org.stockwright.reporting.Reports;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.reporting.spi.ReportParameter;

import picocli.CommandLine.Command;

/** Lists the installed reports. */
@Command(name = "list", description = "Lists the reports with their parameters; required ones have a star.", footer = {
    "", "Example:", "  stockwright report list --format json" })
final class ReportListCommand extends BookCommand {

    ReportListCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    public Integer call() throws IOException {
        // the reports come with an open book; listing them must not leave one behind
        try (Session session = options.db == null ? invocation().openTemporary(options)
            : invocation().open(options)) {
            return run(session);
        }
    }

    @Override
    int run(Session session) throws IOException {
        session.service(Ledger.class);
        List<ReportContribution> reports = session.service(Reports.class).list();
        session.progress().clear();
        try (RowWriter rows = invocation().result(options, "reports",
            List.of("report", "title", "description", "parameters"))) {
            for (ReportContribution report : reports) {
                rows.write(report.id(), report.title(), report.description(),
                    String.join(" ", report.parameters().stream().map(ReportListCommand::text).toList()));
            }
        }
        return DONE;
    }

    private static String text(ReportParameter parameter) {
        return parameter.name() + (parameter.required() ? "*" : "");
    }

}
