package org.stockwright.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.exchange.RowWriter;
import org.stockwright.purchasing.SupplierReturns;
import org.stockwright.purchasing.SupplierReturns.Line;
import org.stockwright.purchasing.SupplierReturns.Request;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends goods back to the supplier. */
@Command(name = "supplier", description = {
    "Sends goods of a receipt back to the supplier at what they cost: rejected stock first, then blocked, then",
    "available stock. A credit is expected for them. Or many returns, as a CSV or XLSX file says." }, footer = { "",
        "Columns of a file: key, receipt, line, quantity, reason, status, place, paper, effective. Rows with the same key",
        "are one return. The same again changes nothing.", "", "Examples:",
        "  stockwright return supplier back.csv --db ./acme --dry-run",
        "  stockwright return supplier --key SR-3 --receipt GR-000042 --line 1 --quantity 10 --reason cracked --db ./acme" })
final class ReturnSupplierCommand extends BookCommand {

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "CSV or XLSX with a header row")
    Path file;

    @Option(names = "--key", paramLabel = "K", description = "made by you, unique: sending the same again, with its date, is harmless")
    String key;

    @Option(names = "--receipt", paramLabel = "N", description = "number of the receipt that the goods came by")
    String receipt;

    @Option(names = "--line", paramLabel = "L", description = "number of its line")
    Integer line;

    @Option(names = "--quantity", paramLabel = "Q", description = "how much, in the item's base unit")
    String quantity;

    @Option(names = "--reason", paramLabel = "R", description = "why")
    String reason;

    @Option(names = "--status", paramLabel = "S", description = "only out of this quality status", defaultValue = "")
    String status;

    @Option(names = "--place", paramLabel = "P", description = "only from this place")
    String place;

    @Option(names = "--paper", paramLabel = "T", description = "the supplier's number for the return", defaultValue = "")
    String paper;

    @Option(names = "--effective", paramLabel = "T", description = "when they left; a date means its start; default: now")
    String effective;

    @Mixin
    StoringOptions storing = new StoringOptions();

    @Spec
    CommandSpec spec;

    ReturnSupplierCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    public Integer call() throws IOException {
        List<Object> all = Arrays.asList(key, receipt, line, quantity, reason);
        storing.check(spec, file, !all.contains(null),
            Stream.concat(all.stream(), Stream.of(place, effective)).anyMatch(one -> one != null)
                || !status.isEmpty() || !paper.isEmpty(),
            "--key, --receipt, --line, --quantity and --reason");
        return super.call();
    }

    @Override
    int run(Session session) throws IOException {
        if (file != null) {
            session.service(SupplierReturns.class);
            return new FileImport(console(), session, "stored", "repeated").run("supplier-returns", file, Map.of(),
                storing.mode());
        }
        Document document = ReceiveCommand.document(session, receipt).orElseThrow();
        DocumentLine at = InspectCommand.line(document, line);
        Document back = RefusedException.orRefuse(session.service(SupplierReturns.class).sendBack(new Request(key,
            document.id(), session.moments().startOf(effective).orElseGet(session::now), reason, paper,
            List.of(new Line(at.id(), Session.number(quantity), status, session.location(place))))));
        session.progress().clear();
        try (RowWriter rows = invocation().result(options, "return",
            List.of("return", "line", "item", "quantity", "unit", "lot", "place", "state"))) {
            for (DocumentLine one : back.lines()) {
                rows.write(back.number(), one.line(), one.item(), one.quantity().amount(),
                    one.quantity().unit().code(), one.lot(), one.locationCode(), back.state());
            }
        }
        return DONE;
    }

}
