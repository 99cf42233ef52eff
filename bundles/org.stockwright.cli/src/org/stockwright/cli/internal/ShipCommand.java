package org.stockwright.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.exchange.RowWriter;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.Shipping;
import org.stockwright.fulfilment.Shipping.Part;
import org.stockwright.fulfilment.Shipping.Ready;
import org.stockwright.fulfilment.Shipping.Request;
import org.stockwright.fulfilment.Transfers;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Ships. */
@Command(name = "ship", description = {
    "Ships what is ready of orders. With --reverse a shipment did not leave after all; with --arrived a transfer is",
    "received." }, footer = { "", "Examples:",
        "  stockwright ship today.csv --db ./acme --dry-run",
        "  stockwright ship --key S-1 --order SO-000042 --carrier DHL --tracking JD0001 --db ./acme",
        "  stockwright ship --key S-2 --order SO-000043 --ready held --line 1=5 --db ./acme",
        "  stockwright ship --key S-3 --reverse SH-000007 --reason \"not collected\" --db ./acme",
        "  stockwright ship --key S-4 --arrived SH-000008 --db ./acme" })
final class ShipCommand extends BookCommand {

    private static final List<String> COLUMNS = List.of("document", "line", "item", "lot", "quantity", "unit", "place",
        "packed_in", "state");

    /** The kind of import that fulfilment contributes. */
    private static final String KIND = "shipments";

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "CSV or XLSX with a header row: key, order, line, quantity, ready, carrier, tracking, effective")
    Path file;

    @Option(names = "--key", paramLabel = "K", description = "made by you, unique: sending the same again, with its date, is harmless")
    String key;

    @Option(names = "--order", paramLabel = "N", description = "number of the order; may be repeated")
    List<String> orders = new ArrayList<>();

    @Option(names = "--ready", paramLabel = "R", description = "what may leave: packed, picked (and packed) or held (straight from its bins); default: picked", defaultValue = "picked")
    Ready ready;

    @Option(names = "--unit", paramLabel = "U", description = "only this packed unit; may be repeated")
    List<String> units = new ArrayList<>();

    @Option(names = "--line", paramLabel = "L=Q", description = "only so much of this line of the only order; may be repeated")
    List<String> lines = new ArrayList<>();

    @Option(names = "--carrier", paramLabel = "C", description = "code of the carrier; default: that of the order")
    String carrier;

    @Option(names = "--tracking", paramLabel = "T", description = "the carrier's number", defaultValue = "")
    String tracking;

    @Option(names = "--reverse", paramLabel = "N", description = "number of the shipment that did not leave")
    String reverse;

    @Option(names = "--arrived", paramLabel = "N", description = "number of the shipment of a transfer that arrived")
    String arrived;

    @Option(names = "--reason", paramLabel = "R", description = "for --reverse: why", defaultValue = "")
    String reason;

    @Option(names = "--effective", paramLabel = "T", description = "when; a date means its start; default: now")
    String effective;

    @Mixin
    StoringOptions storing = new StoringOptions();

    @Spec
    CommandSpec spec;

    ShipCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    public Integer call() throws IOException {
        if (file != null) {
            if (key != null || !orders.isEmpty() || reverse != null || arrived != null) {
                throw new ParameterException(spec.commandLine(), "Either a FILE, or --key and what it is about.");
            }
            return super.call();
        }
        if (key == null) {
            throw new ParameterException(spec.commandLine(), "--key is missing.");
        }
        int ways = (orders.isEmpty() ? 0 : 1) + (reverse == null ? 0 : 1) + (arrived == null ? 0 : 1);
        if (ways != 1 || !lines.isEmpty() && orders.size() != 1) {
            throw new ParameterException(spec.commandLine(),
                "Say one of --order, --reverse and --arrived; --line needs one order.");
        }
        return super.call();
    }

    @Override
    int run(Session session) throws IOException {
        if (file != null) {
            session.service(Shipping.class);
            return new FileImport(console(), session, "shipped", "repeated").run(KIND, file, Map.of(),
                storing.mode());
        }
        Instant at = session.moments().startOf(effective).orElseGet(session::now);
        Document done = RefusedException.orRefuse(reverse != null
            ? session.service(Shipping.class).reverse(key, document(session, reverse).id(), at, reason)
            : arrived != null
                ? session.service(Transfers.class).receive(key, document(session, arrived).id(), List.of(), at)
                : ship(session, at));
        session.progress().clear();
        try (RowWriter rows = invocation().result(options, "ship", COLUMNS)) {
            for (DocumentLine line : done.lines()) {
                rows.write(done.number(), line.line(), line.item(), line.lot(), line.quantity().amount(),
                    line.quantity().unit().code(), line.locationCode(), line.note(), done.state());
            }
        }
        return DONE;
    }

    private static Document document(Session session, String number) {
        return ReceiveCommand.document(session, number).orElseThrow();
    }

    private org.stockwright.base.Outcome<Document> ship(Session session, Instant at) {
        List<Document> documents = orders.stream().map(order -> document(session, order)).toList();
        Request request = new Request(key, documents.stream().map(Document::id).toList(), ready, units,
            lines.stream().map(text -> part(documents.getFirst(), text)).toList(), carrier(session, carrier), tracking,
            Optional.empty(), Optional.empty(), at);
        Shipping shipping = session.service(Shipping.class);
        return storing.dryRun ? shipping.rehearse(request) : shipping.ship(request);
    }

    private Part part(Document order, String text) {
        PickCommand.LineQuantity line = PickCommand.LineQuantity.parse(spec.commandLine(), "--line", text);
        return order.line(line.line()).map(one -> new Part(one.id(), line.quantity().orElseThrow(
            () -> new ParameterException(spec.commandLine(), "--line " + text + " is not LINE=QUANTITY."))))
            .orElseThrow(() -> new RefusedException(
                Refusal.of(DocumentRefusal.UNKNOWN_LINE, order.number(), line.line())));
    }

    /** The carrier with a code; without one, nobody in particular. */
    static PartnerId carrier(Session session, String code) {
        if (code == null) {
            return PartnerId.SELF;
        }
        return session.service(Partners.class).byCode(code).map(Partner::id).orElseThrow(
            () -> new RefusedException(Refusal.of(FulfilmentRefusal.NOT_A_CARRIER, code)
                .hint("Import the partner first, with the role carrier.")));
    }

}
