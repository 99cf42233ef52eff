package org.stockwright.ledger.internal.posting;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.ledger.BulkResult;
import org.stockwright.ledger.Ledger.BulkMode;
import org.stockwright.ledger.LedgerPermission;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.internal.places.Premises;
import org.stockwright.persistence.Transaction;

/** Posts many documents: plans all of them, then writes them in transactions of a few hundred lines. */
final class BulkPosting {

    /** So many lines touch at most 1,000 balances, far fewer than the row locks at which Derby locks tables. */
    private static final int LINES = 500;

    private final PostingEngine engine;
    private final List<PostingRequest> requests;
    private final Progress progress;
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Refusal> warnings = new ArrayList<>();
    private long posted;
    private long repeated;

    BulkPosting(PostingEngine engine, List<PostingRequest> requests, Progress progress) {
        this.engine = engine;
        this.requests = List.copyOf(requests);
        this.progress = progress;
    }

    /**
     * A document that the plan found good.
     *
     * @param index its place in the list, from 1
     * @param request as it was given
     * @param hash of its content
     */
    record Good(int index, PostingRequest request, String hash) {
    }

    BulkResult run(BulkMode mode) {
        BulkPlan plan = new BulkPlan(engine, requests, progress);
        List<Good> good = engine.work().read(plan::good);
        refusals.addAll(plan.refusals());
        warnings.addAll(plan.warnings());
        repeated = plan.repeated();
        if (mode == BulkMode.DRY_RUN) {
            posted = good.size();
        } else if (mode == BulkMode.PREVIEW) {
            preview(good);
        } else if (mode == BulkMode.KEEP_GOOD || refusals.isEmpty()) {
            progress.begin("Posting", good.size());
            write(good);
        }
        return new BulkResult(posted, repeated, List.copyOf(refusals), List.copyOf(warnings));
    }

    private void write(List<Good> good) {
        chunks(good, LINES).forEach(this::writeChunk);
    }

    /** Documents that follow each other and have at most so many lines together, or one with more. */
    private static List<List<Good>> chunks(List<Good> good, int most) {
        List<List<Good>> result = new ArrayList<>();
        int lines = 0;
        for (Good one : good) {
            if (result.isEmpty() || lines + one.request().lines().size() > most) {
                result.add(new ArrayList<>());
                lines = 0;
            }
            result.getLast().add(one);
            lines += one.request().lines().size();
        }
        return result;
    }

    /** When one of them is refused after all, they are tried once more each by itself, to say which. */
    private void preview(List<Good> good) {
        if (!refusals.isEmpty() || good.isEmpty()) {
            return;
        }
        progress.begin("Posting for the preview", good.size());
        boolean done = trial(good, LINES).isDone();
        if (!done) {
            AtomicReference<Good> last = new AtomicReference<>();
            Outcome<Integer> outcome = trial(good, 1, last);
            outcome.refusals().forEach(refusal -> refusals.add(BulkPlan.at(last.get().index(), last.get().request(),
                refusal)));
            done = outcome.isDone();
        }
        posted = done ? good.size() : 0;
    }

    private Outcome<Integer> trial(List<Good> good, int most) {
        return trial(good, most, new AtomicReference<>());
    }

    /**
     * Posts all in one transaction and undoes it.
     *
     * @param last hears which document is being posted, the first of several
     */
    private Outcome<Integer> trial(List<Good> good, int most, AtomicReference<Good> last) {
        AtomicInteger tries = new AtomicInteger();
        return engine.again(() -> {
            boolean known = tries.getAndIncrement() > 0;
            return engine.work().attempt(transaction -> {
                last.set(good.getFirst());
                if (known && isKnown(transaction, good)) {
                    return Outcome.refused(LedgerRefusal.KEY_REUSED_WITH_OTHER_CONTENT, "", transaction.now());
                }
                for (List<Good> chunk : chunks(good, most)) {
                    progress.check();
                    last.set(chunk.getFirst());
                    Outcome<Integer> written = writeChunk(transaction, chunk, new AtomicReference<>(Map.of()));
                    if (!written.isDone()) {
                        return written;
                    }
                    progress.worked(chunk.size());
                }
                return Outcome.done(good.size());
            });
        });
    }

