package org.stockwright.cli.internal;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.base.Sha256;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.Step;
import org.stockwright.exchange.RowWriter;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.OrderRequest;
import org.stockwright.fulfilment.Orders;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Places orders by which goods go out. */
final class OutgoingOrderCommands {

    /** What is shown of each line of an order. */
    private static final List<String> COLUMNS = List.of("order", "state", "line", "item", "quantity", "unit", "price",
        "currency", "due", "promised", "open", "allocated");

    private OutgoingOrderCommands() {
        // only commands
    }

    private static void print(BookCommand command, Session session, Document order) throws IOException {
        session.progress().clear();
        try (RowWriter rows = command.invocation().result(command.options, "order", COLUMNS)) {
            for (DocumentLine line : order.lines()) {
                rows.write(order.number(), order.state().toLowerCase(Locale.ROOT), line.line(), line.item(),
                    line.entered(), line.enteredUnit(), line.price().orElse(null),
                    line.price().isPresent() ? order.currency().getCurrencyCode() : null,
                    line.due().or(order::due).orElse(null), line.promised().orElse(null), line.open(Step.SHIPPED),
                    line.done(Step.ALLOCATED));
            }
        }
    }

    /** What all orders have. */
    static final class OrderOptions {

        @Mixin
        LineOptions lines = new LineOptions();

        @Option(names = "--key", paramLabel = "K", description = "made by you, unique: sending the same again is harmless; default: what is ordered, for whom and the reference, of this day")
        String key;

        @Option(names = "--date", paramLabel = "T", description = "when it was ordered; a date means its start; default: now")
        String date;

        @Option(names = "--due", paramLabel = "D", description = "the day for which it is wanted")
        String due;

        @Option(names = "--priority", paramLabel = "N", description = "0 to 999: the higher, the sooner; default: 0")
        int priority;

        @Option(names = "--dry-run", description = "checks everything and shows the order as it would be; stores nothing")
        boolean dryRun;

        /** The lines as they were typed or stand in the file. */
        List<OrderRequest.Line> lines(Session session) throws IOException {
            Items items = session.service(Items.class);
            List<OrderRequest.Line> result = new ArrayList<>();
            for (LineOptions.Typed typed : lines.read(session)) {
                Item item = items.get(typed.item()).orElseThrow();
                result.add(
                    OrderRequest.Line.of(item.id(), typed.in(session, item)).priced(typed.price()).wanted(typed.due())
                        .noted(typed.note()));
            }
            return result;
        }

        /** The key that was given, or one that is the same for the same order on the same day. */
        String key(Session session, String kind, String who, String paper, List<OrderRequest.Line> wanted) {
            if (key != null) {
                return key;
            }
            String day = date == null
                ? LocalDate.ofInstant(session.now(), session.company().profile().zone()).toString() : date;
            return kind + ':'
                + Sha256.of(String.join("\n", List.of(who, paper, day, String.valueOf(due), wanted.toString())));
        }

    }

    /** Places an order, or shows what would be placed. */
    private static int place(BookCommand command, Session session, OrderOptions order, OrderRequest request)
        throws IOException {
        OrderRequest dated = session.moments().startOf(order.date).map(request::ordered).orElse(request)
            .wanted(Optional.ofNullable(order.due).map(Moments::day), order.priority);
        Orders orders = session.service(Orders.class);
        Outcome<Document> placed = order.dryRun ? orders.rehearse(dated) : orders.place(dated);
        print(command, session, RefusedException.orRefuse(placed));
        return BookCommand.DONE;
    }

    /** Places an order of a customer. */
    @Command(name = "customer", description = {
        "Places an order of a customer and shows for which days its lines are promised. Virtual kits are taken apart." }, footer = {
            "", "Example:",
            "  stockwright order customer --customer ACME --line BOLT=10 --line NUT=2:BOX@4.50 --reference PO-77",
            "    --due 2026-02-01 --db ./acme" })
    static final class CustomerOrder extends BookCommand {

