package org.stockwright.cli.internal;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program without a command: help and version. */
@Command(name = "stockwright", description = "Inventory in an exact, append-only ledger.", footer = { "",
    "Each command has --help with an example.",
    "Exit codes: 0 done, 1 refused, 2 wrong usage, 3 database or file failed." })
final class Stockwright implements Runnable {

    @Option(names = { "-h", "--help" }, usageHelp = true, description = "shows this help")
    boolean help;

    @Option(names = { "-V", "--version" }, description = "shows the version")
    boolean version;

    @Spec
    CommandSpec spec;

    private final Services services;

    Stockwright(Services services) {
        this.services = services;
    }

    @Override
    public void run() {
        CommandLine line = spec.commandLine();
        if (!version) {
            throw new ParameterException(line, "A command is missing: "
                + String.join(", ", line.getSubcommands().keySet()) + ".");
        }
        line.getOut().println("stockwright " + services.version());
    }

}
