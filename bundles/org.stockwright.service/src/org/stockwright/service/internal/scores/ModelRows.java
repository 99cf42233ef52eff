package org.stockwright.service.internal.scores;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;
import org.stockwright.service.ScoreModel;
import org.stockwright.service.internal.versions.Head;

/** The rows of models, below the heads of their versions. */
final class ModelRows {

    private final Transaction transaction;

    ModelRows(Transaction transaction) {
        this.transaction = transaction;
    }

    List<ScoreModel> read(List<Head> heads) throws SQLException {
        Map<Long, Head> byId = new HashMap<>();
        heads.forEach(head -> byId.put(head.id(), head));
        Map<Long, ScoreModel> found = new HashMap<>();
        new BulkSelect(transaction).each("SELECT id, formula, decimals, validity_days, item_id, place_id, cost "
            + "FROM score_model WHERE id IN ", new TreeSet<>(byId.keySet()), "", row -> {
                Head head = byId.get(row.getLong(1));
                if (head != null) {
                    found.put(head.id(), model(head, row));
                }
            });
        List<ScoreModel> result = new ArrayList<>();
        heads.forEach(head -> Optional.ofNullable(found.get(head.id())).ifPresent(result::add));
        return result;
    }

    ScoreModel read(Head head) throws SQLException {
        return read(List.of(head)).getFirst();
    }

    private static ScoreModel model(Head head, ResultSet row) throws SQLException {
        return new ScoreModel(head.code(), head.version(), head.name(), head.state(), head.from(), head.until(),
            row.getString(2), row.getInt(3), row.getInt(4), number(row, 5).map(ItemId::new),
            number(row, 6).map(LocationId::new), plain(row.getBigDecimal(7)));
    }

    static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    private static Optional<Long> number(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }

    void insert(long id, ScoreModel model) throws SQLException {
        try (PreparedStatement insert = transaction.connection()
            .prepareStatement("INSERT INTO score_model (id, formula, "
                + "decimals, validity_days, item_id, place_id, cost) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setString(2, model.formula());
            insert.setInt(3, model.decimals());
            insert.setInt(4, model.validityDays());
            insert.setObject(5, model.item().map(ItemId::value).orElse(null), Types.BIGINT);
            insert.setObject(6, model.place().map(LocationId::value).orElse(null), Types.BIGINT);
            insert.setBigDecimal(7, model.cost());
            insert.executeUpdate();
        }
    }

    void delete(long id) throws SQLException {
        try (PreparedStatement delete = transaction.connection()
            .prepareStatement("DELETE FROM score_model WHERE id = ?")) {
            delete.setLong(1, id);
            delete.executeUpdate();
        }
    }

}
