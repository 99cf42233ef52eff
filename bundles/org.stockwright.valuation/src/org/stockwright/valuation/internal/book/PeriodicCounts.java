package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.stockwright.ledger.MovementLine;
import org.stockwright.valuation.PeriodicRow.Basis;

/** What was counted of an item for the end of a period, beside what the ledger has then. */
final class PeriodicCounts {

    private static final Comparator<Map.Entry<StockPlace, BigDecimal>> EASIEST = Comparator.<Map.Entry<StockPlace, BigDecimal>, Boolean>comparing(
        entry -> !isLoose(entry.getKey()))
        .thenComparing(Map.Entry::getValue, Comparator.reverseOrder())
        .thenComparing(entry -> entry.getKey().location());

    private final List<Row> rows;
    private final Map<StockPlace, BigDecimal> ledger;

    PeriodicCounts(List<Row> rows, Map<StockPlace, BigDecimal> ledger) {
        this.rows = rows;
        this.ledger = ledger;
    }

    /**
     * A stored count.
     *
     * @param item the item
     * @param lot the lot, or 0
     * @param location the place; 0 for all together
     * @param quantity how much
     */
    record Row(long item, long lot, long location, BigDecimal quantity) {

        /** Whether both are about the same place, or about all. */
        boolean isOf(Row other) {
            return item == other.item && lot == other.lot && location == other.location;
        }

        /** Whether another count takes the place of this one: of the same goods, or of all places instead of one. */
        boolean isReplacedBy(Row later) {
            return item == later.item && lot == later.lot
                && (location == later.location || (location == 0) != (later.location == 0));
        }

    }

    /** The counts for the end of a period, by item; those that were replaced are left out. */
    static Map<Long, List<Row>> read(Connection connection, long ends) throws SQLException {
        Map<Long, List<Row>> result = new TreeMap<>();
        try (
            PreparedStatement select = connection.prepareStatement("SELECT item_id, lot_id, location_id, quantity FROM "
                + "period_count WHERE ends_at = ? ORDER BY id")) {
            select.setLong(1, ends);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    Row row = new Row(found.getLong(1), found.getLong(2), found.getLong(3), found.getBigDecimal(4));
                    List<Row> known = result.computeIfAbsent(row.item(), item -> new ArrayList<>());
                    known.removeIf(earlier -> earlier.isReplacedBy(row));
                    known.add(row);
                }
            }
        }
        return result;
    }

    /** Where the ledger has our own goods at an instant, exclusive, by item; not those on their way or being made. */
    static Map<Long, Map<StockPlace, BigDecimal>> ledger(Connection connection, PlaceMap places, long before)
        throws SQLException {
        Map<Long, Map<StockPlace, BigDecimal>> result = new TreeMap<>();
        for (String side : List.of("to", "from")) {
            String sql = "SELECT b.item_id, b.lot_id, b.location_id, b.status, h.code, SUM(m.quantity) FROM movement m "
                + "JOIN balance b ON b.id = m." + side + "_balance_id LEFT JOIN handling_unit h "
                + "ON h.id = b.handling_unit_id AND h.id <> 0 WHERE b.kept = 1 AND b.owner_id = 0 "
                + "AND m.effective_at < ? GROUP BY b.item_id, b.lot_id, b.location_id, b.status, h.code";
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setLong(1, before);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        if (!places.isApart(row.getLong(3))) {
                            BigDecimal quantity = row.getBigDecimal(6);
                            result.computeIfAbsent(row.getLong(1), item -> new LinkedHashMap<>()).merge(
                                new StockPlace(row.getLong(2), row.getLong(3), row.getString(4),
                                    Optional.ofNullable(row.getString(5)).orElse("")),
                                side.equals("to") ? quantity : quantity.negate(), BigDecimal::add);
                        }
                    }
                }
            }
        }
        return result;
    }

    private static boolean isLoose(StockPlace place) {
        return place.unit().isEmpty() && place.status().equals(MovementLine.AVAILABLE);
    }

    /** What the ledger has of the item. */
    BigDecimal byLedger() {
        return ledger.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Where the closing quantity comes from. */
    Basis basis() {
        if (rows.isEmpty()) {
            return Basis.LEDGER;
        }
        boolean all = ledger.entrySet().stream().filter(entry -> entry.getValue().signum() != 0)
            .allMatch(entry -> rows.stream().anyMatch(row -> covers(row, entry.getKey())));
        return all ? Basis.COUNTED : Basis.PARTLY_COUNTED;
    }

    private static boolean covers(Row row, StockPlace place) {
        return row.lot() == place.lot() && (row.location() == 0 || row.location() == place.location());
    }

    /** The closing quantities by lot: what was counted, and what the ledger has where nobody did. */
    Map<Long, BigDecimal> closing() {
        Map<Long, BigDecimal> result = new TreeMap<>();
        rows.forEach(row -> result.merge(row.lot(), row.quantity(), BigDecimal::add));
        ledger.forEach((place, quantity) -> result.merge(place.lot(),
            rows.stream().anyMatch(row -> covers(row, place)) ? BigDecimal.ZERO : quantity, BigDecimal::add));
        return result;
    }

    /**
     * What has to be posted, by place, so that the ledger has what was counted: what is missing is taken where it can be
     * taken most easily, what was found is put where most of it lies. A place without number is the one where goods
     * usually come in.
     */
    Map<StockPlace, BigDecimal> differences() {
        Map<StockPlace, BigDecimal> result = new LinkedHashMap<>();
        for (Row row : rows) {
            List<Map.Entry<StockPlace, BigDecimal>> there = ledger.entrySet().stream()
                .filter(entry -> covers(row, entry.getKey())).sorted(EASIEST).toList();
            BigDecimal rest = row.quantity()
                .subtract(there.stream().map(Map.Entry::getValue).reduce(BigDecimal.ZERO, BigDecimal::add));
            for (Map.Entry<StockPlace, BigDecimal> entry : there) {
                if (rest.signum() < 0 && entry.getValue().signum() > 0) {
                    BigDecimal some = entry.getValue().min(rest.negate());
                    result.put(entry.getKey(), some.negate());
                    rest = rest.add(some);
                }
            }
            if (rest.signum() != 0) {
                long place = there.isEmpty() ? row.location() : there.getFirst().getKey().location();
                result.merge(new StockPlace(row.lot(), place, MovementLine.AVAILABLE, ""), rest, BigDecimal::add);
            }
        }
        return result;
    }

}
