package org.stockwright.ledger.internal.posting;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.ledger.LedgerPermission;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.ReservationView;
import org.stockwright.ledger.Reservations;
import org.stockwright.ledger.spi.StockStep;
import org.stockwright.persistence.Transaction;

/** The ledger inside a document's transaction. */
final class OpenStep implements StockStep {

    private final PostingEngine engine;
    private final Transaction transaction;
    private final AtomicReference<Map<BalanceKey, BalanceIndex.Ref>> used = new AtomicReference<>(Map.of());

    OpenStep(PostingEngine engine, Transaction transaction) {
        this.engine = engine;
        this.transaction = transaction;
    }

    @Override
    public Transaction transaction() {
        return transaction;
    }

    /** The balances that a posting used, to be remembered once they are committed. */
    Map<BalanceKey, BalanceIndex.Ref> balances() {
        return used.get();
    }

    @Override
    public Outcome<PostingReceipt> post(PostingRequest request, List<Take> takes, List<Keep> keeps)
        throws SQLException {
        Optional<Refusal> denied = engine.denied(LedgerPermission.POST);
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        String hash = ContentHash.of(request);
        Optional<PostingEngine.Taking> taking = takes.isEmpty() && keeps.isEmpty() ? Optional.empty()
            : Optional.of(new StepTaking(takes, keeps));
        return engine.postIn(transaction, request.key(), hash, engine.preparation(request, hash, taking), used);
    }

    @Override
    public Outcome<PostingReceipt> reverse(String key, String reversalKey, Optional<Instant> effective, String reason)
        throws SQLException {
        Optional<Refusal> denied = engine.denied(LedgerPermission.REVERSE);
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        Optional<Long> original = PostingFinder.id(transaction, key);
        if (original.isEmpty()) {
            return Outcome.refused(LedgerRefusal.UNKNOWN_POSTING, key);
        }
        String hash = ContentHash.ofReversal(original.get(), effective, reason);
        return engine.postIn(transaction, reversalKey, hash, new Reversal(original.get(), reversalKey, hash, effective,
            reason, engine.sites(LedgerPermission.REVERSE)), used);
    }

    @Override
    public Outcome<List<ReservationView>> hold(List<Reservations.Request> requests) throws SQLException {
        Optional<Refusal> denied = engine.denied(LedgerPermission.RESERVE);
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        return requests.isEmpty() ? Outcome.done(List.of()) : new Holdings(engine, transaction).hold(requests);
    }

    @Override
    public void release(List<Take> takes) throws SQLException {
        ReservationRows rows = new ReservationRows(transaction);
        TreeMap<Long, BigDecimal> balances = new TreeMap<>();
        List<ReservationRows.Change> events = new ArrayList<>();
        for (StepTaking.Held held : StepTaking.lock(rows, takes)) {
            BigDecimal quantity = held.quantity().min(held.row().open());
            if (quantity.signum() > 0) {
                balances.merge(held.row().balance(), quantity, BigDecimal::add);
                events.add(new ReservationRows.Change(held.row().id(), held.row().balance(), quantity.negate()));
            }
        }
        rows.change(events);
        rows.unreserve(balances);
        rows.events(events, ReservationRows.Event.RELEASED, Optional.empty());
    }

    @Override
    public String number(String series) throws SQLException {
        return numbers(series, 1).getFirst();
    }

    @Override
    public List<String> numbers(String series, int count) throws SQLException {
        return NumberSeries.draw(transaction, Collections.nCopies(count, series));
    }

}
