package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.ItemId;
import org.stockwright.base.Micros;
import org.stockwright.base.Refusal;
import org.stockwright.persistence.StoreException;
import org.stockwright.persistence.Transaction;
import org.stockwright.valuation.ValuePreview;

/** What a trial would have booked, in words that people know; taken before the trial is undone. */
final class PreviewSummary {

    private BigDecimal stock = BigDecimal.ZERO;
    private BigDecimal sales = BigDecimal.ZERO;
    private BigDecimal other = BigDecimal.ZERO;
    private int revalued;
    private final List<ValuePreview.Change> changes = new ArrayList<>();

    /** Takes what a trial booked; lines about its own movements are no changes of others. */
    void take(Transaction transaction, Valuer.Result result, Collection<Long> own) {
        // a retried trial begins anew
        stock = BigDecimal.ZERO;
        sales = BigDecimal.ZERO;
        other = BigDecimal.ZERO;
        changes.clear();
        revalued = Math.max(0, result.replayed() - own.size());
        try {
            read(transaction.connection(), result, new HashSet<>(own));
        } catch (SQLException e) {
            throw new StoreException("What would change cannot be read", e);
        }
    }

    private void read(Connection connection, Valuer.Result result, Set<Long> own) throws SQLException {
        Map<Long, String> accounts = new HashMap<>();
        Set<Long> sold = new HashSet<>();
        try (
            PreparedStatement select = connection.prepareStatement("SELECT a.id, a.code, (SELECT COUNT(*) FROM "
                + "posting_rule r WHERE r.account_id = a.id AND r.side = 'customer') FROM account a");
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                accounts.put(row.getLong(1), row.getString(2));
                if (row.getLong(3) > 0) {
                    sold.add(row.getLong(1));
                }
            }
        }
        ZoneId zone = CompanyZone.read(connection);
        Map<Long, String> items = new HashMap<>();
        for (Entry entry : result.entries()) {
            BigDecimal amount = entry.amount().total();
            BigDecimal sale = (sold.contains(entry.what().debitAccount()) ? amount : BigDecimal.ZERO)
                .subtract(sold.contains(entry.what().creditAccount()) ? amount : BigDecimal.ZERO);
            stock = stock.add(entry.stockChange());
            sales = sales.add(sale);
            other = other.subtract(entry.stockChange()).subtract(sale);
            if (entry.repriced() || entry.what().about() != 0 && !own.contains(entry.what().about())) {
                String item = items.get(entry.item());
                if (item == null) {
                    item = ItemFacts.read(connection, Optional.of(new ItemId(entry.item()))).get(entry.item()).code();
                    items.put(entry.item(), item);
                }
                Instant effective = Micros.toInstant(entry.what().source().effective());
                changes.add(new ValuePreview.Change(document(connection, entry.what().about()), effective,
                    YearMonth.from(effective.atZone(zone)).toString(), item,
                    entry.what().kind().word(),
                    accounts.get(entry.what().debitAccount()), ValuationComponent.plain(amount)));
            }
        }
        changes.sort(Comparator.comparing(ValuePreview.Change::effective));
    }

    private static String document(Connection connection, long seq) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT COALESCE(p.number, p.posting_key) FROM "
            + "movement m JOIN posting p ON p.id = m.posting_id WHERE m.seq = ?")) {
            select.setLong(1, seq);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    ValuePreview summary(List<Refusal> warnings) {
        return new ValuePreview(ValuationComponent.plain(stock), ValuationComponent.plain(sales),
            ValuationComponent.plain(other), revalued, changes, warnings);
    }

}
