package org.stockwright.bench.internal;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.stockwright.base.Micros;
import org.stockwright.base.Progress;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.valuation.Valuation;
import org.stockwright.valuation.ValueQuery;

/** Values of all items with their quantities at instants all over the year, or the plain sums of both. */
final class PastValueContest implements Contest {

    private static final int FIRST_DAY = 31;
    private static final int DAYS = 303;

    private final Valuation valuation;
    private final UnitOfWork work;
    private final Instant now;

    PastValueContest(Valuation valuation, UnitOfWork work) {
        this.valuation = valuation;
        this.work = work;
        this.now = work.clock().instant();
    }

    private Instant then(int i) {
        return now.minus(FIRST_DAY + i * 97L % DAYS, ChronoUnit.DAYS);
    }

    @Override
    public long stockwright(int operations, Progress progress) {
        long rows = 0;
        for (int i = 0; i < operations; i++) {
            progress.check();
            rows += valuation.value(ValueQuery.all().at(Optional.of(then(i)), Optional.empty()),
                Progress.silent(progress::isCancelled)).size();
        }
        return rows;
    }

    @Override
    public long raw(int operations, Progress progress) {
        long rows = 0;
        for (int i = 0; i < operations; i++) {
            progress.check();
            long at = Micros.of(then(i));
            rows += work.read(transaction -> sum(transaction, """
                SELECT item_id, SUM(stock_change) FROM value_entry WHERE effective_at <= ? GROUP BY item_id""", at)
                + sum(transaction, """
                    SELECT item_id, SUM(CASE kind WHEN 'RECEIPT' THEN quantity WHEN 'ISSUE' THEN -quantity ELSE 0 END) \
                    FROM movement WHERE effective_at <= ? GROUP BY item_id""", at));
        }
        return rows;
    }

    private static long sum(Transaction transaction, String sql, long at) throws SQLException {
        long rows = 0;
        BigDecimal sum = BigDecimal.ZERO;
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            select.setLong(1, at);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    sum = sum.add(row.getBigDecimal(2));
                    rows++;
                }
            }
        }
        return rows + sum.signum();
    }

}
