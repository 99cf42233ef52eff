package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Micros;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.persistence.Transaction;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.ProductionOrders.Charge;
import org.stockwright.valuation.ProductionOrders.Holding;
import org.stockwright.valuation.ValuationRefusal;
import org.stockwright.valuation.internal.engine.Key;

/** Charges work to a production order, and closes one, inside one transaction. */
final class OrderDocument {

    private static final String COST = "ORDER_COST";
    private static final String CLOSE = "ORDER_CLOSE";

    private final Transaction transaction;
    private final Valuer valuer;
    private CostDocument document;

    OrderDocument(Transaction transaction, Valuer valuer) {
        this.transaction = transaction;
        this.valuer = valuer;
    }

    Outcome<Holding> charge(Charge charge) throws SQLException {
        Outcome<BigDecimal> done = post(COST, charge.key(), charge.order(), charge.effective(), charge.amount(),
            charge.reason());
        if (!done.isDone()) {
            return Outcome.refused(done.refusals());
        }
        BigDecimal holds = Orders.holdings(transaction.connection(), Long.MAX_VALUE).get(charge.order());
        return Outcome.done(new Holding(charge.order(), ValuationComponent.plain(holds)));
    }

    Outcome<BigDecimal> close(String key, String order, Instant effective, String reason) throws SQLException {
        return post(CLOSE, key, order, effective, Cost.ZERO, reason);
    }

    /** Answers what was charged, or what the order held when it was closed. */
    private Outcome<BigDecimal> post(String kind, String key, String order, Instant effective, Cost amount,
        String reason) throws SQLException {
        // whoever closes a period locks it too: nothing gets into a period while it is closed
        Heads.lockSetting(transaction, Heads.NEW);
        document = new CostDocument(transaction, valuer);
        List<Refusal> refusals = new ArrayList<>(document.common(key, effective));
        String hash = CostDocument.hash(kind,
            String.join("|", order, effective.toString(), amount.toString(), reason.strip()));
        if (refusals.isEmpty()) {
            Outcome<BigDecimal> known = known(key, hash);
            if (known != null) {
                return known;
            }
        }
        if (kind.equals(COST) && (amount.isZero() || document.tooFine(amount))) {
            refusals.add(Refusal.of(ValuationRefusal.BAD_AMOUNT, amount.total().toPlainString(),
                "it is not zero and has no more decimals than amounts have"));
        }
        CostDocument.text(reason, CostDocument.LONGEST_REASON, "reason", refusals);
        if (!moved(order)) {
            refusals.add(Refusal.of(ValuationRefusal.UNKNOWN_ORDER, order)
                .hint("An order is the reference under which goods are used up and made."));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        long id = transaction.nextId("cost_event_seq");
        document.insert(new CostDocument.Row(id, key, 1, kind, 0, 0, new Orders(transaction).number(order), amount, "",
            reason.strip(), hash, effective));
        valuer.order(transaction, order, new Key(Micros.of(effective), Key.COST, id));
        transaction.changes(Topic.STOCK);
        return Outcome.done(booked(id));
    }

    private boolean moved(String order) throws SQLException {
        try (PreparedStatement select = transaction.connection().prepareStatement("SELECT MIN(m.seq) FROM posting p "
            + "JOIN movement m ON m.posting_id = p.id WHERE p.reference = ? AND m.kind IN ('CONSUME', 'PRODUCE')")) {
            select.setString(1, order);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1) != 0;
            }
        }
    }

    private Outcome<BigDecimal> known(String key, String hash) throws SQLException {
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT content_hash, id FROM cost_event WHERE event_key = ?")) {
            select.setString(1, key);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                return row.getString(1).equals(hash) ? Outcome.done(booked(row.getLong(2)))
                    : Outcome.refused(Refusal.of(ValuationRefusal.KEY_REUSED, key)
                        .hint("Use another key for another document."));
            }
        }
    }

    private BigDecimal booked(long event) throws SQLException {
        try (PreparedStatement select = transaction.connection().prepareStatement("SELECT SUM(v.amount) FROM "
            + "cost_event e JOIN order_entry x ON x.order_id = e.order_id JOIN value_entry v ON v.id = x.entry_id "
            + "WHERE e.id = ? AND v.source_rank = 2 AND v.source_seq = e.id AND v.item_id = 0")) {
            select.setLong(1, event);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return ValuationComponent.plain(row.getBigDecimal(1));
            }
        }
    }

}
