package org.stockwright.cli.internal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.stockwright.base.Contributions;
import org.stockwright.base.Outcome;
import org.stockwright.base.Outcome.Done;
import org.stockwright.base.Outcome.Refused;
import org.stockwright.cli.spi.CommandContribution;
import org.stockwright.cli.spi.CommandEntry;
import org.stockwright.cli.spi.CommandEntry.Behind;
import org.stockwright.cli.spi.CommandEntry.Noun;
import org.stockwright.cli.spi.CommandEntry.Verb;

import picocli.CommandLine;

/**
 * Adds what modules and partners contribute behind the product's own commands. The product's own ones do not come through this
 * door: without one of them the build is broken and the compiler says so, nobody may take their names or their place, and
 * nothing of them may be left out. Behind the door both are the same: a contributed task runs in a {@link BookCommand}.
 */
final class ContributedCommands {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    private final Invocation invocation;
    private final Console console;
    private final Contributions contributions;

    ContributedCommands(Invocation invocation) {
        this.invocation = invocation;
        this.contributions = invocation.services().get(Contributions.class);
        this.console = invocation.console();
    }

    /**
     * Adds them: words and commands first, then what stands behind words of others.
     *
     * @param contributions in the order in which they are asked
     */
    void addTo(CommandLine line, List<CommandContribution> contributions) {
        List<Offer> offers = contributions.stream().map(this::offer).flatMap(Optional::stream).toList();
        for (Offer offer : offers) {
            offer.entries().stream().filter(entry -> !(entry instanceof Behind))
                .forEach(entry -> add(line, entry, offer.title()));
        }
        for (Offer offer : offers) {
            offer.entries().stream().filter(Behind.class::isInstance).map(Behind.class::cast)
                .forEach(behind -> add(line, behind, offer.title()));
        }
    }

    private record Offer(String title, List<CommandEntry> entries) {
    }

    /** Asks a contribution; code of others may fail in every way, and take its time. */
    private Optional<Offer> offer(CommandContribution contribution) {
        Outcome<String> said = contributions.ask(contribution, CommandContribution::title);
        String title = said.isDone() && said.value() != null ? said.value() : contribution.getClass().getName();
        return switch (contributions.ask(contribution, asked -> List.copyOf(asked.commands()))) {
            case Done<List<CommandEntry>> done -> Optional.of(new Offer(title, done.value()));
            case Refused<List<CommandEntry>> refused -> {
                leaveOut("The commands", title, refused.refusals().getFirst().sentence());
                yield Optional.empty();
            }
        };
    }

    private void add(CommandLine line, CommandEntry entry, String title) {
        try {
            switch (entry) {
                case Verb verb -> added(line, TaskCommand.of(invocation, verb.task(), title), title);
                case Noun noun -> noun(line, noun, title);
                case Behind behind -> behind(line, behind, title);
            }
        } catch (RuntimeException | LinkageError e) {
            leaveOut(named(entry), title, e.toString());
        }
    }

    private static String named(CommandEntry entry) {
        return switch (entry) {
            case Verb verb -> "The command " + (verb.task() == null ? "null" : verb.task().getClass().getName());
            case Noun noun -> "The word " + noun.name();
            case Behind behind -> "What stands behind " + behind.words();
        };
    }

    private void noun(CommandLine line, Noun noun, String title) {
        CommandLine group = ContributedGroup.of(noun);
        if (added(line, group, title)) {
            noun.parts().forEach(part -> add(group, part, title));
        }
    }

    private void behind(CommandLine line, Behind behind, String title) {
        CommandLine group = line;
        for (String word : behind.words().split(" ")) {
            group = group == null ? null : group.getSubcommands().get(word);
        }
        if (group == null || !(group.getCommand() instanceof CommandGroup)) {
            leaveOut("What stands behind " + behind.words(), title, "there is no such word");
            return;
        }
        for (CommandEntry part : behind.parts()) {
            add(group, part, title);
        }
    }

    private boolean added(CommandLine line, CommandLine command, String title) {
        String name = command.getCommandName();
        if (!NAME.matcher(name).matches() || line.getSubcommands().containsKey(name)) {
            leaveOut("The command " + name, title,
                NAME.matcher(name).matches() ? "there is one of that name" : "that is no name of a command");
            return false;
        }
        line.addSubcommand(command);
        return true;
    }

    private void leaveOut(String what, String title, String why) {
        console.remark(what + " of the installed part '" + title + "' cannot be used: " + why + ".");
    }

}
