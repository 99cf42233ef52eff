package org.stockwright.cli.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.Step;
import org.stockwright.exchange.RowWriter;
import org.stockwright.fulfilment.DropShipping;
import org.stockwright.fulfilment.DropShipping.Back;
import org.stockwright.fulfilment.DropShipping.DirectReturn;
import org.stockwright.fulfilment.DropShipping.Dispatch;
import org.stockwright.fulfilment.DropShipping.Part;
import org.stockwright.fulfilment.DropShipping.Routed;
import org.stockwright.fulfilment.DropShipping.Routing;
import org.stockwright.fulfilment.DropShipping.Sent;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Goods that suppliers send straight to customers. */
@Command(name = "drop-ship", description = "Has suppliers send goods straight to customers.", footer = { "",
    "Examples:",
    "  stockwright drop-ship route --help", "  stockwright drop-ship dispatch --help" })
final class DropShipCommand extends CommandGroup {

    /** The command with its own commands. */
    static CommandLine with(Invocation invocation) {
        CommandLine group = new CommandLine(new DropShipCommand());
        group.addSubcommand(new Route(invocation));
        group.addSubcommand(new Confirm(invocation));
        group.addSubcommand(new Return(invocation));
        group.addSubcommand(new Listing(invocation));
        return group;
    }

    private static PickCommand.LineQuantity line(CommandSpec spec, String text) {
        return PickCommand.LineQuantity.parse(spec.commandLine(), "--line", text);
    }

    private static BigDecimal quantity(CommandSpec spec, String text) {
        return line(spec, text).quantity().orElseThrow(
            () -> new ParameterException(spec.commandLine(), "--line " + text + " is not LINE=QUANTITY."));
    }

    private static void print(BookCommand command, Session session, Document document, Step step) throws IOException {
        session.progress().clear();
        try (RowWriter rows = command.invocation().result(command.options, "drop-ship",
            List.of("document", "line", "item", "lot", "quantity", "unit", step.word(), "purchase_order", "state"))) {
            for (DocumentLine one : document.lines()) {
                rows.write(document.number(), one.line(), one.item(), one.lot(), one.quantity().amount(),
                    one.quantity().unit().code(), one.done(step), one.note(), document.state());
            }
        }
    }

    /** Orders parts of a customer's order from a supplier. */
    @Command(name = "route", description = {
        "Orders lines of a customer's order from a supplier, who sends them to the customer's address. They are not filled",
        "from own stock any more. The purchase order is approved, sent, confirmed, closed and cancelled as any other." }, footer = {
            "", "Examples:",
            "  stockwright drop-ship route --key D-1 --order SO-000042 --supplier ACME --line 1 --db ./acme",
            "  stockwright drop-ship route --key D-2 --order SO-000043 --supplier ACME --line 2=5:3.50 --db ./acme" })
    static final class Route extends BookCommand {

        @Option(names = "--key", paramLabel = "K", required = true, description = "made by you, unique: sending the same again is harmless")
        String key;

        @Option(names = "--order", paramLabel = "N", required = true, description = "number of the customer's order")
        String order;

        @Option(names = "--supplier", paramLabel = "S", required = true, description = "the supplier's code")
        String supplier;

        @Option(names = "--line", paramLabel = "L[=Q[:P]]", required = true, description = "line of the order, how much of it in base units (default: all that is not held), and the price of a base unit (default: that of the supplier's terms); may be repeated")
        List<String> lines = new ArrayList<>();

        @Option(names = "--currency", paramLabel = "C", description = "of the prices; default: the supplier's")
        String currency;

        @Option(names = "--any-quantity", description = "the supplier agreed: his minimum and multiple do not bind")
        boolean anyQuantity;

        @Spec
        CommandSpec spec;

