package org.stockwright.service.internal.stock;

import java.math.BigDecimal;
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
import org.stockwright.documents.DocumentId;
import org.stockwright.persistence.Transaction;

/** Reads where batches lie, from the balances of the ledger. */
final class LotRows {

    private static final String SELECT = "SELECT s.document_id, b.item_id, l.code, b.location_id, p.code, l.expires_on, "
        + "SUM(b.on_hand), SUM(b.reserved), SUM(CASE WHEN q.available = 1 THEN b.on_hand ELSE 0 END), "
        + "SUM(CASE WHEN q.available = 1 THEN b.reserved ELSE 0 END) FROM service_batch s "
        + "JOIN lot l ON l.item_id = s.item_id AND l.code = s.lot_code "
        + "JOIN balance b ON b.lot_id = l.id JOIN location p ON p.id = b.location_id "
        + "JOIN quality_status q ON q.code = b.status "
        + "WHERE b.kept = 1 AND b.owner_id = 0 AND b.on_hand <> 0";
    private static final String GROUPED = " GROUP BY s.document_id, b.item_id, l.code, b.location_id, p.code, l.expires_on";

    private final Transaction transaction;

    LotRows(Transaction transaction) {
        this.transaction = transaction;
    }

    /** A batch at a place. Of what lies there, only a part may be in a quality status in which it can be used. */
    record Row(DocumentId batch, ItemId item, String lot, LocationId place, String placeCode,
        Optional<LocalDate> expires, BigDecimal onHand, BigDecimal reserved, BigDecimal available,
        BigDecimal availableReserved) {
    }

    List<Row> read(Optional<String> template) throws SQLException {
        String sql = SELECT + (template.isPresent() ? " AND s.template_code = ?" : "") + GROUPED;
        List<Row> result = new ArrayList<>();
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            if (template.isPresent()) {
                select.setString(1, template.get());
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.add(new Row(new DocumentId(row.getLong(1)), new ItemId(row.getLong(2)), row.getString(3),
                        new LocationId(row.getLong(4)), row.getString(5),
                        Optional.ofNullable(row.getDate(6)).map(Date::toLocalDate), row.getBigDecimal(7),
                        row.getBigDecimal(8), row.getBigDecimal(9), row.getBigDecimal(10)));
                }
            }
        }
        return result;
    }

}
