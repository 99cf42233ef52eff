package org.stockwright.cli.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.stockwright.cli.internal.OrderCommands.OnDocument;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentQuery;
import org.stockwright.purchasing.Requisitions;
import org.stockwright.purchasing.Requisitions.Draft;
import org.stockwright.purchasing.Requisitions.Line;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What departments want, and what becomes of it. */
@Command(name = "requisition", synopsisSubcommandLabel = "COMMAND", description = "What departments want: submitted, approved, ordered.", footer = {
    "", "Example:", "  stockwright requisition new --key R-1 --department Office --line PAPER=10 --db ./acme" })
final class RequisitionCommands extends CommandGroup {

    /** The group with its commands. */
    static CommandLine with(Invocation invocation) {
        CommandLine group = new CommandLine(new RequisitionCommands());
        group.addSubcommand(new New(invocation));
        group.addSubcommand(new Approve(invocation));
        group.addSubcommand(new Reject(invocation));
        group.addSubcommand(new Order(invocation));
        group.addSubcommand(new Cancel(invocation));
        group.addSubcommand(new Listing(invocation));
        return group;
    }

    /** Submits a requisition. */
    @Command(name = "new", description = "Submits a requisition; it waits for somebody who may approve it.", footer = {
        "", "Example:",
        "  stockwright requisition new --key R-1 --department Office --cost-centre 4711 --line PAPER=10 --db ./acme" })
    static final class New extends BookCommand {

        @Option(names = "--key", paramLabel = "K", required = true, description = "made by you, unique: sending the same again is harmless")
        String key;

        @Option(names = "--department", paramLabel = "D", required = true, description = "who wants it")
        String department;

        @Option(names = "--cost-centre", paramLabel = "C", description = "who bears it")
        String costCentre = "";

        @Mixin
        LineOptions lines = new LineOptions();

        @Option(names = "--due", paramLabel = "D", description = "when it is wanted")
        String due;

        @Option(names = "--place", paramLabel = "L", description = "our location where it is wanted")
        String place;

        @Option(names = "--reference", paramLabel = "R", description = "a paper or project that it is for")
        String reference = "";

        New(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            Draft draft = new Draft(key, department, costCentre, Optional.ofNullable(due).map(Moments::day),
                session.location(place), reference,
                lines.read(session).stream().map(line -> new Line(line.item(), line.quantity(), line.unit(),
                    line.price(), line.due(), line.note())).toList());
            return new Papers(this, session)
                .print(List.of(RefusedException.orRefuse(session.service(Requisitions.class).submit(draft))));
        }

    }

    /** Approves a requisition. */
    @Command(name = "approve", description = "Approves a requisition within your limit.", footer = { "", "Example:",
        "  stockwright requisition approve PR-000001 --user anna --db ./acme" })
    static final class Approve extends OnDocument {

        Approve(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session, Papers papers, Document document) throws IOException {
            return print(papers, session.service(Requisitions.class).approve(document.id()));
        }

    }

    /** Rejects a requisition. */
    @Command(name = "reject", description = "Rejects a requisition for good.", footer = { "", "Example:",
        "  stockwright requisition reject PR-000001 --reason \"too expensive\" --user anna --db ./acme" })
    static final class Reject extends OnDocument {

        @Option(names = "--reason", paramLabel = "R", required = true, description = "why, for the requester")
        String reason;

        Reject(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session, Papers papers, Document document) throws IOException {
            return print(papers, session.service(Requisitions.class).reject(document.id(), reason));
        }

    }

    /** Orders what is open of a requisition. */
    @Command(name = "order", description = {
        "Orders what is open of an approved requisition: one order for each supplier, each line from the supplier of the",
        "best rank, or all from the one that is named." }, footer = { "", "Example:",
            "  stockwright requisition order PR-000001 --key K-7 --db ./acme" })
    static final class Order extends OnDocument {

        @Option(names = "--key", paramLabel = "K", required = true, description = "made by you, unique: sending the same again is harmless")
        String key;

        @Option(names = "--supplier", paramLabel = "S", description = "from whom; default: the best rank of each line")
        String supplier;

        @Option(names = "--line", paramLabel = "N", description = "only this line, from 1; may be repeated")
        List<Integer> lines = new ArrayList<>();

        @Option(names = "--any-quantity", description = "the suppliers agreed: their minimum and multiple do not bind")
        boolean anyQuantity;

        Order(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session, Papers papers, Document document) throws IOException {
            return papers.print(RefusedException.orRefuse(session.service(Requisitions.class).order(key,
                document.id(), papers.supplier(supplier), lines, anyQuantity)));
        }

    }

    /** Cancels what is open of a requisition. */
    @Command(name = "cancel", description = "Cancels what is open of a requisition.", footer = { "", "Example:",
        "  stockwright requisition cancel PR-000001 --reason \"found some\" --db ./acme" })
    static final class Cancel extends OnDocument {

        @Option(names = "--reason", paramLabel = "R", required = true, description = "why")
        String reason;

        Cancel(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session, Papers papers, Document document) throws IOException {
            return print(papers, session.service(Requisitions.class).cancel(document.id(), reason));
        }

    }

    /** Lists requisitions. */
    @Command(name = "list", description = "Lists requisitions, the newest first.", footer = { "", "Example:",
        "  stockwright requisition list --open --db ./acme" })
    static final class Listing extends BookCommand {

        private static final int MOST = 1_000;

        @Option(names = "--open", description = "only those with work left to be done")
        boolean open;

        Listing(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            DocumentQuery all = DocumentQuery.of(Requisitions.KIND);
            return new Papers(this, session).list(open ? all.open() : all, MOST);
        }

    }

}
