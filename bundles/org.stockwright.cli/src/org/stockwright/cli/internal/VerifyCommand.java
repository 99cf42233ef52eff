package org.stockwright.cli.internal;

import java.io.IOException;
import java.util.ArrayList;
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

    @Option(names = "--chain", description = "recomputes the chain of seals, too, and tells its head: print it or send it elsewhere")
    boolean chain;

    VerifyCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Session session) throws IOException {
        Verification verification = session.service(Verification.class);
        List<Result> results = new ArrayList<>(rebuild ? verification.rebuild(session.progress())
            : verification.verify(session.progress()));
        if (chain) {
            results.addAll(verification.verifyChain(session.progress()));
        }
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
        session.missing().forEach(console()::print);
        if (chain) {
            verification.seal(session.progress()).ifPresent(head -> console().remark("Sealed up to movement "
                + head.lastSeq() + " by block " + head.block() + " of " + head.sealed() + ", " + head.hash()));
        }
        return broken.isEmpty() ? DONE : REFUSED;
    }

}
