package org.stockwright.cli.internal;

import java.io.IOException;
import java.util.List;

import org.stockwright.exchange.RowWriter;
import org.stockwright.valuation.LateCosts;
import org.stockwright.valuation.LateCosts.WriteDown;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What people do with write-downs that one proposes and another approves. */
final class WriteDownCommands {

    private static final List<String> COLUMNS = List.of("key", "item", "amount", "effective", "value", "reason",
        "basis", "state", "proposed", "proposed_by", "decided", "decided_by", "decision_reason");

    private WriteDownCommands() {
        // only commands
    }

    private static void print(BookCommand command, Session session, List<WriteDown> found) throws IOException {
        session.progress().clear();
        try (RowWriter rows = command.invocation().data(command.options, "write-downs", COLUMNS)) {
            for (WriteDown one : found) {
                rows.write(one.key(), one.item(), session.amount(one.amount()), one.effective(),
                    session.amount(one.value()), one.reason(), one.basis(), one.state().word(), one.proposed(),
                    one.proposedBy(), one.decided().orElse(null), one.decidedBy(), one.decisionReason());
            }
        }
    }

    /** Proposes a write-down. */
    @Command(name = "propose", description = {
        "Proposes to lower the value of an item's stock, or, with a negative amount, to raise it again by no more than",
        "was taken. Nothing is booked until somebody else approves it." }, footer = { "", "Example:",
            "  stockwright write-down propose --key NRV-BOLT --item BOLT --amount 40 --reason \"list price fell\" --db ./acme" })
    static final class Propose extends BookCommand {

        @Option(names = "--key", paramLabel = "K", required = true, description = "made by you, unique: sending the same again, with its date, is harmless")
        String key;

        @Option(names = "--item", paramLabel = "I", required = true, description = "the item: its code, alias or barcode")
        String item;

        @Option(names = "--amount", paramLabel = "A", required = true, description = "how much less its stock is worth; negative to reverse")
        String amount;

        @Option(names = "--reason", paramLabel = "R", required = true, description = "why, for the auditors")
        String reason;

        @Option(names = "--basis", paramLabel = "B", description = "how the amount came about, for whoever approves it")
        String basis = "";

        @Option(names = "--effective", paramLabel = "T", description = "when it counts; a date means its start; default: now")
        String effective;

        Propose(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            print(this, session, List.of(RefusedException.orRefuse(session.service(LateCosts.class).propose(key,
                session.item(item).orElseThrow(), Session.number(amount),
                session.moments().startOf(effective).orElseGet(session::now), reason, basis))));
            return DONE;
        }

    }

    /** Lists write-downs. */
    @Command(name = "list", description = "Lists write-downs with who proposed them and what was decided.", footer = {
        "",
        "Example:", "  stockwright write-down list --open --db ./acme" })
    static final class Listing extends BookCommand {

        @Option(names = "--open", description = "only those that nobody decided about yet")
        boolean open;

        Listing(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            print(this, session, session.service(LateCosts.class).writeDowns().stream()
                .filter(one -> !open || one.state() == LateCosts.State.PROPOSED).toList());
            return DONE;
        }

    }

    /** Approves a write-down. */
    @Command(name = "approve", description = {
        "Approves a write-down that somebody else proposed, and posts it with its date. It is calculated anew: refused when",
        "the stock is worth less than the amount now." }, footer = { "", "Example:",
            "  stockwright write-down approve NRV-BOLT --user anna --db ./acme" })
    static final class Approve extends BookCommand {

        @Parameters(index = "0", paramLabel = "KEY", description = "the key of the proposal")
        String key;

        @Option(names = "--reason", paramLabel = "R", description = "a remark")
        String reason = "";

        Approve(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            print(this, session,
                List.of(RefusedException.orRefuse(session.service(LateCosts.class).approve(key, reason))));
            return DONE;
        }

    }

    /** Rejects a write-down. */
    @Command(name = "reject", description = "Rejects a write-down that somebody else proposed, for good.", footer = {
        "",
        "Example:",
        "  stockwright write-down reject NRV-BOLT --reason \"the price is wrong\" --user anna --db ./acme" })
    static final class Reject extends BookCommand {

        @Parameters(index = "0", paramLabel = "KEY", description = "the key of the proposal")
        String key;

        @Option(names = "--reason", paramLabel = "R", required = true, description = "why")
        String reason;

        Reject(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            print(this, session,
                List.of(RefusedException.orRefuse(session.service(LateCosts.class).reject(key, reason))));
            return DONE;
        }

    }

}