    private void writeChunk(List<Good> chunk) {
        progress.check();
        AtomicReference<Map<BalanceKey, BalanceIndex.Ref>> used = new AtomicReference<>(Map.of());
        AtomicInteger tries = new AtomicInteger();
        Outcome<Integer> outcome = engine.again(() -> {
            boolean known = tries.getAndIncrement() > 0;
            return engine.work().write(transaction -> {
                transaction.whenStored(() -> engine.balances().remember(used.get()));
                return known && isKnown(transaction, chunk)
                    ? Outcome.refused(LedgerRefusal.KEY_REUSED_WITH_OTHER_CONTENT, "", transaction.now())
                    : writeChunk(transaction, chunk, used);
            });
        });
        if (outcome.isDone()) {
            posted += outcome.value();
            progress.worked(chunk.size());
        } else {
            // somebody took stock away, or posted one of the keys, since the plan was made
            chunk.forEach(this::writeOne);
        }
    }

    /**
     * Whether one of the keys was used since the plan looked at them. The database refuses it by itself the first time;
     * asking each time would cost every batch what only a lost race needs.
     */
    private static boolean isKnown(Transaction transaction, List<Good> chunk) throws SQLException {
        return !KnownPostings.find(transaction, chunk.stream().map(one -> one.request().key()).toList()).isEmpty();
    }

    private Outcome<Integer> writeChunk(Transaction transaction, List<Good> chunk,
        AtomicReference<Map<BalanceKey, BalanceIndex.Ref>> used) throws SQLException {
        Premises premises = engine.premisesIndex().current(transaction);
        Facts facts = Facts.of(transaction, premises, chunk.stream().map(Good::request).toList(), true);
        List<Document> documents = new ArrayList<>();
        for (Good one : chunk) {
            Outcome<List<CheckedLine>> lines = new LineChecks(facts, one.request(),
                engine.sites(LedgerPermission.POST)).check();
            List<Refusal> objections = lines.isDone() ? engine.participants().check(transaction, one.request())
                : lines.refusals();
            if (!objections.isEmpty()) {
                return Outcome.refused(objections);
            }
            facts.serials().moved(lines.value());
            documents.add(PostingEngine.document(one.request(), one.hash(), lines.value()));
        }
        PostingWriter writer = new PostingWriter(transaction, premises, engine.balances(), documents,
            new NewRows(transaction, facts));
        List<StockChanges.Change> tooLittle = writer.changes().write(transaction);
        if (!tooLittle.isEmpty()) {
            return Outcome.refused(new Shortages(transaction, premises.zone()).refusals(documents.get(0), tooLittle));
        }
        List<Refusal> early = engine.participants().moving(transaction, writer.items());
        if (!early.isEmpty()) {
            return Outcome.refused(early);
        }
        List<PostingReceipt> receipts = writer.append();
        List<Refusal> objections = writer.participate(engine.participants(), receipts);
        if (!objections.isEmpty()) {
            return Outcome.refused(objections);
        }
        used.set(writer.balances());
        return Outcome.done(receipts.size());
    }

    private void writeOne(Good one) {
        progress.check();
        Outcome<PostingReceipt> outcome = engine.post(one.request().key(), one.hash(),
            engine.preparation(one.request(), one.hash(), Optional.empty()));
        if (!outcome.isDone()) {
            outcome.refusals().forEach(refusal -> refusals.add(BulkPlan.at(one.index(), one.request(), refusal)));
        } else if (outcome.value().repeated()) {
            repeated++;
        } else {
            posted++;
        }
        progress.worked(1);
    }

}
