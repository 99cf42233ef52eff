package org.stockwright.valuation.internal.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.Micros;
import org.stockwright.base.Quantity;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementView;
import org.stockwright.ledger.MovementView.EnteredQuantity;

/** Reads one movement for people. */
final class MovementReading {

    private final Connection connection;

    MovementReading(Connection connection) {
        this.connection = connection;
    }

    MovementView of(long seq) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT m.line, p.posting_key, p.number, "
            + "m.effective_at, m.recorded_at, m.kind, m.item_id, m.quantity, m.entered_quantity, m.entered_unit, lf.code, "
            + "lt.code, l.code, o.code, bf.status, bt.status, m.unit_cost, m.reason, p.reference, p.user_name, "
            + "m.reverses_seq FROM movement m JOIN posting p ON p.id = m.posting_id "
            + "JOIN balance bf ON bf.id = m.from_balance_id JOIN balance bt ON bt.id = m.to_balance_id "
            + "JOIN location lf ON lf.id = bf.location_id JOIN location lt ON lt.id = bt.location_id "
            + "JOIN lot l ON l.id = bf.lot_id JOIN partner o ON o.id = bf.owner_id WHERE m.seq = ?")) {
            select.setLong(1, seq);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                ItemId id = new ItemId(row.getLong(7));
                ItemFacts item = ItemFacts.read(connection, Optional.of(id)).get(id.value());
                long reverses = row.getLong(21);
                return new MovementView(seq, row.getInt(1), row.getString(2), text(row, 3),
                    Micros.toInstant(row.getLong(4)), Micros.toInstant(row.getLong(5)),
                    MovementKind.valueOf(row.getString(6)), id, item.code(), item.name(),
                    new Quantity(row.getBigDecimal(8), item.unit()),
                    new EnteredQuantity(row.getBigDecimal(9).stripTrailingZeros(), row.getString(10)),
                    row.getString(11),
                    row.getString(12), row.getString(13), row.getString(14), row.getString(15), row.getString(16),
                    Optional.ofNullable(row.getBigDecimal(17)), text(row, 18), text(row, 19), row.getString(20),
                    reverses == 0 ? Optional.empty() : Optional.of(reverses));
            }
        }
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }

}
