package org.stockwright.service.internal.stock;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Component;
import org.stockwright.ledger.spi.BookCheck;

/**
 * Each batch that is done made exactly its good units, as its own lot, under its own number; its units are counted rightly, and
 * nothing was made for a batch that is not done.
 */
@Component
public final class BatchesAreLots implements BookCheck {

    private static final String BATCHES = "SELECT b.document_id, d.number, d.state, b.units, b.made FROM service_batch b "
        + "JOIN document d ON d.id = b.document_id ORDER BY b.document_id";
    private static final String MADE = "SELECT b.document_id, SUM(m.quantity) FROM service_batch b "
        + "JOIN document d ON d.id = b.document_id JOIN posting p ON p.posting_key = d.document_key || ':made' "
        + "JOIN movement m ON m.posting_id = p.id JOIN balance t ON t.id = m.to_balance_id "
        + "JOIN lot l ON l.id = t.lot_id WHERE m.kind = 'PRODUCE' AND p.reference = d.number AND m.item_id = b.item_id "
        + "AND l.code = b.lot_code GROUP BY b.document_id";
    private static final String UNITS = "SELECT batch_id, state, COUNT(*) FROM service_unit GROUP BY batch_id, state";

    @Override
    public String name() {
        return "service-batches-are-lots";
    }

    @Override
    public Findings run(Connection connection) throws SQLException {
        Map<Long, BigDecimal> made = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(MADE); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                made.put(row.getLong(1), row.getBigDecimal(2));
            }
        }
        Map<Long, Map<String, Integer>> units = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(UNITS); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                units.computeIfAbsent(row.getLong(1), batch -> new HashMap<>()).put(row.getString(2), row.getInt(3));
            }
        }
        long rows = 0;
        List<String> wrong = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(BATCHES); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows++;
                long id = row.getLong(1);
                check(new Row(row.getString(2), row.getString(3), row.getInt(4), row.getInt(5)),
                    made.getOrDefault(id, BigDecimal.ZERO), units.getOrDefault(id, Map.of()), wrong);
            }
        }
        return new Findings(rows, wrong);
    }

    private record Row(String number, String state, int units, int made) {
    }

    private static void check(Row batch, BigDecimal made, Map<String, Integer> units, List<String> wrong) {
        if (made.compareTo(BigDecimal.valueOf(batch.made())) != 0) {
            wrong.add(batch.number() + " says that it made " + batch.made() + ", the ledger says "
                + made.stripTrailingZeros().toPlainString());
        }
        int all = units.values().stream().mapToInt(Integer::intValue).sum();
        if (all != batch.units()) {
            wrong.add(batch.number() + " has " + all + " units of " + batch.units());
        }
        int good = all - units.getOrDefault("FAILED", 0);
        if (batch.state().equals("DONE") && (good != batch.made() || units.containsKey("MAKING"))) {
            wrong.add(batch.number() + " is done with " + batch.made() + " units, but " + good + " did not fail");
        }
    }

}
