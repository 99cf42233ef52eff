package org.stockwright.cli.internal;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Goods that go back, or come back. */
@Command(name = "return", description = "Sends goods back, or takes them back.", footer = { "", "Example:",
    "  stockwright return supplier --help", "  stockwright return customer --help" })
final class ReturnCommand extends CommandGroup {

    /** The command with its own commands. */
    static CommandLine with(Invocation invocation) {
        CommandLine group = new CommandLine(new ReturnCommand());
        group.addSubcommand(new ReturnSupplierCommand(invocation));
        group.addSubcommand(new ReturnCustomerCommand(invocation));
        return group;
    }

}
