package org.stockwright.cli.internal;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A word that only means something together with the command behind it. */
abstract class CommandGroup implements Runnable {

    @Option(names = { "-h", "--help" }, usageHelp = true, description = "shows this help")
    boolean help;

    @Spec
    CommandSpec spec;

    @Override
    public final void run() {
        CommandLine line = spec.commandLine();
        throw new ParameterException(line, "A command is missing behind " + spec.name() + ": "
            + String.join(", ", line.getSubcommands().keySet()) + ".");
    }

}
