package org.stockwright.cli.internal;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.PurchaseOrders.Draft;
import org.stockwright.purchasing.PurchaseOrders.Line;
import org.stockwright.purchasing.PurchaseOrders.Part;
import org.stockwright.purchasing.PurchasingRefusal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Places an order or blanket order, or calls one off. */
@Command(name = "purchase", description = {
    "Places an order with a supplier. Unit, price and due day come from the supplier's terms where they are left out.",
    "With --blanket the order is a frame; with --of it is called off such a frame, at its prices." }, footer = { "",
        "Examples:",
        "  stockwright order purchase --key K-1 --supplier ACME --line BOLT=20 --due 2026-02-10 --db ./acme",
        "  stockwright order purchase --key K-2 --of BO-000001 --line BOLT=50 --db ./acme" })
final class PurchaseCommand extends BookCommand {

    @Option(names = "--key", paramLabel = "K", required = true, description = "made by you, unique: sending the same again is harmless")
    String key;

    @Option(names = "--supplier", paramLabel = "S", description = "the supplier's code")
    String supplier;

    @Mixin
    LineOptions lines = new LineOptions();

    @Option(names = "--date", paramLabel = "T", description = "of which day it is; default: now")
    String date;

    @Option(names = "--due", paramLabel = "D", description = "when it is wanted; of a blanket order the last day; default: the supplier's lead time")
    String due;

    @Option(names = "--ship-to", paramLabel = "L", description = "our location that it is delivered to")
    String shipTo;

    @Option(names = "--reference", paramLabel = "R", description = "the supplier's paper, such as an offer")
    String reference = "";

    @Option(names = "--currency", paramLabel = "C", description = "of the prices; default: the supplier's")
    String currency;

    @Option(names = "--department", paramLabel = "D", description = "who wants it")
    String department = "";

    @Option(names = "--cost-centre", paramLabel = "C", description = "who bears it")
    String costCentre = "";

    @Option(names = "--any-quantity", description = "the supplier agreed: his minimum and multiple do not bind")
    boolean anyQuantity;

    @Option(names = "--blanket", description = "a blanket order, of which orders are called off")
    boolean blanket;

    @Option(names = "--of", paramLabel = "NUMBER", description = "the blanket order that it is called off")
    String frame;

    @Option(names = "--dry-run", description = "checks everything, stores nothing")
    boolean dryRun;

    @Spec
    CommandSpec spec;

    PurchaseCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    public Integer call() throws IOException {
        if ((supplier == null) == (frame == null)) {
            throw new ParameterException(spec.commandLine(), "Give either --supplier or --of.");
        }
        if (dryRun && (blanket || frame != null)) {
            throw new ParameterException(spec.commandLine(), "--dry-run is for ordinary orders.");
        }
        return super.call();
    }

    @Override
    int run(Session session) throws IOException {
        Papers papers = new Papers(this, session);
        PurchaseOrders orders = session.service(PurchaseOrders.class);
        Optional<Instant> ordered = session.moments().startOf(date);
        if (frame != null) {
            Document of = papers.find(frame);
            return papers.print(List.of(RefusedException.orRefuse(orders.callOff(key, of.id(), ordered,
                parts(session, of)))));
        }
        Draft draft = new Draft(key, papers.supplier(supplier).orElseThrow(), ordered,
            Optional.ofNullable(due).map(Moments::day), session.location(shipTo), "", reference, currency(),
            department, costCentre, anyQuantity,
            lines.read(session).stream().map(line -> new Line(line.item(), line.quantity(), line.unit(), line.price(),
                line.due(), line.note(), Optional.empty())).toList());
        Outcome<Document> placed = blanket ? orders.placeBlanket(draft)
            : dryRun ? orders.preview(draft) : orders.place(draft);
        return papers.print(List.of(RefusedException.orRefuse(placed)));
    }

    private Optional<Currency> currency() {
        if (currency == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Currency.getInstance(currency.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            // the exception says no more than that
            throw new RefusedException(Refusal.of(CliRefusal.UNKNOWN_CURRENCY, currency)
                .hint("Use the three letters of ISO 4217, such as EUR."));
        }
    }

    /** The lines of the blanket order that the items stand for. */
    private List<Part> parts(Session session, Document of) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (LineOptions.Typed typed : lines.read(session)) {
            DocumentLine line = of.lines().stream().filter(one -> one.itemId().equals(typed.item())).findFirst()
                .orElseThrow(() -> new RefusedException(Refusal
                    .of(PurchasingRefusal.NOTHING_OPEN, of.number() + " for this item")
                    .hint("Call off what is on it: 'order show " + of.number() + "'.")));
            parts.add(new Part(line.line(), typed.quantity(),
                typed.due().or(() -> Optional.ofNullable(due).map(Moments::day))));
        }
        return parts;
    }

}
