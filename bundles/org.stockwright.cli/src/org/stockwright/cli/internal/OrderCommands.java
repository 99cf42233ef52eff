package org.stockwright.cli.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.stockwright.base.Outcome;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentQuery;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.PurchaseOrders.Confirmation;
import org.stockwright.purchasing.PurchaseOrders.Revision;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What people do with orders that were placed. */
final class OrderCommands {

    private OrderCommands() {
        // only commands
    }

    /** A command on the document with a number. */
    abstract static class OnDocument extends BookCommand {

        @Parameters(index = "0", paramLabel = "NUMBER", description = "the document's number")
        String number;

        OnDocument(Invocation invocation) {
            super(invocation);
        }

        @Override
        final int run(Session session) throws IOException {
            Papers papers = new Papers(this, session);
            return run(session, papers, papers.find(number));
        }

        /** Does it to the document. */
        abstract int run(Session session, Papers papers, Document document) throws IOException;

        /** Prints what a step made of the document. */
        static int print(Papers papers, Outcome<Document> outcome) throws IOException {
            return papers.print(List.of(RefusedException.orRefuse(outcome)));
        }

        static PurchaseOrders orders(Session session) {
            return session.service(PurchaseOrders.class);
        }

    }

    /** Lists documents. */
    @Command(name = "list", description = "Lists orders and other documents, the newest first.", footer = { "",
        "Example:", "  stockwright order list --kind purchase-order --open --partner ACME --db ./acme" })
    static final class Listing extends BookCommand {

        @Option(names = "--kind", paramLabel = "KIND", description = "only of this kind, such as purchase-order, blanket-order, requisition; may be repeated")
        List<String> kinds = new ArrayList<>();

        @Option(names = "--state", paramLabel = "STATE", description = "only in this state, such as approved; may be repeated")
        List<String> states = new ArrayList<>();

        @Option(names = "--open", description = "only those with work left to be done")
        boolean open;

        @Option(names = "--partner", paramLabel = "P", description = "only of this partner")
        String partner;

        @Option(names = "--item", paramLabel = "I", description = "only with this item")
        String item;

        @Option(names = "--text", paramLabel = "T", description = "only with this text in number, reference or partner")
        String text = "";

        @Option(names = "--limit", paramLabel = "N", description = "at most so many; default: ${DEFAULT-VALUE}")
        int limit = 1_000;

        Listing(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            Papers papers = new Papers(this, session);
            Set<String> wanted = states.stream().map(state -> state.toUpperCase(Locale.ROOT).replace('-', '_'))
                .collect(Collectors.toSet());
            return papers.list(new DocumentQuery(Set.copyOf(kinds), wanted, open, papers.supplier(partner),
                session.item(item), text), limit);
        }

    }

    /** Shows a document. */
    @Command(name = "show", description = "Shows a document's lines with what became of them and by which documents.", footer = {
        "", "Example:", "  stockwright order show PO-000001 --chain --db ./acme" })
    static final class Show extends OnDocument {

        @Option(names = "--chain", description = "shows instead each step from the first document to the last")
        boolean chain;

        @Option(names = "--trail", description = "shows instead who did what to it")
        boolean trail;

        @Spec
        CommandSpec spec;

        Show(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session, Papers papers, Document document) throws IOException {
            if (chain && trail) {
                throw new ParameterException(spec.commandLine(), "Give either --chain or --trail.");
            }
            if (trail) {
                return papers.trail(document);
            }
            return chain ? papers.chain(document) : papers.lines(document);
        }

    }

    /** Approves an order. */
    @Command(name = "approve", description = {
        "Approves an order. It is checked against what it was made of, against other orders, and against your limit." }, footer = {
            "", "Examples:", "  stockwright order approve PO-000001 --db ./acme",
            "  stockwright order approve PO-000002 --override \"for the other site\" --db ./acme" })
    static final class Approve extends OnDocument {

        @Option(names = "--override", paramLabel = "REASON", description = "lets findings through, for this reason")
        String override;

        Approve(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session, Papers papers, Document document) throws IOException {
            return print(papers, orders(session).approve(document.id(), Optional.ofNullable(override)));
        }

    }

    /** Says that the supplier has an order. */
    @Command(name = "send", description = "Says that the supplier has the order.", footer = { "", "Example:",
        "  stockwright order send PO-000001 --by e-mail --db ./acme" })
    static final class Send extends OnDocument {

