package org.stockwright.ledger.internal.posting;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.ledger.LedgerPermission;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.internal.places.Premises;
import org.stockwright.persistence.Transaction;

/** Checks many documents in their order, each as if those before it were posted; stores nothing. */
final class BulkPlan {

    private static final int BLOCK = 1_000;

    private final PostingEngine engine;
    private final List<PostingRequest> requests;
    private final Progress progress;
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Refusal> warnings = new ArrayList<>();
    private final Map<String, String> planned = new HashMap<>();
    private long repeated;

    BulkPlan(PostingEngine engine, List<PostingRequest> requests, Progress progress) {
        this.engine = engine;
        this.requests = requests;
        this.progress = progress;
    }

    List<Refusal> refusals() {
        return refusals;
    }

    List<Refusal> warnings() {
        return warnings;
    }

    long repeated() {
        return repeated;
    }

    /** The documents that can be posted. */
    List<BulkPosting.Good> good(Transaction transaction) throws SQLException {
        progress.begin("Checking", requests.size());
        Premises premises = engine.premisesIndex().current(transaction);
        Facts facts = Facts.of(transaction, premises, requests, false);
        progress.check();
        PlannedStock stock = new PlannedStock(transaction, facts);
        List<BulkPosting.Good> result = new ArrayList<>();
        for (int start = 0; start < requests.size(); start += BLOCK) {
            progress.check();
            List<PostingRequest> block = requests.subList(start, Math.min(requests.size(), start + BLOCK));
            Map<String, KnownPostings.Known> known = KnownPostings.find(transaction,
                block.stream().map(PostingRequest::key).distinct().toList());
            stock.load(block);
            for (int i = 0; i < block.size(); i++) {
                plan(transaction, facts, stock, new BulkPosting.Good(start + i + 1, block.get(i),
                    ContentHash.of(block.get(i))), Optional.ofNullable(known.get(block.get(i).key())))
                    .ifPresent(result::add);
            }
            progress.worked(block.size());
        }
        return result;
    }

    private Optional<BulkPosting.Good> plan(Transaction transaction, Facts facts, PlannedStock stock,
        BulkPosting.Good one, Optional<KnownPostings.Known> known) throws SQLException {
        PostingRequest request = one.request();
        Optional<Refusal> badKey = RequestChecks.key(request.key());
        if (badKey.isPresent()) {
            return refused(one, List.of(badKey.get()));
        }
        Optional<String> before = known.map(KnownPostings.Known::hash)
            .or(() -> Optional.ofNullable(planned.get(request.key())));
        if (before.isPresent()) {
            if (before.get().equals(one.hash())) {
                repeated++;
                return Optional.empty();
            }
            Instant recorded = known.map(KnownPostings.Known::recorded).orElse(transaction.now());
            return refused(one, List.of(KnownPostings.reused(request.key(), recorded)));
        }
        Facts.Mark mark = facts.mark();
        LineChecks checks = new LineChecks(facts, request, engine.sites(LedgerPermission.POST));
        Outcome<List<CheckedLine>> lines = checks.check();
        List<Refusal> objections = lines.isDone() ? engine.objections(transaction, request)
            : lines.refusals();
        if (objections.isEmpty()) {
            objections = stock.take(PostingEngine.document(request, one.hash(), lines.value()),
                warning -> warnings.add(at(one.index(), request, warning)));
        }
        if (!objections.isEmpty()) {
            facts.undo(mark);
            return refused(one, objections);
        }
        checks.warnings().forEach(warning -> warnings.add(at(one.index(), request, warning)));
        facts.serials().moved(lines.value());
        planned.put(request.key(), one.hash());
        return Optional.of(one);
    }

    private Optional<BulkPosting.Good> refused(BulkPosting.Good one, List<Refusal> why) {
        why.forEach(refusal -> refusals.add(at(one.index(), one.request(), refusal)));
        return Optional.empty();
    }

    /** The refusal at its document's place in the list; in a document of several lines the hint says which. */
    static Refusal at(int index, PostingRequest request, Refusal refusal) {
        long line = refusal.place().line();
        Refusal placed = refusal.at(Refusal.Place.line(index));
        return request.lines().size() < 2 || line == 0 ? placed
            : placed.hint(("Line " + line + " of " + request.key() + ". " + refusal.hint()).strip());
    }

}
