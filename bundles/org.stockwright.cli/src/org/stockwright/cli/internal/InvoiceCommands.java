package org.stockwright.cli.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.cli.internal.OrderCommands.OnDocument;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.Step;
import org.stockwright.exchange.RowWriter;
import org.stockwright.purchasing.PurchasingRefusal;
import org.stockwright.purchasing.SupplierFigures;
import org.stockwright.purchasing.SupplierFigures.Figures;
import org.stockwright.purchasing.SupplierInvoices;
import org.stockwright.purchasing.SupplierInvoices.Draft;
import org.stockwright.purchasing.SupplierInvoices.Line;
import org.stockwright.purchasing.SupplierInvoices.Match;
import org.stockwright.purchasing.SupplierInvoices.NotInvoiced;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Suppliers' invoices and what they are compared with. */
@Command(name = "invoice", synopsisSubcommandLabel = "COMMAND", description = "Suppliers' invoices, matched with orders and receipts.", footer = {
    "", "Example:", "  stockwright invoice enter --key I-1 --order PO-000001 --invoice R-4711 --db ./acme" })
final class InvoiceCommands extends CommandGroup {

    private static final List<String> COLUMNS = List.of("number", "invoice", "state", "partner", "currency", "total",
        "difference", "costed", "findings");

    /** The group with its commands. */
    static CommandLine with(Invocation invocation) {
        CommandLine group = new CommandLine(new InvoiceCommands());
        group.addSubcommand(new Enter(invocation));
        group.addSubcommand(new Rematch(invocation));
        group.addSubcommand(new Release(invocation));
        group.addSubcommand(new Reverse(invocation));
        return group;
    }

    private static int print(BookCommand command, Session session, Outcome<Document> outcome) throws IOException {
        Document invoice = RefusedException.orRefuse(outcome);
        Optional<Match> match = session.service(SupplierInvoices.class).match(invoice.id());
        session.progress().clear();
        try (RowWriter rows = command.invocation().data(command.options, "invoice", COLUMNS)) {
            rows.write(invoice.number(), invoice.reference(), invoice.state().toLowerCase(Locale.ROOT),
                invoice.partnerCode(), invoice.currency(), invoice.total().stripTrailingZeros().toPlainString(),
                match.map(one -> one.difference().toPlainString()).orElse(null),
                match.map(Match::costed).orElse(null), match.map(one -> String.join(" ", one.findings().stream()
                    .map(finding -> "Line " + finding.line() + ": " + finding.detail()).toList())).orElse(""));
        }
        return BookCommand.DONE;
    }

    /** Enters an invoice. */
    @Command(name = "enter", description = {
        "Enters a supplier's invoice for an order and matches it. Without lines it is for all that was received and not",
        "invoiced, at the order's prices." }, footer = { "", "Example:",
            "  stockwright invoice enter --key I-1 --order PO-000001 --invoice R-4711 --line BOLT=20@2.55 --db ./acme" })
    static final class Enter extends BookCommand {

        @Option(names = "--key", paramLabel = "K", required = true, description = "made by you, unique: sending the same again is harmless")
        String key;

        @Option(names = "--order", paramLabel = "NUMBER", required = true, description = "the purchase order")
        String order;

        @Option(names = "--invoice", paramLabel = "N", required = true, description = "the supplier's number of the invoice")
        String invoice;

        @Mixin
        LineOptions lines = new LineOptions();

        @Option(names = "--date", paramLabel = "T", description = "of which day it is; default: now")
        String date;

        @Option(names = "--due", paramLabel = "D", description = "when it is to be paid")
        String due;

        @Option(names = "--dry-run", description = "checks and matches, stores nothing")
        boolean dryRun;

        Enter(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            Document of = new Papers(this, session).find(order);
            boolean typed = !lines.lines.isEmpty() || lines.file != null;
            List<Line> wanted = typed ? typed(session, of) : received(of);
            Draft draft = new Draft(key, of.partner(), invoice, session.moments().startOf(date),
                Optional.ofNullable(due).map(Moments::day), Optional.of(of.currency()), wanted);
            SupplierInvoices invoices = session.service(SupplierInvoices.class);
            return print(this, session, dryRun ? invoices.preview(draft) : invoices.enter(draft));
        }

        private List<Line> typed(Session session, Document of) throws IOException {
            List<Line> wanted = new ArrayList<>();
            Set<Integer> used = new HashSet<>();
            for (LineOptions.Typed one : lines.read(session)) {
                DocumentLine line = of.lines().stream()
                    .filter(candidate -> candidate.itemId().equals(one.item()) && !used.contains(candidate.line()))
                    .findFirst().orElseThrow(() -> new RefusedException(Refusal
                        .of(PurchasingRefusal.NOTHING_OPEN, of.number() + " for one of the items")
                        .hint("Invoice what is on it: 'order show " + of.number() + "'.")));
                used.add(line.line());
                wanted.add(new Line(line.id(), one.quantity(), one.price()));
            }
            return wanted;
        }

