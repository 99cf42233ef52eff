package org.stockwright.ledger.internal.posting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.Micros;
import org.stockwright.base.Quantity;
import org.stockwright.base.Rational;
import org.stockwright.base.Unit;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementView;
import org.stockwright.ledger.MovementView.EnteredQuantity;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;

/** Reads the movements of postings for those who look at documents. */
final class PostedMovements {

    private static final String SELECT = "SELECT m.seq, m.line, p.posting_key, p.number, m.effective_at, "
        + "m.recorded_at, m.kind, i.id, i.code, i.name, m.quantity, m.entered_quantity, m.entered_unit, lf.code, "
        + "lt.code, l.code, o.code, bf.status, bt.status, m.unit_cost, m.reason, p.reference, p.user_name, "
        + "m.reverses_seq, m.posting_id, u.code, u.dimension, u.numerator, u.denominator, u.scale, u.step "
        + "FROM movement m JOIN posting p ON p.id = m.posting_id JOIN item i ON i.id = m.item_id "
        + "JOIN unit u ON u.id = i.unit_id JOIN balance bf ON bf.id = m.from_balance_id "
        + "JOIN balance bt ON bt.id = m.to_balance_id JOIN location lf ON lf.id = bf.location_id "
        + "JOIN location lt ON lt.id = bt.location_id JOIN lot l ON l.id = bf.lot_id "
        + "JOIN partner o ON o.id = bf.owner_id WHERE m.posting_id IN ";

    private PostedMovements() {
    }

    /** The movements of these postings, in the order of their lines. */
    static Map<Long, List<MovementView>> of(Transaction transaction, Collection<Long> postings) throws SQLException {
        Map<Long, List<MovementView>> result = new HashMap<>();
        new BulkSelect(transaction).each(SELECT, postings, "",
            row -> result.computeIfAbsent(row.getLong(25), id -> new ArrayList<>()).add(view(row)));
        result.values().forEach(list -> list.sort(Comparator.comparingInt(MovementView::line)));
        return result;
    }

    private static MovementView view(ResultSet row) throws SQLException {
        Unit unit = new Unit(row.getString(26), row.getString(27),
            new Rational(row.getBigDecimal(28).toBigIntegerExact(), row.getBigDecimal(29).toBigIntegerExact()),
            row.getInt(30), row.getBigDecimal(31));
        long reverses = row.getLong(24);
        Optional<Long> reversed = row.wasNull() ? Optional.empty() : Optional.of(reverses);
        return new MovementView(row.getLong(1), row.getInt(2), row.getString(3), text(row, 4),
            Micros.toInstant(row.getLong(5)), Micros.toInstant(row.getLong(6)), MovementKind.valueOf(row.getString(7)),
            new ItemId(row.getLong(8)), row.getString(9), row.getString(10),
            new Quantity(row.getBigDecimal(11), unit),
            new EnteredQuantity(row.getBigDecimal(12).stripTrailingZeros(), row.getString(13)), row.getString(14),
            row.getString(15), row.getString(16), row.getString(17), row.getString(18), row.getString(19),
            Optional.ofNullable(row.getBigDecimal(20)), text(row, 21), text(row, 22), row.getString(23), reversed);
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }

}
