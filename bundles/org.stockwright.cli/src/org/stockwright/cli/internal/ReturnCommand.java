package org.stockwright.cli.internal;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Goods that go back, or come back. */
@Command(name = "return", description = "Sends goods back, or takes them back.", footer = { "", "Example:",
    "  stockwright return supplier --help", "  stockwright return customer --help" })
final class ReturnCommand implements Runnable {

    @Spec
    CommandSpec spec;

    /** The command with its own commands. */
    static CommandLine with(Invocation invocation) {
        CommandLine group = new CommandLine(new ReturnCommand());
        group.addSubcommand(new ReturnSupplierCommand(invocation));
        group.addSubcommand(new ReturnCustomerCommand(invocation));
        return group;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say who gets or sends the goods: return supplier or customer.");
    }

}
