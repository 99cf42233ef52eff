package org.stockwright.bench.internal;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.stockwright.base.ItemId;
import org.stockwright.base.Progress;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.Valuation;
import org.stockwright.valuation.ValueQuery;

/** All movements of the hot item valued from the first one on, or only read. */
final class RecomputeContest implements Contest {

    private final Valuation valuation;
    private final UnitOfWork work;
    private final ItemId item;

    RecomputeContest(Valuation valuation, UnitOfWork work, TestBook book) {
        this.valuation = valuation;
        this.work = work;
        this.item = book.items().get(0);
    }

    @Override
    public long stockwright(int operations, Progress progress) {
        long rows = 0;
        for (int i = 0; i < operations; i++) {
            progress.check();
            rows += valuation.value(ValueQuery.all().of(item).by(CostMethod.FIFO),
                Progress.silent(progress::isCancelled)).size();
        }
        return rows;
    }

    @Override
    public long raw(int operations, Progress progress) {
        long rows = 0;
        for (int i = 0; i < operations; i++) {
            progress.check();
            rows += work.read(this::read);
        }
        return rows;
    }

    private long read(Transaction transaction) throws SQLException {
        BigDecimal sum = BigDecimal.ZERO;
        long rows = 0;
        try (PreparedStatement select = transaction.connection().prepareStatement("""
            SELECT m.effective_at, m.seq, m.kind, m.quantity, bf.location_id, bt.location_id, m.unit_cost \
            FROM movement m JOIN balance bf ON bf.id = m.from_balance_id JOIN balance bt ON bt.id = m.to_balance_id \
            WHERE m.item_id = ? ORDER BY m.effective_at, m.seq""")) {
            select.setLong(1, item.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    sum = sum.add(row.getBigDecimal(4));
                    rows += row.getString(3).length() > 0 ? 1 : 0;
                }
            }
        }
        return rows + sum.signum();
    }

}
