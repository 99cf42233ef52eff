package org.stockwright.fulfilment.internal.packing;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.fulfilment.PackingRules.Rule;
import org.stockwright.fulfilment.internal.Columns;
import org.stockwright.persistence.Transaction;

/** The rows of packing rules. */
final class RuleRows {

    private static final String SELECT = "SELECT code, level, packing_item_id, material_place_id, only_item_id, "
        + "least_units, most_units, most_weight, most_volume, tare_weight, outer_volume, active FROM packing_rule "
        + "ORDER BY level, code";
    private static final String UPDATE = "UPDATE packing_rule SET level = ?, packing_item_id = ?, "
        + "material_place_id = ?, only_item_id = ?, least_units = ?, most_units = ?, most_weight = ?, "
        + "most_volume = ?, tare_weight = ?, outer_volume = ?, active = ? WHERE code = ?";
    private static final String INSERT = "INSERT INTO packing_rule (level, packing_item_id, material_place_id, "
        + "only_item_id, least_units, most_units, most_weight, most_volume, tare_weight, outer_volume, active, code) "
        + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Transaction transaction;

    RuleRows(Transaction transaction) {
        this.transaction = transaction;
    }

    List<Rule> list() throws SQLException {
        List<Rule> result = new ArrayList<>();
        try (PreparedStatement select = transaction.connection().prepareStatement(SELECT);
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                result.add(new Rule(row.getString(1), row.getInt(2), Columns.id(row, 3).map(ItemId::new),
                    Columns.id(row, 4).map(LocationId::new), Columns.id(row, 5).map(ItemId::new), number(row, 6),
                    number(row, 7),
                    number(row, 8), number(row, 9), row.getBigDecimal(10).stripTrailingZeros(), number(row, 11),
                    row.getInt(12) == 1));
            }
        }
        return result;
    }

    private static Optional<BigDecimal> number(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getBigDecimal(column)).map(BigDecimal::stripTrailingZeros);
    }

    void save(Rule rule) throws SQLException {
        if (write(UPDATE, rule) == 0) {
            write(INSERT, rule);
        }
    }

    private int write(String sql, Rule rule) throws SQLException {
        try (PreparedStatement statement = transaction.connection().prepareStatement(sql)) {
            statement.setInt(1, rule.level());
            Columns.set(statement, 2, rule.packingItem().map(ItemId::value));
            Columns.set(statement, 3, rule.materialPlace().map(LocationId::value));
            Columns.set(statement, 4, rule.onlyItem().map(ItemId::value));
            statement.setBigDecimal(5, rule.leastUnits().orElse(null));
            statement.setBigDecimal(6, rule.mostUnits().orElse(null));
            statement.setBigDecimal(7, rule.mostWeight().orElse(null));
            statement.setBigDecimal(8, rule.mostVolume().orElse(null));
            statement.setBigDecimal(9, rule.tare());
            statement.setBigDecimal(10, rule.outerVolume().orElse(null));
            statement.setInt(11, rule.active() ? 1 : 0);
            statement.setString(12, rule.code());
            return statement.executeUpdate();
        }
    }

}
