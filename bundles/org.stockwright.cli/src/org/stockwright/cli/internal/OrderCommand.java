package org.stockwright.cli.internal;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The group of the commands of orders. */
@Command(name = "order", synopsisSubcommandLabel = "COMMAND", description = "Orders from suppliers, of customers and of our own.", footer = {
    "",
    "Example:", "  stockwright order purchase --key K-1 --supplier ACME --line BOLT=20 --db ./acme" })
final class OrderCommand implements Runnable {

    @Option(names = { "-h", "--help" }, usageHelp = true, description = "shows this help")
    boolean help;

    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
            "purchase, list, show, approve, send, confirm, revise, close or cancel is missing.");
    }

    /** The group with its commands. */
    static CommandLine with(Invocation invocation) {
        CommandLine group = new CommandLine(new OrderCommand());
        group.addSubcommand(new PurchaseCommand(invocation));
        group.addSubcommand(new OutgoingOrderCommands.CustomerOrder(invocation));
        group.addSubcommand(new OutgoingOrderCommands.InternalOrder(invocation));
        group.addSubcommand(new OutgoingOrderCommands.TransferOrder(invocation));
        group.addSubcommand(new OrderCommands.Listing(invocation));
        group.addSubcommand(new OrderCommands.Show(invocation));
        group.addSubcommand(new OrderCommands.Approve(invocation));
        group.addSubcommand(new OrderCommands.Send(invocation));
        group.addSubcommand(new OrderCommands.Confirm(invocation));
        group.addSubcommand(new OrderCommands.Revise(invocation));
        group.addSubcommand(new OrderCommands.Close(invocation));
        group.addSubcommand(new OrderCommands.Cancel(invocation));
        return group;
    }

}
