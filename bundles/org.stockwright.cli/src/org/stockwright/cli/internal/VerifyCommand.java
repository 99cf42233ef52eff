package org.stockwright.cli.internal;

import java.io.IOException;
import java.util.List;

import org.stockwright.base.Refusal;
import org.stockwright.exchange.RowWriter;
import org.stockwright.ledger.Verification;
import org.stockwright.ledger.Verification.Result;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Proves that the book is sound. */
@Command(name = "verify", description = "Checks every invariant of the book; exit code 1 when one is broken.", footer = {
    "", "Example:", "  stockwright verify --rebuild --db ./acme" })
final class VerifyCommand extends BookCommand {

    @Option(names = "--rebuild", description = "recomputes the balances from the movements and proves that they were right")
    boolean rebuild;

    @Option(names = "--chain", description = "checks the seals (not part of this release)")
    boolean chain;

    VerifyCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    public Integer call() throws IOException {
        if (chain) {
            throw new RefusedException(Refusal.of(CliRefusal.NOT_IN_THIS_RELEASE, "Sealing the ledger in a chain")
                .hint("Run verify without --chain: it checks everything else."));
        }
        return super.call();
    }

    @Override
    int run(Session session) throws IOException {
        Verification verification = session.service(Verification.class);
        List<Result> results = rebuild ? verification.rebuild(session.progress())
            : verification.verify(session.progress());
        session.progress().clear();
        try (RowWriter rows = invocation().result(options, "verify", List.of("check", "rows", "result", "detail"))) {
            for (Result result : results) {
                rows.write(result.check(), result.rows(), result.passed() ? "ok" : "broken", result.detail());
            }
        }
        List<Result> broken = results.stream().filter(result -> !result.passed()).toList();
        for (Result result : broken) {
            console().print(Refusal.of(CliRefusal.INVARIANT_BROKEN, result.check(), result.detail()));
        }
        return broken.isEmpty() ? DONE : REFUSED;
    }

}