        @Option(names = "--by", paramLabel = "WAY", description = "by which way, such as e-mail")
        String way = "";

        Send(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session, Papers papers, Document document) throws IOException {
            return print(papers, orders(session).send(document.id(), way));
        }

    }

    /** Stores what the supplier confirmed. */
    @Command(name = "confirm", description = "Stores what the supplier confirmed: all lines, or the one that is named.", footer = {
        "", "Example:",
        "  stockwright order confirm PO-000001 --line 1 --quantity 15 --promised 2026-02-12 --db ./acme" })
    static final class Confirm extends OnDocument {

        @Option(names = "--line", paramLabel = "N", description = "only this line, from 1")
        Integer line;

        @Option(names = "--quantity", paramLabel = "Q", description = "how much in the line's unit; default: all of it")
        String quantity;

        @Option(names = "--promised", paramLabel = "D", description = "for which day; default: when it is due")
        String promised;

        @Option(names = "--reference", paramLabel = "R", description = "the supplier's paper")
        String reference = "";

        @Spec
        CommandSpec spec;

        Confirm(Invocation invocation) {
            super(invocation);
        }

        @Override
        public Integer call() throws IOException {
            if (line == null && quantity != null) {
                throw new ParameterException(spec.commandLine(), "--quantity is that of one --line.");
            }
            return super.call();
        }

        @Override
        int run(Session session, Papers papers, Document document) throws IOException {
            List<Integer> numbers = line != null ? List.of(line)
                : promised == null ? List.of() : document.lines().stream().map(one -> one.line()).toList();
            return print(papers, orders(session).confirm(document.id(), reference,
                numbers.stream().map(one -> new Confirmation(one, Optional.ofNullable(quantity).map(Session::number),
                    Optional.ofNullable(promised).map(Moments::day))).toList()));
        }

    }

    /** Revises a line. */
    @Command(name = "revise", description = "Revises a line of an order; one that costs more has to be approved again.", footer = {
        "", "Example:",
        "  stockwright order revise PO-000001 --line 1 --quantity 25 --reason \"more are needed\" --db ./acme" })
    static final class Revise extends OnDocument {

        @Option(names = "--line", paramLabel = "N", required = true, description = "the line, from 1")
        int line;

        @Option(names = "--quantity", paramLabel = "Q", description = "the new quantity in the line's unit")
        String quantity;

        @Option(names = "--price", paramLabel = "P", description = "the new price per unit")
        String price;

        @Option(names = "--due", paramLabel = "D", description = "the new day on which it is wanted")
        String due;

        @Option(names = "--reason", paramLabel = "R", required = true, description = "why")
        String reason;

        @Option(names = "--revision", paramLabel = "N", description = "the revision that you looked at; default: the present one")
        Integer revision;

        Revise(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session, Papers papers, Document document) throws IOException {
            return print(papers, orders(session).revise(document.id(),
                revision == null ? document.revision() : revision,
                List.of(new Revision(line, Optional.ofNullable(quantity).map(Session::number),
                    Optional.ofNullable(price).map(Session::number), Optional.ofNullable(due).map(Moments::day))),
                reason));
        }

    }

    /** Closes an order short. */
    @Command(name = "close", description = "Closes an order of which nothing more is expected; the rest is cancelled.", footer = {
        "", "Example:", "  stockwright order close PO-000001 --reason \"he has no more\" --db ./acme" })
    static final class Close extends OnDocument {

        @Option(names = "--reason", paramLabel = "R", required = true, description = "why")
        String reason;

        Close(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session, Papers papers, Document document) throws IOException {
            return print(papers, orders(session).closeShort(document.id(), reason));
        }

    }

    /** Cancels an order. */
    @Command(name = "cancel", description = "Cancels an order of which nothing was received.", footer = { "",
        "Example:", "  stockwright order cancel PO-000001 --reason \"ordered twice\" --db ./acme" })
    static final class Cancel extends OnDocument {

        @Option(names = "--reason", paramLabel = "R", required = true, description = "why")
        String reason;

        Cancel(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session, Papers papers, Document document) throws IOException {
            return print(papers, orders(session).cancel(document.id(), reason));
        }

    }

}
