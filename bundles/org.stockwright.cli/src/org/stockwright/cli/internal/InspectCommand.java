package org.stockwright.cli.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.exchange.RowWriter;
import org.stockwright.purchasing.Inspections;
import org.stockwright.purchasing.Inspections.Decision;
import org.stockwright.purchasing.Inspections.Pending;
import org.stockwright.purchasing.Inspections.Request;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows what waits for inspection, and decides about it. */
@Command(name = "inspect", description = {
    "Shows which received goods wait for inspection, or accepts and rejects them. Accepted goods are available." }, footer = {
        "", "Examples:", "  stockwright inspect --db ./acme",
        "  stockwright inspect --key QI-17 --receipt GR-000042 --line 1 --accept 90 --reject 10 --reason cracked",
        "    --db ./acme" })
final class InspectCommand extends BookCommand {

    private static final int MOST = 100_000;

    @Option(names = "--key", paramLabel = "K", description = "made by you, unique: sending the same again, with its date, is harmless")
    String key;

    @Option(names = "--receipt", paramLabel = "N", description = "number of the receipt")
    String receipt;

    @Option(names = "--line", paramLabel = "L", description = "number of its line")
    Integer line;

    @Option(names = "--accept", paramLabel = "Q", description = "how much is accepted, in the item's base unit", defaultValue = "0")
    String accept;

    @Option(names = "--reject", paramLabel = "Q", description = "how much is rejected", defaultValue = "0")
    String reject;

    @Option(names = "--reason", paramLabel = "R", description = "why it is rejected", defaultValue = "")
    String reason;

    @Option(names = "--effective", paramLabel = "T", description = "when it was inspected; a date means its start; default: now")
    String effective;

    @Spec
    CommandSpec spec;

    InspectCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    public Integer call() throws IOException {
        long said = Stream.of(key, receipt, line).filter(value -> value != null).count();
        if (said != 0 && said != 3) {
            throw new ParameterException(spec.commandLine(), "A decision needs --key, --receipt and --line.");
        }
        return super.call();
    }

    @Override
    int run(Session session) throws IOException {
        Inspections inspections = session.service(Inspections.class);
        if (key != null) {
            Document document = ReceiveCommand.document(session, receipt).orElseThrow();
            DocumentLine at = line(document, line);
            Document decided = RefusedException.orRefuse(inspections.decide(new Request(key,
                session.moments().startOf(effective).orElseGet(session::now),
                List.of(new Decision(at.id(), Session.number(accept), Session.number(reject), reason)))));
            console().remark("Stored as " + decided.number() + ".");
        }
        session.progress().clear();
        try (RowWriter rows = invocation().result(options, "inspect", List.of("receipt", "line", "supplier", "item",
            "lot", "place", "status", "pending", "unit", "since"))) {
            for (Pending one : inspections.pending(MOST)) {
                BigDecimal pending = one.pending().amount();
                rows.write(one.receipt(), one.lineNumber(), one.supplier(), one.item(), one.lot(), one.place(),
                    one.status(), pending, one.pending().unit().code(), one.since());
            }
        }
        return DONE;
    }

    /** The line of a document with a number. */
    static DocumentLine line(Document document, int number) {
        return document.line(number).orElseThrow(() -> new RefusedException(
            Refusal.of(DocumentRefusal.UNKNOWN_LINE, document.number(), number)
                .hint("It has the lines 1 to " + document.lines().size() + ".")));
    }

}
