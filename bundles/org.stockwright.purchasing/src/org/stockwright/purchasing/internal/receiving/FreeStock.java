package org.stockwright.purchasing.internal.receiving;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.PartnerId;
import org.stockwright.persistence.Dialect;
import org.stockwright.persistence.Transaction;

/**
 * Our own loose stock that nobody holds, read without locking it: the ledger checks again when it posts. What was taken once
 * is not offered again.
 */
public final class FreeStock {

    private final Transaction transaction;
    private final Map<Long, BigDecimal> used = new HashMap<>();

    /** Reads in a transaction. */
    public FreeStock(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Where stock lies, and in which quality status. */
    public record Lot(LocationId place, String status) {
    }

    /** A quantity that was taken, in the base unit. */
    public record Taken(Lot lot, BigDecimal quantity) {
    }

    private record Row(long balance, Lot lot, BigDecimal free) {
    }

    /**
     * Takes stock of an item's lot: by the order of the statuses, in each from the first place before others.
     *
     * @param only whether other places are left alone
     * @return at most the quantity that is asked for
     */
    public List<Taken> take(ItemId item, String lot, List<String> statuses, LocationId first, boolean only,
        BigDecimal quantity) throws SQLException {
        List<Row> rows = new ArrayList<>(read(item, lot));
        rows.removeIf(row -> !statuses.contains(row.lot().status()) || only && !row.lot().place().equals(first));
        rows.sort(Comparator.comparing((Row row) -> statuses.indexOf(row.lot().status()))
            .thenComparing(row -> !row.lot().place().equals(first)).thenComparing(Row::balance));
        List<Taken> taken = new ArrayList<>();
        BigDecimal left = quantity;
        for (Row row : rows) {
            BigDecimal part = row.free().subtract(used.getOrDefault(row.balance(), BigDecimal.ZERO)).min(left);
            if (part.signum() > 0) {
                taken.add(new Taken(row.lot(), part));
                used.merge(row.balance(), part, BigDecimal::add);
                left = left.subtract(part);
            }
        }
        return taken;
    }

    private List<Row> read(ItemId item, String lot) throws SQLException {
        String sql = "SELECT b.id, b.location_id, b.status, b.on_hand - b.reserved FROM balance b "
            + "JOIN lot l ON l.id = b.lot_id WHERE b.item_id = ? AND l.code = ? AND b.owner_id = ? "
            + "AND b.handling_unit_id = 0 AND b.kept = 1 AND b.on_hand > b.reserved"
            + (transaction.dialect() == Dialect.DERBY ? " WITH UR" : "");
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            select.setLong(1, item.value());
            select.setString(2, lot);
            select.setLong(3, PartnerId.SELF.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(row.getLong(1), new Lot(new LocationId(row.getLong(2)), row.getString(3)),
                        row.getBigDecimal(4)));
                }
            }
        }
        return rows;
    }

}
