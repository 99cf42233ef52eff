package org.stockwright.cli.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
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
import org.stockwright.documents.Documents;
import org.stockwright.exchange.RowWriter;
import org.stockwright.purchasing.Receipts;
import org.stockwright.purchasing.Receipts.Line;
import org.stockwright.purchasing.Receipts.Origin;
import org.stockwright.purchasing.Receipts.Received;
import org.stockwright.purchasing.Receipts.Request;
import org.stockwright.purchasing.ReceivingRefusal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Receives goods. */
@Command(name = "receive", description = {
    "Receives goods against a purchase order or an advice, or without one: from a CSV or XLSX file, or as options say." }, footer = {
        "", "Columns: key, order, order_line, supplier, item, quantity, unit, lot, serial, expires, place, status,",
        "rejected, reason, unit_cost, effective. Rows with the same key are one receipt. The same again changes nothing.",
        "", "Examples:", "  stockwright receive january.csv --db ./acme --dry-run",
        "  stockwright receive --key GR-4711 --order PO-000042 --item BOLT=100 --item \"NUT=3 BOX:L-7:2027-01-31\"",
        "    --db ./acme" })
final class ReceiveCommand extends BookCommand {

    private static final String KIND = "goods-receipts";

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "CSV or XLSX with a header row")
    Path file;

    @Option(names = "--key", paramLabel = "K", description = "made by you, unique: sending the same again, with its date, is harmless")
    String key;

    @Option(names = "--order", paramLabel = "N", description = "number of the purchase order or advice")
    String order;

    @Option(names = "--supplier", paramLabel = "S", description = "code of the supplier, for goods without an order")
    String supplier;

    @Option(names = "--item", paramLabel = "I=Q[:LOT[:DAY]]", description = "item and quantity, with a unit behind a blank; lot or serial number and day of expiry; may be repeated")
    List<String> items = new ArrayList<>();

    @Option(names = "--warehouse", paramLabel = "W", description = "where the goods arrive; default: where the order says, or MAIN")
    String warehouse;

    @Option(names = "--place", paramLabel = "P", description = "where they are put down; default: the receiving area")
    String place;

    @Option(names = "--paper", paramLabel = "T", description = "the supplier's delivery note", defaultValue = "")
    String paper;

    @Option(names = "--generate-lots", description = "makes lots and serial numbers that are missing")
    boolean generateLots;

    @Option(names = "--effective", paramLabel = "T", description = "when they came; a date means its start; default: now")
    String effective;

    @Mixin
    StoringOptions storing = new StoringOptions();

    @Spec
    CommandSpec spec;

    ReceiveCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    public Integer call() throws IOException {
        boolean single = !items.isEmpty() && key != null;
        if (file == null ? !single : !items.isEmpty() || key != null || order != null) {
            throw new ParameterException(spec.commandLine(), "Either a FILE, or --key and --item.");
        }
        return super.call();
    }

    @Override
    int run(Session session) throws IOException {
        Receipts receipts = session.service(Receipts.class);
        if (file != null) {
            return new FileImport(console(), session, "received", "repeated").run(KIND, file, Map.of(),
                storing.mode());
        }
        Request request = new Request(key, Origin.SUPPLIER, document(session, order).map(Document::id),
            partner(session), session.location(warehouse), Optional.empty(), paper, "",
            session.moments().startOf(effective).orElseGet(session::now), generateLots,
            items.stream().map(text -> line(session, text)).toList());
        Received received = RefusedException
            .orRefuse(storing.dryRun ? receipts.attempt(request) : receipts.receive(request));
        session.progress().clear();
        received.warnings().forEach(warning -> console().remark("Warning " + Console.text(warning)));
        try (RowWriter rows = invocation().result(options, "receive",
            List.of("receipt", "line", "item", "quantity", "unit", "lot", "place", "accepted", "rejected", "state"))) {
            for (DocumentLine one : received.receipt().lines()) {
                rows.write(received.receipt().number(), one.line(), one.item(), one.quantity().amount(),
                    one.quantity().unit().code(), one.lot(), one.locationCode(),
                    one.done(org.stockwright.documents.Step.ACCEPTED),
                    one.done(org.stockwright.documents.Step.REJECTED), received.receipt().state());
            }
        }
        return DONE;
    }

    /** The document with a number; nothing when nothing was typed. */
    static Optional<Document> document(Session session, String number) {
        if (number == null) {
            return Optional.empty();
        }
        Optional<Document> found = session.service(Documents.class).find(number);
        if (found.isEmpty()) {
            throw new RefusedException(
                Refusal.of(DocumentRefusal.UNKNOWN_DOCUMENT, number).hint("Write its number, such as PO-000042."));
        }
        return found;
    }

    private PartnerId partner(Session session) {
        if (supplier == null) {
            return PartnerId.SELF;
        }
        return session.service(Partners.class).byCode(supplier).map(Partner::id).orElseThrow(
            () -> new RefusedException(Refusal.of(ReceivingRefusal.UNKNOWN_SUPPLIER, supplier)
                .hint("Import the partner first.")));
    }

    private Line line(Session session, String text) {
        int equals = text.lastIndexOf('=');
        if (equals < 0) {
            throw new ParameterException(spec.commandLine(), "--item " + text + " is not ITEM=QUANTITY.");
        }
        String[] parts = text.substring(equals + 1).split(":", 3);
        String[] quantity = parts[0].strip().split(" +", 2);
        BigDecimal amount = Session.number(quantity[0]);
        Optional<LocalDate> expires = parts.length > 2 ? Optional.of(Moments.day(parts[2])) : Optional.empty();
        Line line = Line.of(text.substring(0, equals).strip(), amount).in(quantity.length > 1 ? quantity[1] : "")
            .ofLot(parts.length > 1 ? parts[1] : "", expires);
        return session.location(place).map(line::at).orElse(line);
    }

}
