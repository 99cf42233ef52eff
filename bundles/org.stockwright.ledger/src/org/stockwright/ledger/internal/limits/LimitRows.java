package org.stockwright.ledger.internal.limits;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.ledger.BinLimits.BinLimit;
import org.stockwright.model.CodesConverter;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;

/** The table of limits. */
final class LimitRows {

    private static final String SELECT = "SELECT location_id, max_weight, max_volume, max_count, one_item_only, "
        + "one_lot_only, temperature_class, hazard_classes, fixed_item_id, id FROM location_limit "
        + BulkSelect.by("location_limit_unique") + "WHERE location_id IN ";
    private static final String UPDATE = "UPDATE location_limit SET location_id = ?, max_weight = ?, max_volume = ?, "
        + "max_count = ?, one_item_only = ?, one_lot_only = ?, temperature_class = ?, hazard_classes = ?, "
        + "fixed_item_id = ?, version = version + 1 WHERE id = ?";
    private static final String INSERT = "INSERT INTO location_limit (location_id, max_weight, max_volume, max_count, "
        + "one_item_only, one_lot_only, temperature_class, hazard_classes, fixed_item_id, id, version) "
        + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)";

    /** A row as it is stored. */
    record Stored(long id, BinLimit limit) {
    }

    private final Transaction transaction;

    LimitRows(Transaction transaction) {
        this.transaction = transaction;
    }

    /** The rows of these places that there are. */
    Map<LocationId, Stored> load(Collection<LocationId> places) throws SQLException {
        Map<LocationId, Stored> rows = new HashMap<>();
        new BulkSelect(transaction).each(SELECT, places.stream().map(LocationId::value).distinct().toList(), "",
            row -> {
                BinLimit limit = limit(row);
                rows.put(limit.location(), new Stored(row.getLong(10), limit));
            });
        return rows;
    }

    private static BinLimit limit(ResultSet row) throws SQLException {
        long fixed = row.getLong(9);
        Optional<ItemId> item = row.wasNull() ? Optional.empty() : Optional.of(new ItemId(fixed));
        return new BinLimit(new LocationId(row.getLong(1)), number(row, 2), number(row, 3), number(row, 4),
            row.getInt(5) == 1, row.getInt(6) == 1, Optional.ofNullable(row.getString(7)).orElse(""),
            CodesConverter.toSet(Optional.ofNullable(row.getString(8)).orElse("")), item);
    }

    private static Optional<BigDecimal> number(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getBigDecimal(column)).map(LimitSaving::plain);
    }

    /** Stores new rows, and changed ones over those that are stored. */
    void store(Map<LocationId, Stored> stored, List<BinLimit> changed) throws SQLException {
        List<BinLimit> old = changed.stream().filter(limit -> stored.containsKey(limit.location())).toList();
        transaction.watch("location_limit", old.stream().map(limit -> stored.get(limit.location()).id()).toList());
        write(UPDATE, old, old.stream().mapToLong(limit -> stored.get(limit.location()).id()).toArray());
        List<BinLimit> made = changed.stream().filter(limit -> !stored.containsKey(limit.location())).toList();
        if (!made.isEmpty()) {
            long first = transaction.nextIds("catalog_seq", made.size());
            long[] ids = LongStream.range(first, first + made.size()).toArray();
            transaction.watchNew("location_limit", LongStream.of(ids).boxed().toList());
            write(INSERT, made, ids);
        }
    }

    private void write(String sql, List<BinLimit> limits, long[] ids) throws SQLException {
        if (limits.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = transaction.connection().prepareStatement(sql)) {
            int row = 0;
            for (BinLimit limit : limits) {
                fill(statement, limit);
                statement.setLong(10, ids[row]);
                row++;
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void fill(PreparedStatement statement, BinLimit limit) throws SQLException {
        statement.setLong(1, limit.location().value());
        statement.setBigDecimal(2, limit.maxWeight().orElse(null));
        statement.setBigDecimal(3, limit.maxVolume().orElse(null));
        statement.setBigDecimal(4, limit.maxCount().orElse(null));
        statement.setInt(5, limit.oneItemOnly() ? 1 : 0);
        statement.setInt(6, limit.oneLotOnly() ? 1 : 0);
        statement.setString(7, limit.temperatureClass().isEmpty() ? null : limit.temperatureClass());
        statement.setString(8,
            limit.hazardClasses().isEmpty() ? null : CodesConverter.toText(limit.hazardClasses()));
        if (limit.fixedItem().isPresent()) {
            statement.setLong(9, limit.fixedItem().get().value());
        } else {
            statement.setNull(9, Types.BIGINT);
        }
    }

}
