package org.stockwright.valuation.internal.reports;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.stockwright.valuation.Journal;

/** What the accounts had before a span of time, what was booked to them in it, and what they have at its end. */
final class AccountTurnover {

    private final List<Row> rows = new ArrayList<>();

    /**
     * An account.
     *
     * @param account its code
     * @param name its name
     * @param kind what it is, for example {@code asset}
     * @param opening its balance before
     * @param debit the debits of the span
     * @param credit its credits
     */
    record Row(String account, String name, String kind, BigDecimal opening, BigDecimal debit, BigDecimal credit) {

        /** Its balance at the end. */
        BigDecimal closing() {
            return opening.add(debit).subtract(credit);
        }

        /** Opening, debit, credit, closing. */
        BigDecimal[] figures() {
            return new BigDecimal[] { opening, debit, credit, closing() };
        }

    }

    AccountTurnover(Journal journal, Span span, Instant knownAt) {
        Map<String, Row> byCode = new TreeMap<>();
        span.before(knownAt).ifPresent(before -> journal.balances(before)
            .forEach(one -> byCode.put(one.account(), row(one, one.balance(), BigDecimal.ZERO, BigDecimal.ZERO))));
        for (Journal.Balance one : journal.balances(span.query(knownAt))) {
            BigDecimal opening = byCode.containsKey(one.account()) ? byCode.get(one.account()).opening()
                : BigDecimal.ZERO;
            byCode.put(one.account(), row(one, opening, one.debit(), one.credit()));
        }
        rows.addAll(byCode.values());
    }

    private static Row row(Journal.Balance one, BigDecimal opening, BigDecimal debit, BigDecimal credit) {
        return new Row(one.account(), one.name(), one.kind().name().toLowerCase(Locale.ROOT), opening, debit, credit);
    }

    /** The accounts by code. */
    List<Row> rows() {
        return rows;
    }

}
