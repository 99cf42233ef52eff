package org.stockwright.bench.internal;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.Micros;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.base.Unit;
import org.stockwright.ledger.Ledger;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.CostSettings;

/**
 * A receipt that is dated before many movements of its item, each time at another price, so that every later issue costs
 * something else; or the movement, the later movements read, and a row of the journal for each issue, by plain statements.
 */
final class BackdateContest implements Contest {

    private static final int PRICES = 89;

    private final Ledger ledger;
    private final CostSettings settings;
    private final UnitOfWork work;
    private final TestBook book;
    private final TestBalances balances;
    private final long daysAgo;
    private final String run = "bench-" + Long.toString(System.nanoTime(), 36) + "-";
    private long next;

    BackdateContest(Ledger ledger, CostSettings settings, UnitOfWork work, TestBook book, TestBalances balances,
        boolean all) {
        this.ledger = ledger;
        this.settings = settings;
        this.work = work;
        this.book = book;
        this.balances = balances;
        this.daysAgo = all ? 500 : 182;
    }

    @Override
    public void prepare(int ledgerSize) {
        settings.setPolicy(new CostSettings.Policy(CostSettings.Level.COMPANY, "", CostMethod.FIFO, Optional.empty()),
            Progress.NONE).value();
    }

    private Instant then() {
        return work.clock().instant().minus(daysAgo, ChronoUnit.DAYS);
    }

    @Override
    public long stockwright(int operations, Progress progress) {
        long sum = 0;
        for (int i = 0; i < operations; i++) {
            progress.check();
            long number = next++;
            MovementLine line = MovementLine.of(MovementKind.RECEIPT, book.items().get(0), Quantity.of(1, Unit.EACH),
                Optional.of(book.place(TestBook.SUPPLIER)), book.bin(0))
                .withUnitCost(new BigDecimal(1 + number % PRICES));
            sum += ledger.post(new PostingRequest(run + number, then(), List.of(line), "", "", "")).value().firstSeq();
        }
        return sum;
    }

    @Override
    public long raw(int operations, Progress progress) {
        long sum = 0;
        for (int i = 0; i < operations; i++) {
            progress.check();
            sum += work.write(transaction -> Outcome.done(receive(transaction))).value();
        }
        return sum;
    }

    private long receive(Transaction transaction) throws SQLException {
        long then = Micros.of(then());
        long item = book.items().get(0).value();
        long seq = ValuedMovement.write(transaction, new MovementRows.Row(run + next++, MovementKind.RECEIPT.name(),
            item, balances.id(0, TestBook.SUPPLIER), false, balances.id(0, TestBook.FIRST_BIN), true, 1, then,
            Micros.of(transaction.now()))).movement();
        try (ValueRows values = new ValueRows(transaction)) {
            issues(transaction, item, then, values);
            values.write();
        }
        return seq;
    }

    private static void issues(Transaction transaction, long item, long then, ValueRows values) throws SQLException {
        try (PreparedStatement select = transaction.connection().prepareStatement("SELECT m.seq, m.effective_at, "
            + "m.kind, m.quantity, m.unit_cost FROM movement m WHERE m.item_id = ? AND m.effective_at >= ?")) {
            select.setLong(1, item);
            select.setLong(2, then);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (row.getString(3).equals("ISSUE")) {
                        values.add(transaction.nextId("movement_seq"), item, row.getLong(1), row.getLong(2),
                            Micros.of(transaction.now()));
                    }
                }
            }
        }
    }

}