        private static List<Line> received(Document of) {
            List<Line> wanted = new ArrayList<>();
            for (DocumentLine line : of.lines()) {
                BigDecimal open = line.done(Step.RECEIVED)
                    .subtract(line.done(Step.REJECTED).max(line.done(Step.RETURNED)))
                    .subtract(line.done(Step.INVOICED));
                if (open.signum() > 0) {
                    wanted.add(new Line(line.id(), open.multiply(line.entered()).divide(line.quantity().amount(), 9,
                        RoundingMode.HALF_UP), Optional.empty()));
                }
            }
            return wanted;
        }

    }

    /** Matches a blocked invoice anew. */
    @Command(name = "match", description = "Matches a blocked invoice anew, for example after the goods have come.", footer = {
        "", "Example:", "  stockwright invoice match SI-000001 --db ./acme" })
    static final class Rematch extends OnDocument {

        Rematch(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session, Papers papers, Document document) throws IOException {
            return InvoiceCommands.print(this, session,
                session.service(SupplierInvoices.class).rematch(document.id()));
        }

    }

    /** Releases a blocked invoice. */
    @Command(name = "release", description = "Lets a blocked invoice be paid.", footer = { "", "Example:",
        "  stockwright invoice release SI-000001 --reason \"agreed by phone\" --db ./acme" })
    static final class Release extends OnDocument {

        @Option(names = "--reason", paramLabel = "R", required = true, description = "why, for the auditors")
        String reason;

        Release(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session, Papers papers, Document document) throws IOException {
            return InvoiceCommands.print(this, session,
                session.service(SupplierInvoices.class).release(document.id(), reason));
        }

    }

    /** Takes an invoice back. */
    @Command(name = "reverse", description = "Takes an invoice back by another document with its own date.", footer = {
        "", "Example:",
        "  stockwright invoice reverse SI-000001 --key I-2 --reason \"wrong company\" --db ./acme" })
    static final class Reverse extends OnDocument {

        @Option(names = "--key", paramLabel = "K", required = true, description = "made by you, unique: sending the same again is harmless")
        String key;

        @Option(names = "--date", paramLabel = "T", description = "when; default: now")
        String date;

        @Option(names = "--reason", paramLabel = "R", required = true, description = "why")
        String reason;

        Reverse(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session, Papers papers, Document document) throws IOException {
            return InvoiceCommands.print(this, session, session.service(SupplierInvoices.class).reverse(document.id(),
                key, session.moments().startOf(date), reason));
        }

    }

    /** Lists what was received and not invoiced. */
    @Command(name = "received-not-invoiced", description = "Lists order lines of which more was received than invoiced: what is owed without a paper.", footer = {
        "", "Example:", "  stockwright received-not-invoiced --supplier ACME --db ./acme" })
    static final class ReceivedNotInvoiced extends BookCommand {

        private static final List<String> COLUMNS = List.of("order", "line", "supplier", "item", "received",
            "invoiced", "open", "unit", "currency", "amount");

        @Option(names = "--supplier", paramLabel = "S", description = "only of this supplier")
        String supplier;

        ReceivedNotInvoiced(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            List<NotInvoiced> found = session.service(SupplierInvoices.class)
                .receivedNotInvoiced(new Papers(this, session).supplier(supplier));
            session.progress().clear();
            try (RowWriter rows = invocation().data(options, "received-not-invoiced", COLUMNS)) {
                for (NotInvoiced one : found) {
                    rows.write(one.number(), one.line(), one.supplier(), one.item(), one.received().amountText(),
                        one.invoiced().amountText(), one.open().amountText(), one.open().unit(), one.currency(),
                        session.amount(one.amount()));
                }
            }
            return DONE;
        }

    }

    /** Shows how well suppliers deliver. */
    @Command(name = "supplier-figures", description = {
        "Shows how well suppliers deliver, of the lines that were due in a period: on time and in full, lead time, rejects,",
        "and what invoices are dearer than orders." }, footer = { "", "Example:",
            "  stockwright supplier-figures --from 2026-01-01 --to 2026-03-31 --db ./acme" })
    static final class SuppliersFigures extends BookCommand {

        private static final List<String> COLUMNS = List.of("supplier", "name", "lines", "on_time_in_full",
            "otif_percent", "receipts", "lead_time_days", "lead_time_deviation", "received", "rejected",
            "reject_percent", "price_variance_percent");

        @Option(names = "--from", paramLabel = "D", description = "first day; default: the beginning")
        String from;

        @Option(names = "--to", paramLabel = "D", description = "last day; default: today")
        String to;

        @Option(names = "--supplier", paramLabel = "S", description = "only this supplier")
        String supplier;

        SuppliersFigures(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            List<Figures> found = session.service(SupplierFigures.class).figures(
                Optional.ofNullable(from).map(Moments::day), Optional.ofNullable(to).map(Moments::day),
                new Papers(this, session).supplier(supplier));
            session.progress().clear();
            try (RowWriter rows = invocation().data(options, "supplier-figures", COLUMNS)) {
                for (Figures one : found) {
                    rows.write(one.code(), one.name(), one.lines(), one.onTimeInFull(), one.otif().orElse(null),
                        one.receipts(), one.leadTimeMean().orElse(null), one.leadTimeDeviation().orElse(null),
                        one.received(), one.rejected(), one.rejectRate().orElse(null),
                        one.priceVariance().orElse(null));
                }
            }
            return DONE;
        }

    }

}
