package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.stockwright.base.Micros;
import org.stockwright.base.Progress;
import org.stockwright.persistence.Transaction;
import org.stockwright.valuation.PeriodicRow;
import org.stockwright.valuation.internal.engine.PoolKind;
import org.stockwright.valuation.internal.periodic.PeriodicLayer;

/** Calculates a period of the periodic inventory system, from movements, the sub-ledger and counts. */
final class PeriodicReading {

    private final Transaction transaction;
    private final Connection connection;
    private final Rules rules;
    private final PeriodicPeriod period;
    private final Progress progress;

    PeriodicReading(Transaction transaction, Rules rules, PeriodicPeriod period, Progress progress) {
        this.transaction = transaction;
        this.connection = transaction.connection();
        this.rules = rules;
        this.period = period;
        this.progress = progress;
    }

    /** The items that have stock, value or movements in the period, by code. */
    List<PeriodicItem> items() throws SQLException {
        PeriodicStore store = new PeriodicStore(transaction);
        Map<Long, List<PeriodicLayer>> layers = period.before().isPresent() ? store.layers(period.before().get().id())
            : Map.of();
        Map<Long, PeriodicRow> before = new HashMap<>();
        if (period.before().isPresent()) {
            store.rows(period.before().get().id()).forEach(row -> before.put(row.itemId().value(), row));
        }
        Map<Long, List<PeriodicCounts.Row>> counts = PeriodicCounts.read(connection, period.ends());
        Map<Long, Map<StockPlace, BigDecimal>> ledger = PeriodicCounts.ledger(connection, rules.places(),
            period.ends());
        Map<Long, Map<PoolKind, BigDecimal>> values = values();
        TreeSet<Long> wanted = new TreeSet<>(Valuer.moved(connection));
        wanted.addAll(before.keySet());
        Map<Long, ItemFacts> facts = ItemFacts.read(connection, Optional.empty());
        Events events = new Events(connection, rules, Micros.of(transaction.now()), "");
        progress.begin("Calculating", wanted.size());
        List<PeriodicItem> result = new ArrayList<>();
        for (ItemFacts item : facts.values()) {
            long id = item.id().value();
            if (wanted.contains(id)) {
                progress.check();
                PeriodicItemReading reading = new PeriodicItemReading(transaction, rules, period, item,
                    new PeriodicCounts(
                        counts.getOrDefault(id, List.of()), ledger.getOrDefault(id, Map.of())));
                if (period.before().isPresent()) {
                    reading.goOn(layers.getOrDefault(id, List.of()), Optional.ofNullable(before.get(id)));
                } else if (period.starts() > Rules.ALWAYS) {
                    reading.begin();
                }
                reading.read(events);
                reading.item(values.getOrDefault(id, Map.of())).ifPresent(result::add);
                progress.worked(1);
            }
        }
        return result;
    }

    /** What the items are worth at the end by the sub-ledger. */
    private Map<Long, Map<PoolKind, BigDecimal>> values() throws SQLException {
        Map<Long, Map<PoolKind, BigDecimal>> result = new HashMap<>();
        for (String side : List.of("debit", "credit")) {
            String sql = "SELECT p.item_id, p.kind, SUM(e.amount) FROM value_entry e JOIN cost_pool p ON p.id = e."
                + side + "_pool_id WHERE e.effective_at < ? GROUP BY p.item_id, p.kind";
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setLong(1, period.ends());
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        BigDecimal amount = row.getBigDecimal(3);
                        result.computeIfAbsent(row.getLong(1), item -> new EnumMap<>(PoolKind.class)).merge(
                            PoolKind.valueOf(row.getString(2)), side.equals("debit") ? amount : amount.negate(),
                            BigDecimal::add);
                    }
                }
            }
        }
        return result;
    }

}
