package org.stockwright.service.internal.scores;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Micros;
import org.stockwright.base.PartnerId;
import org.stockwright.base.StoredText;
import org.stockwright.ledger.MovementLine;
import org.stockwright.persistence.Dialect;
import org.stockwright.persistence.Transaction;
import org.stockwright.service.internal.versions.Lines;

/** The rows of scores: they are appended, and which one is the newest of a client is kept beside them. */
final class ScoreRows {

    private static final String NEWEST = "SELECT n.partner_id, s.id, s.model_id, v.version, s.inputs, s.hash, s.points, "
        + "s.computed_by, s.computed_at, s.last_day, s.lot, n.in_stock, m.item_id, m.place_id FROM score_newest n "
        + "JOIN score s ON s.id = n.score_id JOIN score_model m ON m.id = s.model_id JOIN service_rule_version v "
        + "ON v.id = s.model_id WHERE n.code = ? AND ";

    /** Up to here, reading the rows between two numbers is cheaper than asking twice. */
    private static final long CLOSE = 16;

    private final Transaction transaction;

    ScoreRows(Transaction transaction) {
        this.transaction = transaction;
    }

    /**
     * The newest score of a client.
     *
     * @param client whose
     * @param id its identity
     * @param model the identity of the version by which it was computed
     * @param version the number of that version
     * @param inputs of what it was computed
     * @param hash of these
     * @param points the score
     * @param by who had it computed
     * @param computed when
     * @param lastDay the last day on which it can be used
     * @param lot of its unit; empty when it is no stock
     * @param unit where its unit lies, while it does
     */
    record Newest(long client, long id, long model, int version, Map<String, String> inputs, String hash,
        BigDecimal points, String by, Instant computed, LocalDate lastDay, String lot, Optional<Unit> unit) {
    }

    /**
     * Where units of scores lie.
     *
     * @param item of which item
     * @param place at which place
     * @param lot of which lot
     */
    record Unit(ItemId item, LocationId place, String lot) {
    }

