package org.stockwright.service.internal.template;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.stockwright.base.ItemId;
import org.stockwright.persistence.Transaction;

/** What became of prepared units: batches and cases say what was prepared and used, the ledger what was thrown away. */
final class StoredUnits {

    private static final String ITEMS = "SELECT s.item_id, s.code, i.code FROM service_item s "
        + "JOIN item i ON i.id = s.item_id WHERE s.part = 'STORED' ORDER BY s.code, i.code";
    private static final String PREPARED = "SELECT item_id, SUM(CAST(made AS DECIMAL(27,0))) FROM service_batch "
        + "WHERE done_at >= ? AND done_at < ? GROUP BY item_id";
    private static final String USED = "SELECT b.item_id, COUNT(*) FROM service_case c JOIN service_batch b "
        + "ON b.document_id = c.batch_id WHERE c.delivered_at >= ? AND c.delivered_at < ? GROUP BY b.item_id";
    /** A reversal takes back what was thrown away. */
    private static final String SCRAPPED = "SELECT m.item_id, SUM(m.quantity) FROM movement m "
        + "JOIN service_item s ON s.item_id = m.item_id JOIN balance b ON b.id = m.to_balance_id "
        + "JOIN location l ON l.id = b.location_id WHERE s.part = 'STORED' AND l.kind = 'SCRAP' "
        + "AND m.effective_at >= ? AND m.effective_at < ? GROUP BY m.item_id";
    private static final String TAKEN_BACK = SCRAPPED.replace("m.to_balance_id", "m.from_balance_id");
    private static final String EXPIRED = "SELECT b.item_id, SUM(b.on_hand) FROM balance b "
        + "JOIN service_item s ON s.item_id = b.item_id JOIN lot l ON l.id = b.lot_id "
        + "WHERE s.part = 'STORED' AND b.kept = 1 AND l.expires_on < ? GROUP BY b.item_id";

    private final Transaction transaction;
    private final ZoneId zone;
    private final LocalDate today;

    StoredUnits(Transaction transaction, ZoneId zone, LocalDate today) {
        this.transaction = transaction;
        this.zone = zone;
        this.today = today;
    }

    /**
     * The figures of a stored item.
     *
     * @param code the template
     * @param item the stored item
     * @param itemCode its code
     */
    record Figures(String code, ItemId item, String itemCode, BigDecimal prepared, BigDecimal used,
        BigDecimal writtenOff, BigDecimal expired) {
    }

    /** One row for each stored item, by template. */
    List<Figures> figures(LocalDate from, LocalDate until) throws SQLException {
        Map<Long, BigDecimal> prepared = between(PREPARED, from, until);
        Map<Long, BigDecimal> used = between(USED, from, until);
        Map<Long, BigDecimal> scrapped = between(SCRAPPED, from, until);
        between(TAKEN_BACK, from, until)
            .forEach((item, units) -> scrapped.merge(item, units.negate(), BigDecimal::add));
        Map<Long, BigDecimal> expired = expired();
        List<Figures> result = new ArrayList<>();
        try (PreparedStatement select = transaction.connection().prepareStatement(ITEMS);
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                long item = row.getLong(1);
                result.add(new Figures(row.getString(2), new ItemId(item), row.getString(3), of(prepared, item),
                    of(used, item), of(scrapped, item), of(expired, item)));
            }
        }
        return result;
    }

    private static BigDecimal of(Map<Long, BigDecimal> figures, long item) {
        return TemplateRows.plain(figures.getOrDefault(item, BigDecimal.ZERO));
    }

    private Map<Long, BigDecimal> between(String sql, LocalDate from, LocalDate until) throws SQLException {
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            select.setLong(1, CaseTimes.begins(from, zone));
            select.setLong(2, CaseTimes.begins(until.plusDays(1), zone));
            return read(select);
        }
    }

    /** A unit can be used to the end of the day on which it expires. */
    private Map<Long, BigDecimal> expired() throws SQLException {
        try (PreparedStatement select = transaction.connection().prepareStatement(EXPIRED)) {
            select.setDate(1, Date.valueOf(today));
            return read(select);
        }
    }

    private static Map<Long, BigDecimal> read(PreparedStatement select) throws SQLException {
        Map<Long, BigDecimal> result = new HashMap<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                result.put(row.getLong(1), row.getBigDecimal(2));
            }
        }
        return result;
    }

}
