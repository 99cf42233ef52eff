package org.stockwright.ledger.internal.posting;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.stockwright.catalog.NegativePolicy;
import org.stockwright.persistence.Transaction;

/**
 * What a batch changes in the balances, summed per balance and written by rising number: transactions that meet wait
 * for each other, never in a circle. One relative update per balance, which finds no row when too little is free.
 */
final class StockChanges {

    private static final String UPDATE = "UPDATE balance SET on_hand = on_hand + ?, reserved = reserved + ? "
        + "WHERE id = ? AND on_hand - reserved >= ?";
    private static final BigDecimal ANY = new BigDecimal("-999999999999999999");

    private final TreeMap<Long, Change> changes = new TreeMap<>();

    /** What becomes of one balance. */
    static final class Change {

        private final BalanceIndex.Ref ref;
        private final CheckedLine.Side side;
        private BigDecimal onHand = BigDecimal.ZERO;
        private BigDecimal reserved = BigDecimal.ZERO;

        Change(BalanceIndex.Ref ref, CheckedLine.Side side) {
            this.ref = ref;
            this.side = side;
        }

        long id() {
            return ref.id();
        }

        CheckedLine.Side side() {
            return side;
        }

        BigDecimal onHand() {
            return onHand;
        }

        boolean isBlocked() {
            return side.policy() == NegativePolicy.BLOCK;
        }

        /** How much has to be free for this. */
        private BigDecimal needed() {
            BigDecimal taken = reserved.subtract(onHand);
            return isBlocked() && taken.signum() > 0 ? taken : ANY;
        }

    }

    /** What lies in a balance. */
    record Level(BigDecimal onHand, BigDecimal reserved) {

        BigDecimal free() {
            return onHand.subtract(reserved);
        }

    }

    void add(CheckedLine line, Map<BalanceKey, BalanceIndex.Ref> balances) {
        add(line.from(), balances, line.quantity().negate());
        add(line.to(), balances, line.quantity());
    }

    private void add(CheckedLine.Side side, Map<BalanceKey, BalanceIndex.Ref> balances, BigDecimal delta) {
        if (side.isKept()) {
            BalanceIndex.Ref ref = balances.get(side.key());
            Change change = changes.computeIfAbsent(ref.id(), id -> new Change(ref, side));
            change.onHand = change.onHand.add(delta);
        }
    }

    /** Gives back a reservation of a balance that is taken from. */
    void unreserve(long balance, BigDecimal quantity) {
        Change change = changes.get(balance);
        change.reserved = change.reserved.subtract(quantity);
    }

    /** Holds what comes to a balance. */
    void reserve(long balance, BigDecimal quantity) {
        Change change = changes.get(balance);
        change.reserved = change.reserved.add(quantity);
    }

    List<Change> list() {
        return List.copyOf(changes.values());
    }

    /**
     * Writes them.
     *
     * @return those for which too little is free
     */
    List<Change> write(Transaction transaction) throws SQLException {
        followPolicies(transaction);
        List<Change> order = list();
        List<Change> tooLittle = new ArrayList<>();
        if (order.isEmpty()) {
            return tooLittle;
        }
        try (PreparedStatement update = transaction.connection().prepareStatement(UPDATE)) {
            for (Change change : order) {
                update.setBigDecimal(1, change.onHand);
                update.setBigDecimal(2, change.reserved);
                update.setLong(3, change.id());
                update.setBigDecimal(4, change.needed());
                update.addBatch();
            }
            int[] counts = update.executeBatch();
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] == 0) {
                    tooLittle.add(order.get(i));
                }
            }
        }
        return tooLittle;
    }

    /**
     * Marks balances whose item has come into a category of another policy. They are locked in order first, since the
     * updates proper follow in the same order again.
     */
    private void followPolicies(Transaction transaction) throws SQLException {
        if (changes.values().stream().noneMatch(change -> change.ref.allowed() == change.isBlocked())) {
            return;
        }
        levels(transaction.connection(), changes.keySet(), transaction.dialect().forUpdate());
        try (
            PreparedStatement allow = transaction.connection()
                .prepareStatement("UPDATE balance SET negative_allowed = 1 WHERE id = ?");
            PreparedStatement block = transaction.connection().prepareStatement("UPDATE balance SET "
                + "negative_allowed = 0 WHERE id = ? AND on_hand >= 0 AND reserved <= on_hand")) {
            for (Change change : changes.values()) {
                if (change.ref.allowed() == change.isBlocked()) {
                    PreparedStatement update = change.isBlocked() ? block : allow;
                    update.setLong(1, change.id());
                    update.executeUpdate();
                }
            }
        }
    }

    /** What lies in these balances now. */
    static Map<Long, Level> levels(Connection connection, Iterable<Long> ids, String lock) throws SQLException {
        Map<Long, Level> result = new HashMap<>();
        try (PreparedStatement select = connection
            .prepareStatement("SELECT on_hand, reserved FROM balance WHERE id = ?" + lock)) {
            for (long id : ids) {
                select.setLong(1, id);
                try (ResultSet row = select.executeQuery()) {
                    if (row.next()) {
                        result.put(id, new Level(row.getBigDecimal(1), row.getBigDecimal(2)));
                    }
                }
            }
        }
        return result;
    }

}