    /** The newest scores of clients, by client: those whose numbers lie close to each other are read in one go. */
    Map<Long, Newest> newest(String code, Collection<Long> clients) throws SQLException {
        Map<Long, Newest> result = new HashMap<>();
        List<Long> all = List.copyOf(new TreeSet<>(clients));
        String sql = NEWEST + "n.partner_id >= ? AND n.partner_id <= ?";
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            select.setString(1, StoredText.mended(code));
            int first = 0;
            for (int next = 1; next <= all.size(); next++) {
                if (next == all.size() || all.get(next) - all.get(next - 1) > CLOSE) {
                    select.setLong(2, all.get(first));
                    select.setLong(3, all.get(next - 1));
                    try (ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            Newest newest = read(row);
                            result.put(newest.client(), newest);
                        }
                    }
                    first = next;
                }
            }
        }
        result.keySet().retainAll(all);
        return result;
    }

    private static Newest read(ResultSet row) throws SQLException {
        long item = row.getLong(13);
        boolean inStock = row.getInt(12) == 1;
        String lot = row.getString(11);
        return new Newest(row.getLong(1), row.getLong(2), row.getLong(3), row.getInt(4), Lines.named(row.getString(5)),
            row.getString(6), ModelRows.plain(row.getBigDecimal(7)), row.getString(8), Micros.toInstant(row.getLong(9)),
            row.getDate(10).toLocalDate(), lot, inStock
                ? Optional.of(new Unit(new ItemId(item), new LocationId(row.getLong(14)), lot)) : Optional.empty());
    }

    /** The clients that have a score, behind a number, by number. */
    List<Long> clients(String code, long behind, int limit) throws SQLException {
        List<Long> result = new ArrayList<>();
        try (PreparedStatement select = transaction.connection().prepareStatement(
            "SELECT partner_id FROM score_newest WHERE code = ? AND partner_id > ? ORDER BY partner_id")) {
            select.setMaxRows(limit);
            select.setString(1, code);
            select.setLong(2, behind);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.add(row.getLong(1));
                }
            }
        }
        return result;
    }

    /**
     * A score that is computed now.
     *
     * @param client whose
     * @param inputs of what it was computed
     * @param hash of these
     * @param points the score
     */
    record Computed(long client, Map<String, String> inputs, String hash, BigDecimal points) {
    }

    /** Appends scores and makes them the newest ones of their clients. */
    void append(String code, long model, List<Computed> scores, LocalDate lastDay, String lot,
        Collection<Long> known) throws SQLException {
        long id = transaction.nextIds("score_seq", scores.size());
        try (
            PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO score (id, model_id, "
                + "partner_id, inputs, hash, points, computed_by, computed_at, last_day, lot) "
                + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
            PreparedStatement update = transaction.connection().prepareStatement(
                "UPDATE score_newest SET score_id = ?, in_stock = ? WHERE code = ? AND partner_id = ?");
            PreparedStatement first = transaction.connection().prepareStatement(
                "INSERT INTO score_newest (score_id, in_stock, code, partner_id) VALUES (?, ?, ?, ?)")) {
            for (Computed score : scores) {
                insert.setLong(1, id);
                insert.setLong(2, model);
                insert.setLong(3, score.client());
                insert.setString(4, Lines.of(score.inputs()));
                insert.setString(5, score.hash());
                insert.setBigDecimal(6, score.points());
                insert.setString(7, transaction.user());
                insert.setLong(8, Micros.of(transaction.now()));
                insert.setDate(9, Date.valueOf(lastDay));
                insert.setString(10, lot);
                insert.addBatch();
                PreparedStatement newest = known.contains(score.client()) ? update : first;
                newest.setLong(1, id);
                newest.setInt(2, lot.isEmpty() ? 0 : 1);
                newest.setString(3, code);
                newest.setLong(4, score.client());
                newest.addBatch();
                id++;
            }
            insert.executeBatch();
            update.executeBatch();
            first.executeBatch();
        }
    }

    /** The units of these clients' scores lie in stock no more. */
    void writtenOff(String code, Collection<Long> clients) throws SQLException {
        try (PreparedStatement update = transaction.connection()
            .prepareStatement("UPDATE score_newest SET in_stock = 0 WHERE code = ? AND partner_id = ?")) {
            for (long client : new TreeSet<>(clients)) {
                update.setString(1, code);
                update.setLong(2, client);
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    /** What is free of a lot at a place, of our own, available and loose; nobody waits for it. */
    BigDecimal free(Unit unit) throws SQLException {
        String sql = "SELECT COALESCE(SUM(b.on_hand - b.reserved), 0) FROM balance b JOIN lot l ON l.id = b.lot_id "
            + "WHERE l.item_id = ? AND l.code = ? AND b.item_id = ? AND b.location_id = ? AND b.owner_id = ? "
            + "AND b.status = ? AND b.handling_unit_id = 0"
            + (transaction.dialect() == Dialect.DERBY ? " WITH UR" : "");
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            select.setLong(1, unit.item().value());
            select.setString(2, unit.lot());
            select.setLong(3, unit.item().value());
            select.setLong(4, unit.place().value());
            select.setLong(5, PartnerId.SELF.value());
            select.setString(6, MovementLine.AVAILABLE);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBigDecimal(1);
            }
        }
    }

    /** How much of an item of ours lies at a place. */
    BigDecimal onHand(ItemId item, LocationId place) throws SQLException {
        try (PreparedStatement select = transaction.connection().prepareStatement(
            "SELECT COALESCE(SUM(on_hand), 0) FROM balance WHERE item_id = ? AND location_id = ? AND kept = 1 "
                + "AND owner_id = ?")) {
            select.setLong(1, item.value());
            select.setLong(2, place.value());
            select.setLong(3, PartnerId.SELF.value());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return ModelRows.plain(row.getBigDecimal(1));
            }
        }
    }

}
