package org.stockwright.cli.internal;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;

import org.osgi.framework.BundleContext;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.cli.spi.CommandContribution;
import org.stockwright.company.StorePasswords;
import org.stockwright.persistence.StoreException;
import org.stockwright.security.AccessDenied;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Runs one command line and answers with its exit code: 0 done, 1 refused, 2 wrong usage, 3 the outside world failed.
 */
public final class CommandRun {

    private static final int WRONG_USAGE = 2;
    private static final int OUTSIDE = 3;
    private static final int WIDTH = 100;

    private final Services services;
    private final Console console;
    private final Interrupt interrupt;
    private final Passwords passwords;

    /** Commands that find their services in this framework and print to this console. */
    public CommandRun(BundleContext context, Console console) {
        this(new Services(context), console, new Interrupt(), Passwords.ofProcess());
    }

    CommandRun(Services services, Console console, Interrupt interrupt, Passwords passwords) {
        this.services = services;
        this.console = console;
        this.interrupt = interrupt;
        this.passwords = passwords;
    }

    /** Runs the command that the words name. */
    public int execute(String... words) {
        CommandLine line = line();
        PrintWriter help = new PrintWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8));
        line.setOut(help);
        line.setErr(console.err());
        services.offer(StorePasswords.class, new BookPasswords(passwords));
        try {
            int code = line.execute(words);
            help.flush();
            console.out().flush();
            return code;
        } catch (IOException e) {
            return failed(e, "the program");
        } finally {
            console.err().flush();
            services.close();
            interrupt.ended();
        }
    }

    CommandLine line() {
        Invocation invocation = new Invocation(services, console, interrupt, passwords);
        CommandLine line = new CommandLine(new Stockwright(services));
        line.addSubcommand(new DemoCommand(invocation));
        line.addSubcommand(new InitCommand(invocation));
        line.addSubcommand(new ImportCommand(invocation));
        line.addSubcommand(new PostCommand(invocation));
        line.addSubcommand(new ReverseCommand(invocation));
        line.addSubcommand(new ReceiveCommand(invocation));
        line.addSubcommand(new InspectCommand(invocation));
        line.addSubcommand(new PutAwayCommand(invocation));
        line.addSubcommand(ReturnCommand.with(invocation));
        line.addSubcommand(PickCommand.with(invocation));
        line.addSubcommand(new PackCommand(invocation));
        line.addSubcommand(new ShipCommand(invocation));
        line.addSubcommand(DropShipCommand.with(invocation));
        line.addSubcommand(new ReceivingRulesCommand(invocation));
        line.addSubcommand(new OnHandCommand(invocation));
        line.addSubcommand(new MovementsCommand(invocation));
        line.addSubcommand(new ExplainCommand(invocation));
        line.addSubcommand(new PolicyCommand(invocation));
        line.addSubcommand(new ValueCommand(invocation));
        line.addSubcommand(new LayersCommand(invocation));
        line.addSubcommand(new RepriceCommand(invocation));
        line.addSubcommand(new LateCostCommand(invocation));
        line.addSubcommand(WriteDownCommand.with(invocation));
        line.addSubcommand(new OrdersCommand(invocation));
        line.addSubcommand(new OrderCostCommand(invocation));
        line.addSubcommand(new CloseOrderCommand(invocation));
        line.addSubcommand(new CostMethodCommand(invocation));
        line.addSubcommand(new LotGroupCommand(invocation));
        line.addSubcommand(new TransitTermsCommand(invocation));
        line.addSubcommand(JournalCommand.with(invocation));
        line.addSubcommand(new TieOutCommand(invocation));
        line.addSubcommand(new ClosePeriodCommand(invocation));
        line.addSubcommand(new ReopenPeriodCommand(invocation));
        line.addSubcommand(new PeriodsCommand(invocation));
        line.addSubcommand(PeriodicCommand.with(invocation));
        line.addSubcommand(RequisitionCommands.with(invocation));
        line.addSubcommand(OrderCommand.with(invocation));
        line.addSubcommand(InvoiceCommands.with(invocation));
        line.addSubcommand(new InvoiceCommands.ReceivedNotInvoiced(invocation));
        line.addSubcommand(new InvoiceCommands.SuppliersFigures(invocation));
        line.addSubcommand(new AllocateCommand(invocation));
        line.addSubcommand(new AvailabilityCommand(invocation));
        line.addSubcommand(ChannelCommand.with(invocation));
        line.addSubcommand(PurchasingRules.with(invocation));
        line.addSubcommand(new VerifyCommand(invocation));
        line.addSubcommand(new AuditCommand(invocation));
        CommandLine reports = new CommandLine(new ReportCommand());
        reports.addSubcommand(new ReportListCommand(invocation));
        reports.addSubcommand(new ReportRunCommand(invocation));
        line.addSubcommand(reports);
        line.addSubcommand(new PrintCommand(invocation));
        line.addSubcommand(UserCommand.with(invocation));
        line.addSubcommand(RoleCommand.with(invocation));
        line.addSubcommand(ModulesCommand.with(invocation));
        line.addSubcommand(new BackupCommand(invocation));
        line.addSubcommand(new RestoreCommand(invocation));
        line.addSubcommand(new PromoteCommand(invocation));
        line.addSubcommand(new BenchCommand(invocation));
        new ContributedCommands(invocation).addTo(line, services.all(CommandContribution.class));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExpandAtFiles(false);
        line.setUsageHelpWidth(WIDTH);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        line.setParameterExceptionHandler((e, arguments) -> wrongUsage(e));
        line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, brings(command)));
        return line;
    }

    private int wrongUsage(ParameterException e) {
        console.err().println(e.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, console.err())) {
            console.err().println("See '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        }
        return WRONG_USAGE;
    }

    /** Who answers for a command. */
    private static String brings(CommandLine command) {
        return command.getCommand() instanceof TaskCommand task ? "the installed part '" + task.title() + "'"
            : "the program";
    }

    private int failed(Exception e, String who) {
        switch (e) {
            case RefusedException refused -> refused.refusals().forEach(console::print);
            case AccessDenied denied -> console.print(denied.refusal());
            case Progress.Cancelled cancelled -> console.print(Refusal.of(CliRefusal.CANCELLED)
                .hint("What was posted before is complete; the same command again goes on."));
            case OutsideException outside -> console.remark("FAILED: " + outside.getMessage());
            case StoreException store -> console.remark("FAILED: " + withCauses(store)
                + (store.isOutcomeUnknown() ? " It may have been stored: the same command again is harmless." : ""));
            case IOException trouble -> console.remark("FAILED: " + sentence(trouble));
            default -> {
                console.remark("FAILED: this is a bug of " + who + "; please report it with what follows.");
                e.printStackTrace(console.err());
            }
        }
        return e instanceof RefusedException || e instanceof AccessDenied || e instanceof Progress.Cancelled
            ? BookCommand.REFUSED : OUTSIDE;
    }

    private static String sentence(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "There is no file " + missing.getFile() + ".";
            case AccessDeniedException denied -> "No permission for the file " + denied.getFile() + ".";
            case FileAlreadyExistsException there -> "The file " + there.getFile() + " exists already.";
            default -> withCauses(e);
        };
    }

    private static String withCauses(Throwable e) {
        StringBuilder text = new StringBuilder(String.valueOf(e.getMessage()));
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && text.indexOf(cause.getMessage()) < 0) {
                text.append(": ").append(cause.getMessage());
            }
        }
        return text.toString();
    }

}
