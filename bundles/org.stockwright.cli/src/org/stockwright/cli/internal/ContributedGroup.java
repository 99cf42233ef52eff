package org.stockwright.cli.internal;

import org.stockwright.cli.spi.CommandEntry.Noun;

import picocli.CommandLine;

/** A contributed word with commands behind it. */
final class ContributedGroup extends CommandGroup {

    /** The word, still without its commands. */
    static CommandLine of(Noun noun) {
        CommandLine line = new CommandLine(new ContributedGroup());
        line.getCommandSpec().name(noun.name());
        line.getCommandSpec().usageMessage().description(noun.description().replace("%", "%%"))
            .footer("", "Example:", "  " + noun.example().replace("%", "%%"));
        return line;
    }

}
