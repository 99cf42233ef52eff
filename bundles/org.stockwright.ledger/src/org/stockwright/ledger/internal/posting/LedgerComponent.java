package org.stockwright.ledger.internal.posting;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.ledger.BulkResult;
import org.stockwright.ledger.Ledger;
import org.stockwright.ledger.LedgerPermission;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.PostingPreview;
import org.stockwright.ledger.PostingPreview.Effect;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.PostingView;
import org.stockwright.ledger.internal.places.Premises;
import org.stockwright.ledger.internal.places.Sites;
import org.stockwright.persistence.Transaction;
import org.stockwright.security.spi.Guarded;

/** The ledger's entrance: each command and question goes to the class that knows it. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.ledger.Ledger")
public final class LedgerComponent implements Ledger, Guarded {

    private final PostingEngine engine;
    private final Backdating backdating;

    @Activate
    public LedgerComponent(@Reference PostingEngine engine) {
        this.engine = engine;
        this.backdating = new Backdating(engine.work());
    }

    @Override
    public Outcome<PostingReceipt> post(PostingRequest request) {
        String hash = ContentHash.of(request);
        Instant last = backdating.last();
        return engine.post(request.key(), hash, engine.preparation(request, hash, Optional.empty()))
            .map(receipt -> backdating.look(request, receipt, last));
    }

    @Override
    public Outcome<PostingPreview> preview(PostingRequest request) {
        Optional<Refusal> badKey = RequestChecks.key(request.key());
        if (badKey.isPresent()) {
            return Outcome.refused(badKey.get());
        }
        String hash = ContentHash.of(request);
        return engine.again(() -> engine.work().attempt(transaction -> {
            Optional<Outcome<PostingReceipt>> known = KnownPostings.answer(transaction, request.key(), hash);
            if (known.isPresent()) {
                return known.get().map(receipt -> new PostingPreview(List.of(), List.of()));
            }
            Premises premises = engine.premisesIndex().current(transaction);
            Outcome<PostingEngine.Prepared> prepared = engine.preparation(request, hash, Optional.empty())
                .in(transaction, premises);
            return prepared.isDone() ? effects(transaction, premises, prepared.value())
                : Outcome.refused(prepared.refusals());
        }));
    }

    private Outcome<PostingPreview> effects(Transaction transaction, Premises premises,
        PostingEngine.Prepared prepared) throws SQLException {
        PostingRequest request = prepared.asRequest();
        Outcome<PostingWriter> moved = engine.move(transaction, premises, prepared);
        if (!moved.isDone()) {
            return Outcome.refused(moved.refusals());
        }
        PostingWriter writer = moved.value();
        List<Effect> effects = new ArrayList<>();
        Map<Long, StockChanges.Level> levels = writer.levels();
        for (StockChanges.Change change : writer.changes().list()) {
            CheckedLine line = writer.lineOf(change);
            BigDecimal after = levels.get(change.id()).onHand();
            effects.add(new Effect(line.item().code(), change.side().place().code(),
                request.lines().get(line.number() - 1).lot(), change.side().key().status(),
                new Quantity(after.subtract(change.onHand()), line.item().unit()),
                new Quantity(after, line.item().unit())));
        }
        List<Refusal> objections = new ArrayList<>(engine.participants().moving(transaction, writer.items()));
        if (objections.isEmpty()) {
            objections.addAll(writer.participate(engine.participants(), writer.append()));
        }
        if (!objections.isEmpty()) {
            return Outcome.refused(objections);
        }
        List<Refusal> warnings = new ArrayList<>(prepared.warnings());
        warnings.addAll(writer.warnings());
        return Outcome.done(new PostingPreview(effects, warnings));
    }

    @Override
    public BulkResult postAll(List<PostingRequest> requests, BulkMode mode, Progress progress) {
        Instant last = backdating.last();
        Instant began = engine.work().clock().instant();
        BulkResult result = new BulkPosting(engine, requests, progress).run(mode);
        return backdating.look(requests, result, last, began, mode != BulkMode.DRY_RUN && mode != BulkMode.PREVIEW);
    }

    @Override
    public Outcome<PostingReceipt> reverse(String key, String reversalKey, Optional<Instant> effective,
        String reason) {
        String why = reason.strip();
        Optional<Long> original = engine.work().read(transaction -> PostingFinder.id(transaction, key));
        if (original.isEmpty()) {
            return Outcome.refused(Refusal.of(LedgerRefusal.UNKNOWN_POSTING, key)
                .hint("Give its key or its document number."));
        }
        long id = original.get();
        String hash = ContentHash.ofReversal(id, effective, why);
        return engine.post(reversalKey, hash, new Reversal(id, reversalKey, hash, effective, why,
            engine.sites(LedgerPermission.REVERSE)));
    }

    @Override
    public Optional<PostingView> find(String keyOrNumber) {
        return engine.work().read(transaction -> PostingFinder.find(transaction, keyOrNumber)
            .stream().flatMap(posting -> visible(List.of(posting)).stream()).findFirst());
    }

    @Override
    public List<PostingView> search(String text, int limit) {
        return engine.work()
            .read(transaction -> visible(PostingFinder.search(transaction, text, limit)));
    }

    /** Of postings what touches the sites that may be seen, with costs if those may be seen. */
    private List<PostingView> visible(List<PostingView> postings) {
        Sites sites = engine.sites(LedgerPermission.VIEW);
        if (sites.roots().isEmpty() && sites.costs().isEmpty()) {
            return postings;
        }
        Optional<Set<String>> codes = sites.codes(engine.premisesIndex().latest().tree());
        return postings.stream().map(posting -> new PostingView(posting.id(), posting.key(), posting.number(),
            posting.reference(), posting.note(), posting.user(), posting.recorded(), posting.reverses(),
            posting.reversedBy(), posting.movements().stream()
                .filter(movement -> codes.isEmpty() || codes.get().contains(movement.from())
                    || codes.get().contains(movement.to()))
                .map(movement -> sites.costs().isEmpty() ? movement : movement.withoutCost()).toList()))
            .filter(posting -> !posting.movements().isEmpty()).toList();
    }

}
