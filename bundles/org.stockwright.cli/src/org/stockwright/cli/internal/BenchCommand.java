package org.stockwright.cli.internal;

import java.io.IOException;
import java.util.List;

import org.stockwright.bench.BenchmarkRow;
import org.stockwright.bench.Benchmarks;
import org.stockwright.bench.Benchmarks.Workload;
import org.stockwright.exchange.Exports;
import org.stockwright.exchange.Exports.Format;
import org.stockwright.exchange.RowWriter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures a workload beside its lower bound. */
@Command(name = "bench", description = {
    "Measures a workload and, in the same process, the plain JDBC statements of the same shape.",
    "Without --db it runs on a book of its own, which is deleted afterwards. With --db it leaves its items and",
    "movements there: name a book that was made for it." }, footer = { "", "Examples:",
        "  stockwright bench post-batch --n 50000 --ledger 100000",
        "  stockwright bench --list" })
final class BenchCommand extends BookCommand {

    @Parameters(index = "0", arity = "0..1", paramLabel = "WORKLOAD", description = "see --list")
    String workload;

    @Option(names = "--list", description = "lists the workloads")
    boolean list;

    @Option(names = "--n", paramLabel = "N", description = "operations per round; default: 1000")
    int operations = 1_000;

    @Option(names = "--ledger", paramLabel = "M", description = "movements that are there already; default: 10000")
    int ledger = 10_000;

    @Option(names = "--rounds", paramLabel = "R", description = "interleaved rounds, of which the median counts; default: 5")
    int rounds = 5;

    @Spec
    CommandSpec spec;

    BenchCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    public Integer call() throws IOException {
        if (workload == null && !list) {
            throw new ParameterException(spec.commandLine(), "WORKLOAD is needed, or --list.");
        }
        if (options.db != null) {
            return super.call();
        }
        try (Session session = invocation().openTemporary(options)) {
            return run(session);
        }
    }

    @Override
    int run(Session session) throws IOException {
        Benchmarks benchmarks = session.service(Benchmarks.class);
        return list ? list(session, benchmarks) : measure(session, benchmarks);
    }

    private int list(Session session, Benchmarks benchmarks) throws IOException {
        session.progress().clear();
        try (RowWriter rows = invocation().result(options, "workloads", List.of("workload", "description"))) {
            for (Workload each : benchmarks.list()) {
                rows.write(each.id(), each.description());
            }
        }
        return DONE;
    }

    /** Prints JSON unless another format was asked for: that is what programs that compare runs read. */
    private int measure(Session session, Benchmarks benchmarks) throws IOException {
        List<BenchmarkRow> measured = RefusedException.orRefuse(benchmarks.run(workload, operations, ledger, rounds,
            session.progress()));
        session.progress().clear();
        List<String> columns = List.of("workload", "n", "seconds", "per_second", "side", "ratio", "cpu_seconds");
        try (RowWriter rows = options.format == null
            ? session.service(Exports.class).answer("bench", columns, Format.JSON, console().out())
            : invocation().result(options, "bench", columns)) {
            for (BenchmarkRow row : measured) {
                rows.write(row.workload(), row.n(), row.seconds(), row.perSecond(), row.side().word(),
                    row.ratio().orElse(null), row.cpuSeconds());
            }
        }
        return DONE;
    }

}
