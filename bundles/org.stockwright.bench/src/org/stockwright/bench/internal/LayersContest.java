package org.stockwright.bench.internal;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.LocationId;
import org.stockwright.base.Micros;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.base.Unit;
import org.stockwright.ledger.Ledger;
import org.stockwright.ledger.Ledger.BulkMode;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.CostSettings;

/** Issues of one piece of an item that has so many open layers, or the same rows by plain statements. */
final class LayersContest implements Contest {

    private static final int PIECES = 1_000_000;
    private static final int PRICES = 97;

    private final Ledger ledger;
    private final CostSettings settings;
    private final UnitOfWork work;
    private final TestBook book;
    private final TestBalances balances;
    private final String run = "bench-" + Long.toString(System.nanoTime(), 36) + "-";
    /** A hundred steps of the list apart from the hot item, so that nothing else has moved it. */
    private final int item = 100;
    private long next;

    LayersContest(Ledger ledger, CostSettings settings, UnitOfWork work, TestBook book, TestBalances balances) {
        this.ledger = ledger;
        this.settings = settings;
        this.work = work;
        this.book = book;
        this.balances = balances;
    }

    @Override
    public void prepare(int layers) {
        settings.setPolicy(new CostSettings.Policy(CostSettings.Level.COMPANY, "", CostMethod.FIFO, Optional.empty()),
            Progress.NONE).value();
        Instant start = work.clock().instant().minus(1, ChronoUnit.DAYS);
        List<PostingRequest> receipts = new ArrayList<>();
        for (int i = 0; i < Math.max(1, layers); i++) {
            receipts.add(request(start.plusMillis(i), MovementKind.RECEIPT, i == 0 ? PIECES : 1, Optional.empty(),
                book.bin(0), Optional.of(new BigDecimal(1 + i % PRICES))));
        }
        ledger.postAll(receipts, BulkMode.ALL_OR_NOTHING, Progress.NONE);
    }

    private PostingRequest request(Instant at, MovementKind kind, long pieces,
        Optional<LocationId> from, Optional<LocationId> to,
        Optional<BigDecimal> cost) {
        MovementLine line = MovementLine.of(kind, book.items().get(item), Quantity.of(pieces, Unit.EACH), from, to);
        return new PostingRequest(run + next++, at, List.of(cost.map(line::withUnitCost).orElse(line)), "", "", "");
    }

    @Override
    public long stockwright(int operations, Progress progress) {
        long sum = 0;
        for (int i = 0; i < operations; i++) {
            progress.check();
            sum += ledger.post(request(work.clock().instant(), MovementKind.ISSUE, 1, book.bin(0),
                Optional.of(book.place(TestBook.CUSTOMER)), Optional.empty())).value().firstSeq();
        }
        return sum;
    }

    @Override
    public long raw(int operations, Progress progress) {
        long sum = 0;
        for (int i = 0; i < operations; i++) {
            progress.check();
            sum += work.write(transaction -> Outcome.done(issue(transaction))).value();
        }
        return sum;
    }

    private long issue(Transaction transaction) throws SQLException {
        long now = Micros.of(transaction.now());
        return ValuedMovement.write(transaction, new MovementRows.Row(run + next++, MovementKind.ISSUE.name(),
            book.items().get(item).value(), balances.id(item, TestBook.FIRST_BIN), true,
            balances.id(item, TestBook.CUSTOMER), false, 1, now, now)).movement();
    }

}
