package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ItemId;
import org.stockwright.base.Micros;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.Sessions;
import org.stockwright.security.spi.Guarded;
import org.stockwright.valuation.LateCosts;
import org.stockwright.valuation.Valuation;
import org.stockwright.valuation.ValuationRefusal;
import org.stockwright.valuation.ValueQuery;
import org.stockwright.valuation.ValueRow;
import org.stockwright.valuation.internal.CostGate;

/** Late costs and write-downs of the open book. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.valuation.LateCosts")
public final class LateCostsComponent implements LateCosts, Guarded {

    private static final String WHY = "Say why the stock is worth less, or more again.";

    private final UnitOfWork work;
    private final Valuer valuer;
    private final CostGate gate;
    private final Valuation valuation;
    private final Sessions sessions;

    /** Lives as long as the open book. */
    @Activate
    public LateCostsComponent(@Reference UnitOfWork work, @Reference Valuer valuer, @Reference CostGate gate,
        @Reference Valuation valuation, @Reference Sessions sessions) {
        this.work = work;
        this.valuer = valuer;
        this.gate = gate;
        this.valuation = valuation;
        this.sessions = sessions;
    }

    @Override
    public Outcome<Receipt> post(Request request) {
        gate.check();
        return work.write(transaction -> new CostDocument(transaction, valuer).late(request));
    }

    @Override
    public Outcome<Receipt> preview(Request request) {
        gate.check();
        return work.attempt(transaction -> new CostDocument(transaction, valuer).late(request));
    }

    @Override
    public Outcome<List<Receipt>> postAll(List<Request> requests, Progress progress) {
        gate.check();
        return work.write(transaction -> all(transaction, requests, progress));
    }

    @Override
    public Outcome<List<Receipt>> rehearse(List<Request> requests, Progress progress) {
        gate.check();
        return work.attempt(transaction -> all(transaction, requests, progress));
    }

    /** A refused one has written nothing, so that the others are looked at as if it were not there. */
    private Outcome<List<Receipt>> all(Transaction transaction, List<Request> requests, Progress progress)
        throws SQLException {
        progress.begin("Late costs", requests.size());
        List<Receipt> receipts = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            progress.check();
            int line = i + 1;
            Outcome<Receipt> outcome = new CostDocument(transaction, valuer).late(requests.get(i));
            outcome.refusals().forEach(
                refusal -> refusals.add(refusal.at(Refusal.Place.field(line, refusal.place().column()))));
            if (outcome.isDone()) {
                receipts.add(outcome.value());
            }
            progress.worked(1);
        }
        return refusals.isEmpty() ? Outcome.done(receipts) : Outcome.refused(refusals);
    }

    @Override
    public List<Proposal> proposals(Instant asOf, BigDecimal sellingCost, boolean reversals) {
        gate.check();
        List<ValueRow> values = valuation.value(ValueQuery.all().at(Optional.of(asOf), Optional.empty()),
            Progress.NONE);
        Map<Long, BigDecimal> prices = work.read(LateCostsComponent::prices);
        Map<Long, BigDecimal> lowered = reversals ? work.read(transaction -> lowered(transaction, asOf)) : Map.of();
        int scale = work.read(transaction -> valuer.rules().current(transaction)).scale();
        List<Proposal> result = new ArrayList<>();
        for (ValueRow row : values) {
            BigDecimal price = prices.get(row.itemId().value());
            if (price == null || row.onHand().signum() <= 0) {
                continue;
            }
            BigDecimal yields = row.onHand().amount().multiply(price)
                .multiply(BigDecimal.ONE.subtract(sellingCost)).setScale(scale, RoundingMode.HALF_UP);
            BigDecimal below = row.value().subtract(yields);
            BigDecimal back = lowered.getOrDefault(row.itemId().value(), BigDecimal.ZERO);
            BigDecimal amount = below.signum() >= 0 ? below : below.max(back.negate());
            if (amount.signum() != 0) {
                result.add(new Proposal(row.itemId(), row.item(), row.name(), row.value(),
                    ValuationComponent.plain(yields), ValuationComponent.plain(amount)));
            }
        }
        return result;
    }

    private static Map<Long, BigDecimal> prices(Transaction transaction) throws SQLException {
        return sums(transaction.connection(), "SELECT id, list_price FROM item WHERE list_price IS NOT NULL",
            Optional.empty());
    }

    /** How much less the stock of items that were written down is worth than it would be without that. */
    private Map<Long, BigDecimal> lowered(Transaction transaction, Instant asOf) throws SQLException {
        Map<Long, BigDecimal> result = new HashMap<>();
        CostDocument document = new CostDocument(transaction, valuer);
        for (long item : sums(transaction.connection(), "SELECT item_id, SUM(material) FROM cost_event "
            + "WHERE kind = 'WRITE_DOWN' AND effective_at <= ? GROUP BY item_id", Optional.of(asOf)).keySet()) {
            result.put(item, document.lowered(item, asOf));
        }
        return result;
    }

    private static Map<Long, BigDecimal> sums(Connection connection, String sql, Optional<Instant> until)
        throws SQLException {
        Map<Long, BigDecimal> result = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            if (until.isPresent()) {
                select.setLong(1, Micros.of(until.get()));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.put(row.getLong(1), row.getBigDecimal(2));
                }
            }
        }
        return result;
    }

    @Override
    public Outcome<BigDecimal> writeDown(String key, ItemId item, BigDecimal amount, Instant effective,
        String reason) {
        gate.check();
        if (reason.isBlank()) {
            return Outcome.refused(Refusal.of(ValuationRefusal.REASON_MISSING)
                .hint(WHY));
        }
        if (sessions.hasUsers()) {
            return Outcome.refused(Refusal.of(ValuationRefusal.NEEDS_APPROVAL)
                .hint("Propose it; somebody else who may approve write-downs decides."));
        }
        Outcome<BigDecimal> trial = proposable(key, item, amount, effective, reason);
        return !trial.isDone() ? trial : work.write(transaction -> {
            WriteDowns downs = new WriteDowns(transaction, valuer);
            Outcome<WriteDown> proposed = downs.propose(key, item, amount, effective, reason.strip(), "");
            return proposed.isDone() ? downs.decide(key, State.APPROVED, "", true).map(WriteDown::amount)
                : Outcome.refused(proposed.refusals());
        });
    }

    /** Whether a write-down could be posted now. */
    private Outcome<BigDecimal> proposable(String key, ItemId item, BigDecimal amount, Instant effective,
        String reason) {
        return work.attempt(transaction -> new CostDocument(transaction, valuer).writeDown(key, item, amount,
            effective, reason.strip()));
    }

    private static Optional<Outcome<WriteDown>> missing(String reason, String hint) {
        return reason.isBlank() ? Optional.of(Outcome.refused(Refusal.of(ValuationRefusal.REASON_MISSING).hint(hint)))
            : Optional.empty();
    }

    @Override
    public List<WriteDown> writeDowns() {
        gate.check();
        return work.read(transaction -> new WriteDowns(transaction, valuer).list());
    }

    @Override
    public Outcome<WriteDown> propose(String key, ItemId item, BigDecimal amount, Instant effective, String reason,
        String basis) {
        gate.check();
        Optional<Outcome<WriteDown>> missing = missing(reason, WHY);
        if (missing.isPresent()) {
            return missing.get();
        }
        Outcome<BigDecimal> trial = proposable(key, item, amount, effective, reason);
        return trial.isDone() ? work.write(transaction -> new WriteDowns(transaction, valuer).propose(key, item, amount,
            effective, reason.strip(), basis.strip())) : Outcome.refused(trial.refusals());
    }

    @Override
    public Outcome<WriteDown> approve(String key, String reason) {
        return decide(key, State.APPROVED, reason);
    }

    @Override
    public Outcome<WriteDown> reject(String key, String reason) {
        return missing(reason, "Say why: whoever proposed it will read it.")
            .orElseGet(() -> decide(key, State.REJECTED, reason));
    }

    private Outcome<WriteDown> decide(String key, State decision, String reason) {
        gate.check();
        List<Refusal> refusals = new ArrayList<>();
        CostDocument.reason(reason, "reason", refusals);
        boolean alone = !sessions.hasUsers();
        return refusals.isEmpty()
            ? work
                .write(transaction -> new WriteDowns(transaction, valuer).decide(key, decision, reason.strip(), alone))
            : Outcome.refused(refusals);
    }

}
