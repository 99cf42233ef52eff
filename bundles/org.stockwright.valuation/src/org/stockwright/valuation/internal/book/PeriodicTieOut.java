package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.stockwright.base.Progress;
import org.stockwright.persistence.Transaction;
import org.stockwright.valuation.PeriodicRow;
import org.stockwright.valuation.TieOutRow;

/** Compares the closings of the periodic inventory system with the books, and the books with the sub-ledger after it. */
final class PeriodicTieOut {

    private final Transaction transaction;
    private final Rules rules;

    PeriodicTieOut(Transaction transaction, Rules rules) {
        this.transaction = transaction;
        this.rules = rules;
    }

    /** The rows as of an instant, inclusive. */
    List<TieOutRow> rows(long asOf) throws SQLException {
        PeriodicPosting posting = new PeriodicPosting(transaction, rules);
        PeriodicStore store = new PeriodicStore(transaction);
        List<TieOutRow> result = new ArrayList<>();
        for (PeriodicStore.Decision closing : store.closings().headMap(asOf == Long.MAX_VALUE ? asOf : asOf + 1, true)
            .values()) {
            String day = PeriodicPeriods.lastDay(transaction.connection(), closing.ends()).toString();
            List<PeriodicRow> rows = store.rows(closing.id());
            result.add(new TieOutRow("periodic-closing", day, ValuationComponent.plain(closing.closing()),
                sum(posting.stock(closing.ends())), ""));
            result.add(new TieOutRow("periodic-purchases", day,
                ValuationComponent.plain(rows.stream().map(row -> row.amounts().netPurchases()).reduce(BigDecimal.ZERO,
                    BigDecimal::add)),
                sum(posting.bought(closing.starts(), closing.ends())), ""));
            result.add(again(closing, day, rows));
        }
        return result;
    }

    /** Calculates a closing again from movements, sub-ledger and counts. */
    private TieOutRow again(PeriodicStore.Decision closing, String day, List<PeriodicRow> sealed) throws SQLException {
        PeriodicPeriod period = new PeriodicPeriods(transaction, rules)
            .of(PeriodicPeriods.lastDay(transaction.connection(), closing.ends())).value();
        List<PeriodicRow> now = new PeriodicReading(transaction, rules, period, Progress.NONE).items().stream()
            .map(PeriodicItem::row).toList();
        List<String> apart = new ArrayList<>();
        for (PeriodicRow row : sealed) {
            if (now.stream().noneMatch(one -> one.itemId().equals(row.itemId())
                && PeriodicStore.numbers(one).equals(PeriodicStore.numbers(row)))) {
                apart.add(row.item());
            }
        }
        return new TieOutRow("periodic-calculation", day,
            ValuationComponent.plain(now.stream().map(row -> row.amounts().costOfSales()).reduce(BigDecimal.ZERO,
                BigDecimal::add)),
            ValuationComponent.plain(closing.sales()), String.join(", ", apart.stream().limit(3).toList()));
    }

    private static BigDecimal sum(Map<Long, Map<Long, BigDecimal>> amounts) {
        return ValuationComponent.plain(amounts.values().stream().flatMap(accounts -> accounts.values().stream())
            .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

}
