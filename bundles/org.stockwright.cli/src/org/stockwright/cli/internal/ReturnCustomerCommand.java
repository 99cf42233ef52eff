package org.stockwright.cli.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.Step;
import org.stockwright.exchange.RowWriter;
import org.stockwright.fulfilment.CustomerReturns;
import org.stockwright.fulfilment.CustomerReturns.Announcement;
import org.stockwright.fulfilment.CustomerReturns.Decided;
import org.stockwright.fulfilment.CustomerReturns.Decision;
import org.stockwright.fulfilment.CustomerReturns.Line;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes what a customer sends back. */
@Command(name = "customer", description = {
    "Announces what a customer sends back of a shipment; with --at it is received there into inspection at the cost at",
    "which it left; with --decide all of it is decided about. Each further step may be added later with the same key.",
    "Or many returns, as a CSV or XLSX file says." }, footer = {
        "",
        "Columns of a file: key, shipment, line or item, quantity, reason, at, decide, to, refund, note, effective. Rows",
        "with the same key are one return. The same again changes nothing.", "", "Examples:",
        "  stockwright return customer back.csv --db ./acme --dry-run",
        "  stockwright return customer --key R-1 --shipment SH-000007 --line 1=2 --reason damaged --db ./acme",
        "  stockwright return customer --key R-1 --shipment SH-000007 --line 1=2 --reason damaged --at RETURNS",
        "    --decide restock --to B-01 --refund --effective 2026-02-03 --db ./acme" })
final class ReturnCustomerCommand extends BookCommand {

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "CSV or XLSX with a header row")
    Path file;

    @Option(names = "--key", paramLabel = "K", description = "made by you, unique: sending the same again, with its date, is harmless")
    String key;

    @Option(names = "--shipment", paramLabel = "N", description = "number of the shipment that it comes back from")
    String shipment;

    @Option(names = "--line", paramLabel = "L=Q", description = "line of the shipment and how much of it; may be repeated")
    List<String> lines = new ArrayList<>();

    @Option(names = "--reason", paramLabel = "R", description = "why it comes back")
    String reason;

    @Option(names = "--at", paramLabel = "P", description = "it came: where it lies in inspection")
    String at;

    @Option(names = "--decide", paramLabel = "D", description = "with --at: restock, scrap or repair")
    Decision decide;

    @Option(names = "--to", paramLabel = "P", description = "with --decide: where it is put; default: where it lies")
    String to;

    @Option(names = "--refund", description = "with --decide: the customer gets the original price back")
    boolean refund;

    @Option(names = "--effective", paramLabel = "T", description = "when; a date means its start; default: now")
    String effective;

    @Mixin
    StoringOptions storing = new StoringOptions();

    @Spec
    CommandSpec spec;

    ReturnCustomerCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    public Integer call() throws IOException {
        List<Object> all = Arrays.asList(key, shipment, reason, lines.isEmpty() ? null : lines);
        storing.check(spec, file, !all.contains(null),
            Stream.concat(all.stream(), Stream.of(at, decide, to, effective)).anyMatch(one -> one != null) || refund,
            "--key, --shipment, --line and --reason");
        if (decide != null && at == null || decide == null && (to != null || refund)) {
            throw new ParameterException(spec.commandLine(), "--decide needs --at; --to and --refund need --decide.");
        }
        return super.call();
    }

    @Override
    int run(Session session) throws IOException {
        CustomerReturns returns = session.service(CustomerReturns.class);
        if (file != null) {
            return new FileImport(console(), session, "stored", "repeated").run("customer-returns", file, Map.of(),
                storing.mode());
        }
        Instant when = session.moments().startOf(effective).orElseGet(session::now);
        Document from = ReceiveCommand.document(session, shipment).orElseThrow();
        Document back = RefusedException.orRefuse(returns.announce(new Announcement(key, Optional.of(from.id()),
            PartnerId.SELF, reason, lines.stream().map(text -> line(from, text)).toList(), when)));
        if (at != null) {
            back = RefusedException.orRefuse(returns.receive(key + ":receive", back.id(),
                session.location(at).orElseThrow(), List.of(), when));
        }
        if (decide != null) {
            List<Decided> decided = back.lines().stream().map(one -> new Decided(one.line(),
                one.quantity().amount(), decide, session.location(to), refund, reason)).toList();
            back = RefusedException.orRefuse(returns.decide(key + ":decide", back.id(), decided, when));
        }
        session.progress().clear();
        try (RowWriter rows = invocation().result(options, "return",
            List.of("return", "line", "item", "lot", "quantity", "unit", "received", "refund", "state"))) {
            for (DocumentLine one : back.lines()) {
                rows.write(back.number(), one.line(), one.item(), one.lot(), one.quantity().amount(),
                    one.quantity().unit().code(), one.done(Step.RECEIVED), refunded(returns, back, one),
                    back.state());
            }
        }
        return DONE;
    }

    private static BigDecimal refunded(CustomerReturns returns, Document back, DocumentLine line) {
        return returns.decisions(back.id()).stream().filter(one -> one.line() == line.line())
            .flatMap(one -> one.refund().stream()).reduce(BigDecimal.ZERO, BigDecimal::add)
            .stripTrailingZeros();
    }

    private Line line(Document from, String text) {
        PickCommand.LineQuantity line = PickCommand.LineQuantity.parse(spec.commandLine(), "--line", text);
        DocumentLine shipped = from.line(line.line()).orElseThrow(() -> new RefusedException(
            Refusal.of(DocumentRefusal.UNKNOWN_LINE, from.number(), line.line())));
        BigDecimal many = line.quantity().orElseThrow(
            () -> new ParameterException(spec.commandLine(), "--line " + text + " is not LINE=QUANTITY."));
        return Line.of(line.line(), RefusedException.orRefuse(Quantity.checked(many, shipped.quantity().unit())));
    }

}
