package org.stockwright.cli.internal;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

import org.stockwright.base.Contributions;
import org.stockwright.base.Contributions.Part;
import org.stockwright.base.Contributions.Unfit;
import org.stockwright.base.Refusal;
import org.stockwright.company.Companies;
import org.stockwright.company.Companies.Module;
import org.stockwright.exchange.RowWriter;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the modules that own data of the book, and the parts of plug-ins that failed. */
@Command(name = "modules", description = {
    "Shows the modules that own data of the book, those first that are not installed: their data can only be read.",
    "Then the parts of plug-ins that failed; one that failed three times is disabled until it is enabled again. Last the "
        + "plug-ins that do not fit the program, and what they lack." }, footer = {
            "", "Examples:", "  stockwright modules --db ./acme",
            "  stockwright modules enable com.example.limit.LargeIssues" })
final class ModulesCommand extends BookCommand {

    ModulesCommand(Invocation invocation) {
        super(invocation);
    }

    /** The command. */
    static CommandLine with(Invocation invocation) {
        CommandLine group = new CommandLine(new ModulesCommand(invocation));
        group.addSubcommand(new Enable(invocation));
        return group;
    }

    @Override
    int run(Session session) throws IOException {
        List<Module> modules = session.service(Companies.class).modules();
        Contributions contributions = session.service(Contributions.class);
        List<Unfit> unfit = contributions.unfit();
        try (RowWriter rows = invocation().result(options, "modules",
            List.of("module", "title", "feature", "version", "state"))) {
            for (Module module : modules) {
                rows.write(module.id(), module.title(), module.feature(), module.version(),
                    module.missing().isPresent() ? "missing" : "installed");
            }
            for (Part part : contributions.faulty()) {
                rows.write(part.id(), part.title(), part.bundle(), "", part.isDisabled() ? "disabled" : "failed");
            }
            for (Unfit bundle : unfit) {
                rows.write(bundle.bundle(), bundle.title(), bundle.bundle(), bundle.version(), "does not fit");
            }
        }
        session.missing().forEach(console()::print);
        unfit.forEach(bundle -> console().print(Refusal.of(CliRefusal.DOES_NOT_FIT, bundle.title(), bundle.why())
            .hint("Ask its maker for a version that fits, or uninstall it.")));
        return DONE;
    }

    /** Lets a part be called again. */
    @Command(name = "enable", description = "Lets a part of a plug-in be called again that failed three times.", footer = {
        "", "Example:", "  stockwright modules enable com.example.limit.LargeIssues" })
    static final class Enable implements Callable<Integer> {

        @Option(names = { "-h", "--help" }, usageHelp = true, description = "shows this help")
        boolean help;

        @Parameters(index = "0", paramLabel = "PART", description = "its name in the list")
        String part;

        private final Invocation invocation;

        Enable(Invocation invocation) {
            this.invocation = invocation;
        }

        @Override
        public Integer call() {
            Contributions contributions = invocation.services().get(Contributions.class);
            if (!contributions.enable(part)) {
                List<String> disabled = contributions.faulty().stream().filter(Part::isDisabled).map(Part::id).toList();
                throw new RefusedException(Refusal.of(CliRefusal.NOT_DISABLED, part)
                    .hint(disabled.isEmpty() ? "No part is." : "These are: " + String.join(", ", disabled) + "."));
            }
            invocation.console().remark(part + " is enabled again.");
            return DONE;
        }

    }

}
