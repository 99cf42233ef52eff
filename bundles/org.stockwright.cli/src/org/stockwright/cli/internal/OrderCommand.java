package org.stockwright.cli.internal;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of the commands of orders. */
@Command(name = "order", synopsisSubcommandLabel = "COMMAND", description = "Orders from suppliers, of customers and of our own.", footer = {
    "",
    "Example:", "  stockwright order purchase --key K-1 --supplier ACME --line BOLT=20 --db ./acme" })
final class OrderCommand extends CommandGroup {

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
