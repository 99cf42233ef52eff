package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Micros;
import org.stockwright.base.Outcome;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.spi.Guarded;
import org.stockwright.valuation.Accounts;
import org.stockwright.valuation.Journal;
import org.stockwright.valuation.JournalLine;
import org.stockwright.valuation.Recorded;
import org.stockwright.valuation.internal.CostGate;

/** The journal, read from what is booked. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.valuation.Journal")
public final class JournalComponent implements Journal, Guarded {

    private final UnitOfWork work;
    private final CostGate gate;

    /** Lives as long as the open book. */
    @Activate
    public JournalComponent(@Reference UnitOfWork work, @Reference CostGate gate) {
        this.work = work;
        this.gate = gate;
    }

    @Override
    public List<JournalLine> lines(Query query, int limit) {
        gate.check();
        return work.read(transaction -> {
            List<JournalLine> result = new ArrayList<>();
            new JournalReading(transaction, Books.of(transaction.connection())).each(query, Optional.of(limit),
                result::add);
            return result;
        });
    }

    @Override
    public void eachOfSubLedger(Query query, Consumer<JournalLine> consumer) {
        gate.check();
        work.read(transaction -> {
            new JournalReading(transaction, Books.SUB_LEDGER).each(query, Optional.empty(), consumer);
            return Boolean.TRUE;
        });
    }

    @Override
    public void each(Query query, Consumer<JournalLine> consumer) {
        gate.check();
        work.read(transaction -> {
            new JournalReading(transaction, Books.of(transaction.connection())).each(query, Optional.empty(), consumer);
            return Boolean.TRUE;
        });
    }

    @Override
    public List<Balance> balances(Query query) {
        gate.check();
        return work.read(transaction -> balances(transaction, query));
    }

    private static List<Balance> balances(Transaction transaction, Query query) throws SQLException {
        Map<Long, BigDecimal> debits = sums(transaction, "debit_account_id", query);
        Map<Long, BigDecimal> credits = sums(transaction, "credit_account_id", query);
        List<Balance> result = new ArrayList<>();
        try (
            PreparedStatement select = transaction.connection()
                .prepareStatement("SELECT id, code, name, kind FROM account ORDER BY code");
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                long id = row.getLong(1);
                if (debits.containsKey(id) || credits.containsKey(id)) {
                    result.add(new Balance(row.getString(2), row.getString(3), Accounts.Kind.valueOf(row.getString(4)),
                        ValuationComponent.plain(debits.get(id)), ValuationComponent.plain(credits.get(id))));
                }
            }
        }
        return result;
    }

    private static Map<Long, BigDecimal> sums(Transaction transaction, String side, Query query) throws SQLException {
        JournalReading.Conditions conditions = JournalReading.Conditions.of(query);
        Map<Long, BigDecimal> result = new HashMap<>();
        String sql = "SELECT e." + side + ", SUM(e.amount) FROM " + Books.of(transaction.connection()).rows() + " e"
            + conditions.where() + " GROUP BY e."
            + side;
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            conditions.bind(select);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.put(row.getLong(1), row.getBigDecimal(2));
                }
            }
        }
        return result;
    }

    @Override
    public Outcome<List<Export>> export(String key) {
        gate.check();
        return work.write(transaction -> new JournalExport(transaction).export(key));
    }

    @Override
    public Outcome<List<Export>> rehearseExport(String key) {
        gate.check();
        return work.attempt(transaction -> new JournalExport(transaction).export(key));
    }

    @Override
    public List<Export> exportOfDays(LocalDate first, LocalDate last) {
        gate.check();
        return work.read(transaction -> new JournalExport(transaction).ofDays(first, last));
    }

    @Override
    public List<Recorded<String>> exports() {
        gate.check();
        return work.read(transaction -> {
            List<Recorded<String>> result = new ArrayList<>();
            try (
                PreparedStatement select = transaction.connection().prepareStatement(
                    "SELECT export_key, recorded_at, user_name FROM journal_export ORDER BY id DESC");
                ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.add(new Recorded<>(row.getString(1), Micros.toInstant(row.getLong(2)), row.getString(3)));
                }
            }
            return result;
        });
    }

}
