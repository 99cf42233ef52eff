package org.stockwright.cli.internal;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Goods that go back, or come back. */
@Command(name = "return", description = "Sends goods back.", footer = { "", "Example:",
    "  stockwright return supplier --help" })
final class ReturnCommand implements Runnable {

    @Option(names = { "-h", "--help" }, usageHelp = true, description = "shows this help")
    boolean help;

    @Spec
    CommandSpec spec;

    /** The command with its own commands. */
    static CommandLine with(Invocation invocation) {
        CommandLine group = new CommandLine(new ReturnCommand());
        group.addSubcommand(new ReturnSupplierCommand(invocation));
        return group;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "supplier is missing.");
    }

}
