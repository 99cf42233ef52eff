package org.stockwright.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.Documents;
import org.stockwright.exchange.RowWriter;
import org.stockwright.fulfilment.Allocation;
import org.stockwright.fulfilment.Allocation.Choice;
import org.stockwright.fulfilment.Allocation.Result;
import org.stockwright.fulfilment.FulfilmentRefusal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds stock for orders. */
@Command(name = "allocate", description = {
    "Holds stock for an order, or for all open orders by priority, due day and age, and says why which stock was",
    "chosen. What could not be held is shown with what stands in the way; the exit code is 0 all the same." }, footer = {
        "", "Columns of a file: order, strategy, expired_too. The orders are served as they stand in it.", "",
        "Examples:",
        "  stockwright allocate --file today.csv --db ./acme --dry-run",
        "  stockwright allocate SO-000042 --strategy fefo --db ./acme",
        "  stockwright allocate --all --db ./acme" })
final class AllocateCommand extends BookCommand {

    private static final List<String> COLUMNS = List.of("order", "line", "item", "location", "lot", "quantity",
        "unit", "result", "why");

    @Parameters(index = "0", arity = "0..1", paramLabel = "ORDER", description = "the number of the order")
    String number;

    @Option(names = "--file", paramLabel = "FILE", description = "many orders: CSV or XLSX with a header row")
    Path file;

    @Option(names = "--all", description = "all open orders")
    boolean all;

    @Option(names = "--strategy", paramLabel = "S", description = "fifo, fefo, lifo, nearest-bin, fewest-packages, clear-bin, whole-lot, or one of a plug-in; default: by the policies")
    String strategy = "";

    @Option(names = "--expired-too", description = "takes stock that has expired or has too little shelf life left, too; needs a permission and is recorded")
    boolean expiredToo;

    @Option(names = "--release", description = "gives back what is held for the order and not picked")
    boolean release;

    @Option(names = "--again", description = "gives back what is held for the order and not picked, and chooses anew")
    boolean again;

    @Mixin
    StoringOptions storing = new StoringOptions();

    @Spec
    CommandSpec spec;

    AllocateCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    public Integer call() throws IOException {
        if (Stream.of(all, number != null, file != null).filter(one -> one).count() != 1) {
            throw new ParameterException(spec.commandLine(), "Either the number of an order, or --all, or --file.");
        }
        int ways = (release ? 1 : 0) + (again ? 1 : 0) + (storing.dryRun && file == null ? 1 : 0);
        if (ways > 1 || number == null && ways > 0) {
            throw new ParameterException(spec.commandLine(),
                "--release, --again and --dry-run are for one order, and only one of them.");
        }
        if (file == null ? storing.keepGood : !strategy.isEmpty() || expiredToo) {
            throw new ParameterException(spec.commandLine(),
                "--keep-good is for a file; a file has columns for --strategy and --expired-too.");
        }
        return super.call();
    }

    @Override
    int run(Session session) throws IOException {
        Allocation allocation = session.service(Allocation.class);
        if (file != null) {
            return new FileImport(console(), session, "allocated", "unchanged").run("allocations", file, Map.of(),
                storing.mode());
        }
        Choice choice = new Choice(strategy, expiredToo);
        Result result = RefusedException.orRefuse(all ? allocation.allocateAll(choice, session.progress())
            : one(session, allocation, choice));
        session.progress().clear();
        try (RowWriter rows = invocation().data(options, "allocate", COLUMNS)) {
            for (Allocation.Held one : result.held()) {
                rows.write(one.order(), one.line(), one.item(), one.location(), one.lot(), one.quantity().amount(),
                    one.quantity().unit().code(), "held", one.why());
            }
            for (Allocation.Missing one : result.missing()) {
                rows.write(one.order(), one.line(), one.item(), "", "", one.quantity().amount(),
                    one.quantity().unit().code(), "missing", one.why());
            }
        }
        return DONE;
    }

    private org.stockwright.base.Outcome<Result> one(Session session, Allocation allocation, Choice choice) {
        Optional<Document> found = session.service(Documents.class).find(number);
        Document order = found.orElseThrow(() -> new RefusedException(
            Refusal.of(FulfilmentRefusal.UNKNOWN_ORDER, number).hint("Numbers are like SO-000042.")));
        if (release) {
            return allocation.release(order.id(), List.of());
        }
        if (again) {
            return allocation.reallocate(order.id(), choice);
        }
        return storing.dryRun ? allocation.preview(order.id(), choice) : allocation.allocate(order.id(), choice);
    }

}
