package org.stockwright.cli.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import org.stockwright.base.ItemId;
import org.stockwright.exchange.RowWriter;
import org.stockwright.valuation.LateCosts;
import org.stockwright.valuation.LateCosts.Proposal;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes stock down, or proposes it. */
@Command(name = "write-down", description = {
    "Lowers the value of an item's stock, or, with a negative amount, raises it again by no more than was taken. In a",
    "book with users one proposes and another approves: see the commands below. With --proposals it lists the items that",
    "cost more than they will yield: list price less the cost of selling." }, footer = {
        "", "Examples:", "  stockwright write-down --proposals --selling-cost 0.05 --db ./acme",
        "  stockwright write-down --key NRV-2026-01-BOLT --item BOLT --amount 40 --reason \"list price fell\" --db ./acme" })
final class WriteDownCommand extends BookCommand {

    @Option(names = "--proposals", description = "lists proposals, stores nothing")
    boolean proposals;

    @Option(names = "--as-of", paramLabel = "T", description = "for proposals: as it was then; a date means the end of that day; default: now")
    String asOf;

    @Option(names = "--selling-cost", paramLabel = "S", description = "for proposals: the cost of selling as a share of the price, for example 0.05; default: 0")
    String sellingCost;

    @Option(names = "--reversals", description = "for proposals: earlier write-downs are reversed as far as prices rose (IFRS asks for it, US GAAP forbids it)")
    boolean reversals;

    @Option(names = "--key", paramLabel = "K", description = "made by you, unique: sending the same again, with its date, is harmless")
    String key;

    @Option(names = "--item", paramLabel = "I", description = "the item: its code, alias or barcode")
    String item;

    @Option(names = "--amount", paramLabel = "A", description = "how much less its stock is worth; negative to reverse")
    String amount;

    @Option(names = "--reason", paramLabel = "R", description = "why, for the auditors")
    String reason;

    @Option(names = "--effective", paramLabel = "T", description = "when it counts; a date means its start; default: now")
    String effective;

    @Spec
    CommandSpec spec;

    WriteDownCommand(Invocation invocation) {
        super(invocation);
    }

    /** The command with its own commands. */
    static CommandLine with(Invocation invocation) {
        CommandLine group = new CommandLine(new WriteDownCommand(invocation));
        group.addSubcommand(new WriteDownCommands.Propose(invocation));
        group.addSubcommand(new WriteDownCommands.Listing(invocation));
        group.addSubcommand(new WriteDownCommands.Approve(invocation));
        group.addSubcommand(new WriteDownCommands.Reject(invocation));
        return group;
    }

    @Override
    public Integer call() throws IOException {
        boolean entered = Stream.of(key, item, amount, reason, effective).anyMatch(value -> value != null);
        boolean complete = Stream.of(key, item, amount, reason).allMatch(value -> value != null);
        if (proposals ? entered : !complete) {
            throw new ParameterException(spec.commandLine(),
                "Either --proposals, or --key, --item, --amount and --reason.");
        }
        if (!proposals && (asOf != null || sellingCost != null || reversals)) {
            throw new ParameterException(spec.commandLine(),
                "--as-of, --selling-cost and --reversals belong to --proposals.");
        }
        return super.call();
    }

    @Override
    int run(Session session) throws IOException {
        if (proposals) {
            propose(session);
        } else {
            enter(session);
        }
        return DONE;
    }

    private void propose(Session session) throws IOException {
        List<Proposal> found = session.service(LateCosts.class).proposals(
            session.moments().endOf(asOf).orElseGet(session::now),
            sellingCost == null ? BigDecimal.ZERO : Session.number(sellingCost), reversals);
        session.progress().clear();
        try (RowWriter rows = invocation().data(options, "write-downs",
            List.of("item", "name", "value", "realisable", "write_down"))) {
            for (Proposal proposal : found) {
                rows.write(proposal.item(), proposal.name(), session.amount(proposal.value()),
                    session.amount(proposal.realisable()), session.amount(proposal.writeDown()));
            }
        }
    }

    private void enter(Session session) throws IOException {
        ItemId id = session.item(item).orElseThrow();
        BigDecimal written = RefusedException.orRefuse(session.service(LateCosts.class).writeDown(key, id,
            Session.number(amount), session.moments().startOf(effective).orElseGet(session::now), reason));
        session.progress().clear();
        try (RowWriter rows = invocation().result(options, "write-down", List.of("key", "item", "amount"))) {
            rows.write(key, item, session.amount(written));
        }
    }

}
