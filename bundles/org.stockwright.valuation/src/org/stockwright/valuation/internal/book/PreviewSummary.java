package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.stockwright.base.ItemId;
import org.stockwright.base.Micros;
import org.stockwright.base.Refusal;
import org.stockwright.persistence.StoreException;
import org.stockwright.persistence.Transaction;
import org.stockwright.valuation.ValuePreview;

import static java.util.Comparator.comparing;

/** What a trial would have booked, in words that people know; taken bit by bit before the trial is undone. */
final class PreviewSummary {

    private Transaction trial;
    private Sums all = new Sums();
    private int revalued;
    private Map<String, Long> sold = Map.of();
    private Map<Long, String> accounts = Map.of();
    private ZoneId zone;
    private final Set<Long> own = new HashSet<>();
    private final Map<Subject, BigDecimal> changes = new LinkedHashMap<>();
    private final Map<String, Sums> periods = new TreeMap<>();
    private final Map<Long, String> documents = new HashMap<>();
    private final Map<Long, String> items = new HashMap<>();

    /** What a difference is about. */
    private record Subject(String document, Instant effective, String period, String item, String kind,
        String account) {
    }

    /** What changes together. */
    private static final class Sums {

        private BigDecimal stock = BigDecimal.ZERO;
        private BigDecimal sales = BigDecimal.ZERO;

        void add(BigDecimal stockChange, BigDecimal sale) {
            stock = stock.add(stockChange);
            sales = sales.add(sale);
        }

        /** Debits equal credits. */
        BigDecimal other() {
            return stock.add(sales).negate();
        }

        boolean isNothing() {
            return stock.signum() == 0 && sales.signum() == 0;
        }

    }

    /** Takes what a trial booked by some movements; lines about movements of the trial are no changes of others. */
    void take(Transaction transaction, Valuer.Result result, Collection<Long> movements) {
        try {
            if (transaction != trial) {
                // a retried trial begins anew
                begin(transaction);
            }
            own.addAll(movements);
            revalued += Math.max(0, result.replayed() - movements.size());
            for (Entry entry : result.entries()) {
                take(transaction.connection(), entry);
            }
        } catch (SQLException e) {
            throw new StoreException("What would change cannot be read", e);
        }
    }

    private void begin(Transaction transaction) throws SQLException {
        trial = transaction;
        all = new Sums();
        revalued = 0;
        own.clear();
        changes.clear();
        periods.clear();
        documents.clear();
        items.clear();
        accounts = new HashMap<>();
        sold = new HashMap<>();
        zone = CompanyZone.read(transaction.connection());
        try (
            PreparedStatement select = transaction.connection().prepareStatement("SELECT a.id, a.code, (SELECT "
                + "COUNT(*) FROM posting_rule r WHERE r.account_id = a.id AND r.side = 'customer') FROM account a");
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                accounts.put(row.getLong(1), row.getString(2));
                sold.put(row.getString(2), row.getLong(3));
            }
        }
    }

    private boolean isSales(long account) {
        return sold.get(accounts.get(account)) > 0;
    }

    private void take(Connection connection, Entry entry) throws SQLException {
        BigDecimal amount = entry.amount().total();
        BigDecimal sale = (isSales(entry.what().debitAccount()) ? amount : BigDecimal.ZERO)
            .subtract(isSales(entry.what().creditAccount()) ? amount : BigDecimal.ZERO);
        Instant effective = Micros.toInstant(entry.what().source().effective());
        String period = YearMonth.from(effective.atZone(zone)).toString();
        all.add(entry.stockChange(), sale);
        periods.computeIfAbsent(period, month -> new Sums()).add(entry.stockChange(), sale);
        if (!own.contains(entry.what().about()) && (entry.repriced() || entry.what().about() != 0)) {
            changes.merge(new Subject(document(connection, entry.what().about()), effective, period,
                item(connection, entry.item()), entry.what().kind().word(), accounts.get(entry.what().debitAccount())),
                amount, BigDecimal::add);
        }
    }

    private String item(Connection connection, long id) throws SQLException {
        if (id == 0) {
            return "";
        }
        String known = items.get(id);
        if (known == null) {
            known = ItemFacts.read(connection, Optional.of(new ItemId(id))).get(id).code();
            items.put(id, known);
        }
        return known;
    }

    private String document(Connection connection, long seq) throws SQLException {
        String known = documents.get(seq);
        if (known == null) {
            known = find(connection, seq);
            documents.put(seq, known);
        }
        return known;
    }

    private static String find(Connection connection, long seq) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT COALESCE(p.number, p.posting_key) FROM "
            + "movement m JOIN posting p ON p.id = m.posting_id WHERE m.seq = ?")) {
            select.setLong(1, seq);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    ValuePreview summary(List<Refusal> warnings) {
        return new ValuePreview(ValuationComponent.plain(all.stock), ValuationComponent.plain(all.sales),
            ValuationComponent.plain(all.other()), revalued,
            changes.entrySet().stream().filter(change -> change.getValue().signum() != 0)
                .map(change -> new ValuePreview.Change(change.getKey().document(), change.getKey().effective(),
                    change.getKey().period(), change.getKey().item(), change.getKey().kind(),
                    change.getKey().account(), ValuationComponent.plain(change.getValue())))
                .sorted(comparing(ValuePreview.Change::effective)).toList(),
            periods.entrySet().stream().filter(period -> !period.getValue().isNothing())
                .map(period -> new ValuePreview.PeriodChange(period.getKey(),
                    ValuationComponent.plain(period.getValue().stock),
                    ValuationComponent.plain(period.getValue().sales),
                    ValuationComponent.plain(period.getValue().other())))
                .toList(),
            warnings);
    }

}
