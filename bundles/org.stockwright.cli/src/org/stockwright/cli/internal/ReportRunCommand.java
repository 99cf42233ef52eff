package org.stockwright.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.stockwright.ledger.Ledger;
import org.stockwright.reporting.Reports;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a report into a file. */
@Command(name = "run", description = "Runs a report; the file's extension chooses PDF, XLSX, HTML, CSV or DOCX.", footer = {
    "", "Example:",
    "  stockwright report run stock-on-hand --output stock.pdf --param as_of=2026-01-31 --db ./acme" })
final class ReportRunCommand extends BookCommand {

    @Parameters(index = "0", paramLabel = "ID", description = "the report; see report list")
    String id;

    @Option(names = "--output", paramLabel = "FILE", required = true, description = "the file to write")
    Path output;

    @Option(names = "--param", paramLabel = "name=value", description = "an answer to one of its questions")
    Map<String, String> parameters = new LinkedHashMap<>();

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "name=value", description = "more answers")
    Map<String, String> more = new LinkedHashMap<>();

    ReportRunCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Session session) throws IOException {
        session.service(Ledger.class);
        Map<String, String> arguments = new HashMap<>(parameters);
        arguments.putAll(more);
        Path written = RefusedException.orRefuse(session.service(Reports.class).render(id, arguments,
            output.toAbsolutePath(), session.progress()));
        session.progress().clear();
        console().remark("Wrote " + written + ".");
        return DONE;
    }

}
