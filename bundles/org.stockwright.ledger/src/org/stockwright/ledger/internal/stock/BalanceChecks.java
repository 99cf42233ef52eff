package org.stockwright.ledger.internal.stock;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.stockwright.ledger.LocationKind;

/** Checks of the balances against what they are derived from and against their own rules. */
final class BalanceChecks {

    private static final String NAMED = """
        i.code, l.code, b.id FROM balance b JOIN item i ON i.id = b.item_id \
        JOIN location l ON l.id = b.location_id""";
    private static final String ALL_BALANCES = "SELECT COUNT(*) FROM balance";

    private BalanceChecks() {
    }

    static List<Check> all() {
        return List.of(new Check("balances-equal-movements", BalanceChecks::equalMovements),
            new Check("reserved-equals-events", BalanceChecks::reservedEqualsEvents),
            Check.bySql("reserved-covered", ALL_BALANCES, "SELECT b.reserved, b.on_hand, " + NAMED
                + " WHERE b.reserved < 0 OR (b.reserved > b.on_hand AND b.negative_allowed = 0)",
                "%s are reserved of %s of %s at %s (balance %s)"),
            Check.bySql("no-forbidden-negative", ALL_BALANCES, "SELECT b.on_hand, " + NAMED
                + " WHERE b.on_hand < 0 AND b.negative_allowed = 0",
                "%s of %s at %s, where the policy forbids negatives (balance %s)"),
            Check.bySql("balances-kept-by-kind", ALL_BALANCES, "SELECT l.kind, b.kept, " + NAMED + " WHERE b.kept <> "
                + "CASE WHEN l.kind IN (" + keptKinds() + ") THEN 1 ELSE 0 END",
                "a place of kind %s has kept = %s: %s at %s (balance %s)"),
            Check.bySql("lots-belong-to-item", "SELECT COUNT(*) FROM balance WHERE lot_id <> 0",
                "SELECT t.code, " + NAMED + " JOIN lot t ON t.id = b.lot_id WHERE b.lot_id <> 0 "
                    + "AND (t.item_id IS NULL OR t.item_id <> b.item_id)",
                "the lot %s is not one of %s, but lies at %s (balance %s)"),
            Check.bySql("serials-are-one-piece", "SELECT COUNT(*) FROM lot WHERE serial = 1", """
                SELECT t.code, SUM(b.on_hand) FROM balance b JOIN lot t ON t.id = b.lot_id \
                WHERE t.serial = 1 AND b.kept = 1 GROUP BY t.id, t.code HAVING SUM(b.on_hand) > 1""",
                "the serial number %s is there %s times"));
    }

    private static String keptKinds() {
        return Arrays.stream(LocationKind.values()).filter(LocationKind::isKept).map(kind -> "'" + kind.name() + "'")
            .collect(Collectors.joining(", "));
    }

    private static void equalMovements(Connection connection, Findings findings) throws SQLException {
        Map<Long, BigDecimal> sums = movementSums(connection, findings);
        new SqlQuery("SELECT b.on_hand, b.kept, b.reserved, " + NAMED).forEach(connection, row -> {
            BigDecimal stored = row.getBigDecimal(1);
            BigDecimal derived = row.getInt(2) == 1 ? sums.getOrDefault(row.getLong(6), BigDecimal.ZERO)
                : BigDecimal.ZERO;
            if (stored.compareTo(derived) != 0) {
                findings.wrong("%s at %s: stored %s, the movements say %s (balance %d)".formatted(row.getString(4),
                    row.getString(5), plain(stored), plain(derived), row.getLong(6)));
            }
        });
    }

    /** What the movements add up to, by balance; only the sums are in memory. */
    static Map<Long, BigDecimal> movementSums(Connection connection, Findings findings) throws SQLException {
        Map<Long, BigDecimal> sums = new HashMap<>();
        new SqlQuery("SELECT from_balance_id, to_balance_id, quantity FROM movement").forEach(connection, row -> {
            findings.looked();
            BigDecimal quantity = row.getBigDecimal(3);
            sums.merge(row.getLong(1), quantity.negate(), BigDecimal::add);
            sums.merge(row.getLong(2), quantity, BigDecimal::add);
        });
        return sums;
    }

    private static void reservedEqualsEvents(Connection connection, Findings findings) throws SQLException {
        Map<Long, BigDecimal> byBalance = new HashMap<>();
        Map<Long, BigDecimal> byReservation = new HashMap<>();
        new SqlQuery("SELECT balance_id, reservation_id, delta FROM reservation_event").forEach(connection, row -> {
            findings.looked();
            byBalance.merge(row.getLong(1), row.getBigDecimal(3), BigDecimal::add);
            byReservation.merge(row.getLong(2), row.getBigDecimal(3), BigDecimal::add);
        });
        new SqlQuery("SELECT b.reserved, " + NAMED).forEach(connection, row -> {
            BigDecimal derived = byBalance.getOrDefault(row.getLong(4), BigDecimal.ZERO);
            if (row.getBigDecimal(1).compareTo(derived) != 0) {
                findings.wrong("%s at %s: reserved %s, the events say %s (balance %d)".formatted(row.getString(2),
                    row.getString(3), plain(row.getBigDecimal(1)), plain(derived), row.getLong(4)));
            }
        });
        new SqlQuery("SELECT id, open_quantity, holder FROM reservation").forEach(connection, row -> {
            BigDecimal derived = byReservation.getOrDefault(row.getLong(1), BigDecimal.ZERO);
            if (row.getBigDecimal(2).compareTo(derived) != 0) {
                findings.wrong("the reservation for %s holds %s, its events say %s".formatted(row.getString(3),
                    plain(row.getBigDecimal(2)), plain(derived)));
            }
        });
    }

    static String plain(BigDecimal stored) {
        return stored.signum() == 0 ? "0" : stored.stripTrailingZeros().toPlainString();
    }

}
