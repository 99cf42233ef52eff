package org.stockwright.valuation.internal.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

import org.stockwright.base.Micros;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.persistence.Transaction;
import org.stockwright.valuation.ValuationRefusal;

/** Finds the periods of the periodic inventory system, and whether one may be closed. */
final class PeriodicPeriods {

    private final Transaction transaction;
    private final Connection connection;
    private final Rules rules;

    PeriodicPeriods(Transaction transaction, Rules rules) {
        this.transaction = transaction;
        this.connection = transaction.connection();
        this.rules = rules;
    }

    /** When the day after a day begins. */
    static long end(Connection connection, LocalDate lastDay) throws SQLException {
        return start(connection, lastDay.plusDays(1));
    }

    /** When a day begins. */
    static long start(Connection connection, LocalDate day) throws SQLException {
        return Micros.of(day.atStartOfDay(CompanyZone.read(connection)).toInstant());
    }

    /** The last day of a period. */
    static LocalDate lastDay(Connection connection, long ends) throws SQLException {
        return Micros.toInstant(ends - 1).atZone(CompanyZone.read(connection)).toLocalDate();
    }

    /** The period that ends with a day, closed or not. */
    Outcome<PeriodicPeriod> of(LocalDate lastDay) throws SQLException {
        long ends = end(connection, lastDay);
        Optional<InventorySystems.Span> span = rules.systems().spanOf(ends - 1);
        if (span.isEmpty()) {
            return Outcome.refused(Refusal.of(ValuationRefusal.NOT_PERIODIC, lastDay)
                .hint("Choose the periodic system from the beginning of a period on, or another day."));
        }
        TreeMap<Long, PeriodicStore.Decision> closings = new PeriodicStore(transaction).closings();
        PeriodicStore.Decision own = closings.get(ends);
        Map.Entry<Long, PeriodicStore.Decision> later = closings.higherEntry(ends);
        if (own == null && later != null) {
            return Outcome.refused(Refusal.of(ValuationRefusal.PERIOD_CLOSED_ALREADY, Micros.toInstant(later.getKey()))
                .hint("It is a part of that period: ask for " + lastDay(connection, later.getKey()) + '.'));
        }
        Optional<PeriodicStore.Decision> before = Optional.ofNullable(closings.lowerEntry(ends))
            .map(Map.Entry::getValue).filter(closing -> closing.ends() > span.get().from());
        return Outcome.done(new PeriodicPeriod(before.map(PeriodicStore.Decision::ends).orElse(span.get().from()), ends,
            before, Optional.ofNullable(own)));
    }

    /** Why a period cannot be closed. */
    List<Refusal> refusals(PeriodicPeriod period, List<PeriodicItem> items) throws SQLException {
        List<Refusal> refusals = new ArrayList<>();
        if (period.closing().isPresent()) {
            refusals.add(Refusal.of(ValuationRefusal.PERIOD_CLOSED_ALREADY, Micros.toInstant(period.ends()))
                .hint("Only what comes after it can be closed."));
        } else if (period.ends() > Micros.of(transaction.now())) {
            refusals.add(Refusal.of(ValuationRefusal.PERIOD_NOT_OVER, Micros.toInstant(period.ends()))
                .hint("Close it when its last day is over."));
        }
        earlier(period).ifPresent(ends -> refusals.add(earlierOpen(ends)));
        for (PeriodicItem item : items) {
            if (item.row().quantities().closing().signum() < 0) {
                refusals.add(Refusal.of(ValuationRefusal.NEGATIVE_CLOSING, item.row().item(),
                    item.row().quantities().closing().toPlainString() + ' ' + item.row().unit().code())
                    .hint("Count it, or enter the receipt that is missing."));
            }
        }
        return refusals;
    }

    private static Refusal earlierOpen(long ends) {
        return Refusal.of(ValuationRefusal.EARLIER_PERIOD_OPEN, Micros.toInstant(ends)).hint("Close that one first.");
    }

    /** The end of an earlier period that somebody began to close, or on whose values this one stands. */
    private Optional<Long> earlier(PeriodicPeriod period) throws SQLException {
        if (period.before().isEmpty() && period.starts() > rules.closedUntil() && valued(period.starts())) {
            return Optional.of(period.starts());
        }
        TreeSet<Long> begun = new TreeSet<>(new PeriodicStore(transaction).periods().keySet());
        try (
            PreparedStatement select = connection.prepareStatement("SELECT DISTINCT ends_at FROM period_count");
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                begun.add(row.getLong(1));
            }
        }
        return begun.subSet(period.starts(), false, period.ends(), false).stream().findFirst();
    }

    private boolean valued(long before) throws SQLException {
        return count("SELECT COUNT(*) FROM value_entry WHERE effective_at < ?", before) > 0;
    }

    /** How many rows that take effect then or later were exported. */
    long exported(long from) throws SQLException {
        return count("SELECT COUNT(*) FROM value_entry WHERE effective_at >= ? AND id <= (SELECT MAX(until_entry) FROM "
            + "journal_export)", from);
    }

    private long count(String sql, long instant) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, instant);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

}
