package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.ledger.BulkResult;
import org.stockwright.ledger.Ledger;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.Stock;
import org.stockwright.persistence.StoreException;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.spi.Guarded;
import org.stockwright.valuation.CostLayer;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.CostReasons;
import org.stockwright.valuation.TieOutRow;
import org.stockwright.valuation.Valuation;
import org.stockwright.valuation.ValuePreview;
import org.stockwright.valuation.ValueQuery;
import org.stockwright.valuation.ValueRow;
import org.stockwright.valuation.internal.CostGate;

/** Values, answered from what is booked, or by valuing in memory. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.valuation.Valuation")
public final class ValuationComponent implements Valuation, Guarded {

    private static final int ITEMS_AT_ONCE = 50;

    private final UnitOfWork work;
    private final Valuer valuer;
    private final CostGate gate;
    private final Stock stock;
    private final Ledger ledger;
    private final PreviewCollector previews;
    private final ItemMemory memory;
    private final AtomicLong catalogSeen = new AtomicLong(-1);

    /** Lives as long as the open book. */
    @Activate
    public ValuationComponent(@Reference UnitOfWork work, @Reference Valuer valuer, @Reference CostGate gate,
        @Reference Stock stock, @Reference Ledger ledger, @Reference PreviewCollector previews,
        @Reference ItemMemory memory) {
        this.work = work;
        this.valuer = valuer;
        this.gate = gate;
        this.stock = stock;
        this.ledger = ledger;
        this.previews = previews;
        this.memory = memory;
    }

    @Override
    public List<ValueRow> value(ValueQuery query, Progress progress) {
        gate.check();
        applyDue();
        return new Values(work, valuer.rules(), stock, query, progress).rows();
    }

    @Override
    public List<CostLayer> layers(ItemId item, Optional<Instant> asOf, Optional<Instant> knownAt,
        Optional<CostMethod> method) {
        gate.check();
        applyDue();
        return work.read(transaction -> new LayerReading(transaction, valuer.rules().current(transaction), memory)
            .layers(item, asOf, knownAt, method));
    }

    @Override
    public Optional<CostReasons> why(long seq) {
        gate.check();
        return work.read(transaction -> keyOf(transaction, seq)).flatMap(ledger::find)
            .flatMap(posting -> posting.movements().stream().filter(one -> one.seq() == seq).findFirst())
            .flatMap(movement -> work.read(transaction -> new Reasons(transaction,
                valuer.rules().current(transaction)).of(movement)));
    }

    private static Optional<String> keyOf(Transaction transaction, long seq) throws SQLException {
        try (
            PreparedStatement select = transaction.connection().prepareStatement("SELECT p.posting_key FROM movement m "
                + "JOIN posting p ON p.id = m.posting_id WHERE m.seq = ?")) {
            select.setLong(1, seq);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    @Override
    public Outcome<ValuePreview> preview(PostingRequest request) {
        gate.check();
        PreviewSummary summary = new PreviewSummary();
        return previews.during((batch, result) -> summary.take(batch.transaction(), result,
            batch.movements().stream().map(movement -> movement.seq()).toList()),
            () -> ledger.preview(request)).map(preview -> summary.summary(preview.warnings()));
    }

    @Override
    public Outcome<ValuePreview> previewAll(List<PostingRequest> requests, Progress progress) {
        gate.check();
        PreviewSummary summary = new PreviewSummary();
        BulkResult result = previews.during((batch, valued) -> summary.take(batch.transaction(), valued,
            batch.movements().stream().map(movement -> movement.seq()).toList()),
            () -> ledger.postAll(requests, Ledger.BulkMode.PREVIEW, progress));
        return result.refusals().isEmpty() ? Outcome.done(summary.summary(result.warnings()))
            : Outcome.refused(result.refusals());
    }

    @Override
    public Outcome<Integer> catchUp(Progress progress) {
        gate.check();
        SortedSet<Long> waiting = work.read(transaction -> {
            SortedSet<Long> items = Valuer.moved(transaction.connection());
            items.removeIf(item -> isValued(transaction, item));
            items.addAll(Valuer.due(transaction));
            items.addAll(Heads.outdated(transaction.connection()));
            return items;
        });
        progress.begin("Valuing", waiting.size());
        int done = 0;
        List<Long> all = List.copyOf(waiting);
        for (int start = 0; start < all.size(); start += ITEMS_AT_ONCE) {
            progress.check();
            SortedSet<Long> some = new TreeSet<>(all.subList(start, Math.min(all.size(), start + ITEMS_AT_ONCE)));
            Outcome<Integer> outcome = revalue(some);
            if (!outcome.isDone()) {
                return outcome;
            }
            done += some.size();
            progress.worked(some.size());
        }
        return Outcome.done(done);
    }

    private Outcome<Integer> revalue(SortedSet<Long> items) {
        return work.write(transaction -> {
            valuer.applyDue(transaction, items);
            return Outcome.done(items.size());
        });
    }

    private static boolean isValued(Transaction transaction, long item) {
        try {
            Head head = Heads.find(transaction.connection(), item);
            return head != null && !head.isNew();
        } catch (SQLException e) {
            throw new StoreException("Where the values stand cannot be read", e);
        }
    }

    /** Changes of policies and standard costs whose time has come count even when nothing moved since. */
    private void applyDue() {
        long now = memory.catalog();
        boolean look = catalogSeen.getAndSet(now) != now;
        SortedSet<Long> items = work.read(transaction -> {
            SortedSet<Long> due = Valuer.due(transaction);
            if (look) {
                due.addAll(Heads.outdated(transaction.connection()));
            }
            return due;
        });
        if (!items.isEmpty()) {
            revalue(items);
        }
    }

    @Override
    public List<TieOutRow> tieOut(Optional<Instant> asOf, Progress progress) {
        gate.check();
        applyDue();
        return work
            .read(transaction -> new TieOut(transaction, valuer.rules().current(transaction), asOf, progress).rows());
    }

    /** Compared in the currency's decimals and more: amounts that agree have no difference at all. */
    static BigDecimal plain(BigDecimal amount) {
        return amount == null || amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }

}