        @Mixin
        OrderOptions order = new OrderOptions();

        @Option(names = "--customer", paramLabel = "C", required = true, description = "the code of the customer")
        String customer;

        @Option(names = "--address", paramLabel = "A", description = "the code of the customer's address; default: the main one")
        String address = "";

        @Option(names = "--reference", paramLabel = "R", description = "the customer's paper; an order of the same customer with the same one is refused")
        String reference = "";

        @Option(names = "--from", paramLabel = "L", description = "our place that it comes from; default: by the policies")
        String from;

        @Option(names = "--accept-duplicate", description = "places it although the customer has an order with the same reference")
        boolean duplicate;

        CustomerOrder(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            List<OrderRequest.Line> lines = order.lines(session);
            OrderRequest request = OrderRequest
                .customer(order.key(session, "order-customer", customer, reference, lines),
                    partner(session, customer), lines)
                .shippedTo(address).about(reference).from(session.location(from));
            return place(this, session, order, duplicate ? request.acceptingDuplicate() : request);
        }

    }

    private static PartnerId partner(Session session, String code) {
        return session.service(Partners.class).byCode(code).map(Partner::id).orElseThrow(
            () -> new RefusedException(Refusal.of(FulfilmentRefusal.UNKNOWN_CUSTOMER, code)
                .hint("Its code is one that 'import partners' stored; case matters.")));
    }

    /** Places an order of a department. */
    @Command(name = "internal", description = "Places an order of a department of ours, or of production.", footer = {
        "", "Example:",
        "  stockwright order internal --department Repair --cost-centre 4711 --line BOLT=10 --db ./acme" })
    static final class InternalOrder extends BookCommand {

        @Mixin
        OrderOptions order = new OrderOptions();

        @Option(names = "--department", paramLabel = "D", required = true, description = "who wants it")
        String department;

        @Option(names = "--cost-centre", paramLabel = "C", description = "who bears it")
        String costCentre = "";

        @Option(names = "--from", paramLabel = "L", description = "our place that it comes from; default: by the policies")
        String from;

        @Option(names = "--production", paramLabel = "L", description = "the place of production that it goes to; default: it goes to the department")
        String production;

        InternalOrder(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            Optional<LocationId> target = session.location(production);
            List<OrderRequest.Line> lines = order.lines(session);
            return place(this, session, order,
                OrderRequest.internal(order.key(session, "order-internal", department, costCentre, lines), department,
                    costCentre, lines).from(session.location(from)).to(target));
        }

    }

    /** Places an order for a transfer. */
    @Command(name = "transfer", description = "Places an order to bring goods from one place of ours to another, by way of transit.", footer = {
        "", "Example:",
        "  stockwright order transfer --from MAIN --to EAST --line BOLT=10 --arrival 2026-02-03 --db ./acme" })
    static final class TransferOrder extends BookCommand {

        @Mixin
        OrderOptions order = new OrderOptions();

        @Option(names = "--from", paramLabel = "L", required = true, description = "the place that goods come from")
        String from;

        @Option(names = "--to", paramLabel = "L", required = true, description = "the place that goods go to")
        String to;

        @Option(names = "--carrier", paramLabel = "C", description = "the code of the carrier; default: we ourselves")
        String carrier;

        @Option(names = "--arrival", paramLabel = "D", description = "the day on which the goods are expected to arrive")
        String arrival;

        TransferOrder(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            PartnerId who = carrier == null ? PartnerId.SELF : partner(session, carrier);
            List<OrderRequest.Line> lines = order.lines(session);
            return place(this, session, order,
                OrderRequest.transfer(order.key(session, "order-transfer", from, to, lines),
                    session.location(from).orElseThrow(), session.location(to).orElseThrow(), lines)
                    .carried(who, Optional.ofNullable(arrival).map(Moments::day)));
        }

    }

}