        Route(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            Papers papers = new Papers(this, session);
            List<Part> parts = new ArrayList<>();
            for (String text : lines) {
                PickCommand.LineQuantity line = line(spec, text);
                parts.add(new Part(line.line(), line.quantity(),
                    line.words().isEmpty() ? Optional.empty() : Optional.of(Session.number(line.words()))));
            }
            return papers.print(List.of(RefusedException.orRefuse(session.service(DropShipping.class)
                .route(new Routing(key, papers.find(order).id(), papers.supplier(supplier).orElseThrow(), parts,
                    Optional.ofNullable(currency).map(PurchasingRules::currency), anyQuantity)))));
        }

    }

    /** Confirms what a supplier sent. */
    @Command(name = "dispatch", description = {
        "Confirms what a supplier sent to the customer: the purchase order is received, the customer's order is shipped.",
        "With --reverse a dispatch did not leave after all. With a FILE many dispatches are confirmed: see",
        "import drop-ship-dispatches." }, footer = { "", "Examples:",
            "  stockwright drop-ship dispatch --key DD-1 --order PO-000007 --paper LS-4711 --db ./acme",
            "  stockwright drop-ship dispatch --key DD-2 --order PO-000008 --line 1=5 --line 2=3:LOT-9:2027-06-30 --db ./acme",
            "  stockwright drop-ship dispatch dispatches.csv --dry-run --db ./acme",
            "  stockwright drop-ship dispatch --key DD-3 --reverse SH-000009 --reason \"not collected\" --db ./acme" })
    static final class Confirm extends BookCommand {

        /** The kind of import that fulfilment contributes. */
        private static final String KIND = "drop-ship-dispatches";

        @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "CSV or XLSX with a header row: key, order, line, quantity, lot, expires, paper, carrier, tracking, effective")
        Path file;

        @Option(names = "--key", paramLabel = "K", description = "made by you, unique: sending the same again, with its date, is harmless")
        String key;

        @Option(names = "--order", paramLabel = "N", description = "number of the purchase order")
        String order;

        @Option(names = "--line", paramLabel = "L=Q[:LOT[:DAY]]", description = "line of the purchase order, how much of it in base units left, its lot or serial number, and until when that may be used; may be repeated; default: all that is open")
        List<String> lines = new ArrayList<>();

        @Option(names = "--paper", paramLabel = "T", description = "the supplier's delivery note", defaultValue = "")
        String paper;

        @Option(names = "--carrier", paramLabel = "C", description = "code of the carrier; default: the supplier")
        String carrier;

        @Option(names = "--tracking", paramLabel = "T", description = "the carrier's number", defaultValue = "")
        String tracking;

        @Option(names = "--reverse", paramLabel = "N", description = "number of the shipment that did not leave")
        String reverse;

        @Option(names = "--reason", paramLabel = "R", description = "for --reverse: why", defaultValue = "")
        String reason;

        @Option(names = "--effective", paramLabel = "T", description = "when; a date means its start; default: now")
        String effective;

        @Mixin
        StoringOptions storing = new StoringOptions();

        @Spec
        CommandSpec spec;

        Confirm(Invocation invocation) {
            super(invocation);
        }

        @Override
        public Integer call() throws IOException {
            if (file != null) {
                if (key != null || order != null || reverse != null || !lines.isEmpty()) {
                    throw new ParameterException(spec.commandLine(), "Either a FILE, or --key and what it is about.");
                }
                return super.call();
            }
            if (key == null) {
                throw new ParameterException(spec.commandLine(), "--key is missing.");
            }
            if (reverse != null && storing.dryRun) {
                throw new ParameterException(spec.commandLine(), "--reverse cannot be tried with --dry-run.");
            }
            if ((order == null) == (reverse == null) || reverse != null && !lines.isEmpty()) {
                throw new ParameterException(spec.commandLine(), "Say either --order with its --line, or --reverse.");
            }
            return super.call();
        }

        @Override
        int run(Session session) throws IOException {
            if (file != null) {
                session.service(DropShipping.class);
                return new FileImport(console(), session, "dispatched", "repeated").run(KIND, file, Map.of(),
                    storing.mode());
            }
            Instant when = session.moments().startOf(effective).orElseGet(session::now);
            Document shipment = RefusedException.orRefuse(reverse != null
                ? session.service(DropShipping.class).reverse(key,
                    ReceiveCommand.document(session, reverse).orElseThrow().id(), when, reason)
                : dispatch(session, when));
            print(this, session, shipment, Step.RETURNED);
            return DONE;
        }

