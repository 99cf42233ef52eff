package org.stockwright.ledger.internal.posting;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.stockwright.base.Micros;
import org.stockwright.persistence.Transaction;

/** Stores the lots and handling units that a batch brings in, always in the same order, and gives them numbers. */
final class NewRows {

    private static final String SEQUENCE = "catalog_seq";

    private final Map<Long, Long> lots = new HashMap<>();
    private final Map<Long, Long> units = new HashMap<>();

    NewRows(Transaction transaction, Facts facts) throws SQLException {
        storeLots(transaction, facts.lots().made());
        storeUnits(transaction, facts.newHandlingUnits());
    }

    private void storeLots(Transaction transaction, List<Lots.Lot> made) throws SQLException {
        if (made.isEmpty()) {
            return;
        }
        List<Lots.Lot> order = new ArrayList<>(made);
        order.sort(Comparator.comparingLong(Lots.Lot::item).thenComparing(Lots.Lot::code));
        long id = transaction.nextIds(SEQUENCE, order.size());
        try (PreparedStatement insert = transaction.connection().prepareStatement(
            "INSERT INTO lot (id, item_id, code, serial, expires_on, created_at) VALUES (?, ?, ?, ?, ?, ?)")) {
            for (Lots.Lot lot : order) {
                insert.setLong(1, id);
                insert.setLong(2, lot.item());
                insert.setString(3, lot.code());
                insert.setInt(4, lot.serial() ? 1 : 0);
                if (lot.expires().isPresent()) {
                    insert.setDate(5, Date.valueOf(lot.expires().get()));
                } else {
                    insert.setNull(5, Types.DATE);
                }
                insert.setLong(6, Micros.of(transaction.now()));
                insert.addBatch();
                lots.put(lot.id(), id);
                id++;
            }
            insert.executeBatch();
        }
    }

    private void storeUnits(Transaction transaction, List<String> codes) throws SQLException {
        if (codes.isEmpty()) {
            return;
        }
        Map<String, Long> provisional = new HashMap<>();
        for (int i = 0; i < codes.size(); i++) {
            provisional.put(codes.get(i), -i - 1L);
        }
        long id = transaction.nextIds(SEQUENCE, codes.size());
        try (PreparedStatement insert = transaction.connection()
            .prepareStatement("INSERT INTO handling_unit (id, code, created_at) VALUES (?, ?, ?)")) {
            for (String code : codes.stream().sorted().toList()) {
                insert.setLong(1, id);
                insert.setString(2, code);
                insert.setLong(3, Micros.of(transaction.now()));
                insert.addBatch();
                units.put(provisional.get(code), id);
                id++;
            }
            insert.executeBatch();
        }
    }

    /** Whether nothing was stored: lines stay as they are. */
    boolean isEmpty() {
        return lots.isEmpty() && units.isEmpty();
    }

    /** The line with the numbers of what was stored. */
    CheckedLine stored(CheckedLine line) {
        return new CheckedLine(line.number(), line.kind(), line.item(), line.quantity(), line.entered(),
            line.enteredUnit(), stored(line.from()), stored(line.to()), line.unitCost(), line.reason(),
            line.reverses());
    }

    private CheckedLine.Side stored(CheckedLine.Side side) {
        BalanceKey key = side.key();
        return new CheckedLine.Side(
            key.stored(lots.getOrDefault(key.lot(), key.lot()), units.getOrDefault(key.handlingUnit(),
                key.handlingUnit())),
            side.place(), side.policy());
    }

}
