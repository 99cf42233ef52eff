package org.stockwright.service.internal.cases;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.ReservationId;
import org.stockwright.documents.DocumentId;
import org.stockwright.persistence.Transaction;
import org.stockwright.service.internal.stock.Materials.Held;

/** Materials that the booking holds which a case began with; they stay held until its stages use them up. */
final class BookedStock {

    private static final String SELECT = "SELECT r.id, b.item_id, b.location_id, l.code, b.status, l.expires_on, "
        + "r.open_quantity FROM service_booking k JOIN service_booking_hold h ON h.document_id = k.document_id "
        + "JOIN reservation r ON r.id = h.reservation_id JOIN balance b ON b.id = r.balance_id "
        + "JOIN lot l ON l.id = b.lot_id WHERE k.case_id = ? AND r.open_quantity > 0 ORDER BY r.id";

    private BookedStock() {
        // only reads
    }

    /** What is still held for a case, by the number of the reservation. */
    static List<Held> of(Transaction transaction, DocumentId document) throws SQLException {
        List<Held> result = new ArrayList<>();
        String sql = SELECT + transaction.dialect().withoutWaiting();
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            select.setLong(1, document.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Optional<LocalDate> expires = Optional.ofNullable(row.getDate(6)).map(Date::toLocalDate);
                    result.add(new Held(new ReservationId(row.getLong(1)), new ItemId(row.getLong(2)),
                        new LocationId(row.getLong(3)), row.getString(4), row.getString(5), expires,
                        row.getBigDecimal(7).stripTrailingZeros()));
                }
            }
        }
        return result;
    }

}