        private Outcome<Document> dispatch(Session session, Instant when) {
            Dispatch dispatch = new Dispatch(key, ReceiveCommand.document(session, order).orElseThrow().id(),
                lines.stream().map(this::sent).toList(), paper, ShipCommand.carrier(session, carrier), tracking, when);
            DropShipping dropShipping = session.service(DropShipping.class);
            return storing.dryRun ? dropShipping.rehearse(dispatch) : dropShipping.dispatch(dispatch);
        }

        private Sent sent(String text) {
            String words = line(spec, text).words();
            int day = words.matches(".*:\\d{4}-\\d{2}-\\d{2}") ? words.lastIndexOf(':') : words.length();
            return new Sent(line(spec, text).line(), quantity(spec, text), words.substring(0, day),
                day < words.length() ? Optional.of(Moments.day(words.substring(day + 1))) : Optional.empty());
        }

    }

    /** Takes what goes from a customer straight back to the supplier. */
    @Command(name = "return", description = {
        "Takes what a customer sends straight back to the supplier, at the cost at which it was dispatched; the supplier's",
        "credit is expected. What is to lie in our own stock is a return customer." }, footer = { "", "Example:",
            "  stockwright drop-ship return --key DR-1 --shipment SH-000009 --line 1=2 --reason bent --db ./acme" })
    static final class Return extends BookCommand {

        @Option(names = "--key", paramLabel = "K", required = true, description = "made by you, unique: sending the same again, with its date, is harmless")
        String key;

        @Option(names = "--shipment", paramLabel = "N", required = true, description = "number of the shipment that it came by")
        String shipment;

        @Option(names = "--line", paramLabel = "L=Q", description = "line of the shipment and how much of it in base units; may be repeated; default: all")
        List<String> lines = new ArrayList<>();

        @Option(names = "--reason", paramLabel = "R", required = true, description = "why it goes back")
        String reason;

        @Option(names = "--paper", paramLabel = "T", description = "the supplier's number for the return", defaultValue = "")
        String paper;

        @Option(names = "--effective", paramLabel = "T", description = "when; a date means its start; default: now")
        String effective;

        @Spec
        CommandSpec spec;

        Return(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            Document back = RefusedException.orRefuse(session.service(DropShipping.class)
                .giveBack(new DirectReturn(key, ReceiveCommand.document(session, shipment).orElseThrow().id(),
                    lines.stream().map(text -> new Back(line(spec, text).line(), quantity(spec, text))).toList(),
                    reason, paper, session.moments().startOf(effective).orElseGet(session::now))));
            print(this, session, back, Step.RECEIVED);
            return DONE;
        }

    }

    /** Lists what suppliers send. */
    @Command(name = "list", description = "Lists what suppliers are still to send straight to customers.", footer = {
        "",
        "Example:", "  stockwright drop-ship list --all --db ./acme" })
    static final class Listing extends BookCommand {

        private static final List<String> COLUMNS = List.of("purchase_order", "line", "state", "supplier", "order",
            "order_line", "customer", "address", "item", "wanted", "dispatched", "open", "returned", "unit",
            "expected");

        @Option(names = "--all", description = "also what was sent, closed or cancelled")
        boolean all;

        Listing(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            List<Routed> found = session.service(DropShipping.class).list(!all);
            session.progress().clear();
            try (RowWriter rows = invocation().data(options, "drop-ship", COLUMNS)) {
                for (Routed one : found) {
                    rows.write(one.order(), one.line(), one.state(), one.supplier(), one.customerOrder(),
                        one.customerLine(), one.customer(), one.address(), one.item(), one.wanted().amount(),
                        one.dispatched().amount(), one.open().amount(), one.returned().amount(),
                        one.wanted().unit().code(), one.expected().map(Object::toString).orElse(""));
                }
            }
            return DONE;
        }

    }

}
