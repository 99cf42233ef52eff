package org.stockwright.ledger.internal.places;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.LocationId;
import org.stockwright.base.PartnerId;
import org.stockwright.catalog.NegativePolicy;
import org.stockwright.ledger.Location;
import org.stockwright.persistence.Transaction;

/** Writes locations, in batches. */
final class LocationRows {

    private static final int BATCH = 500;

    private final Transaction transaction;
    private final Connection connection;

    LocationRows(Transaction transaction) {
        this.transaction = transaction;
        this.connection = transaction.connection();
    }

    /** Inserts locations; parents come before their parts. */
    void insert(List<Location> places, LocationTree tree) throws SQLException {
        transaction.watchNew("location", places.stream().map(place -> place.id().value()).toList());
        write("INSERT INTO location (code, name, parent_id, path, kind, partner_id, pick_sequence, negative_policy, "
            + "active, lock_reason, version, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)", places, tree);
    }

    /** Updates locations. */
    void update(List<Location> places, LocationTree tree) throws SQLException {
        transaction.watch("location", places.stream().map(place -> place.id().value()).toList());
        write("UPDATE location SET code = ?, name = ?, parent_id = ?, path = ?, kind = ?, partner_id = ?, "
            + "pick_sequence = ?, negative_policy = ?, active = ?, lock_reason = ?, version = version + 1 "
            + "WHERE id = ?", places, tree);
    }

    private void write(String sql, List<Location> places, LocationTree tree) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int waiting = 0;
            for (Location place : places) {
                fill(statement, place, tree.path(place.id()).orElseThrow());
                statement.addBatch();
                waiting++;
                if (waiting == BATCH) {
                    statement.executeBatch();
                    waiting = 0;
                }
            }
            if (waiting > 0) {
                statement.executeBatch();
            }
        }
    }

    private static void fill(PreparedStatement statement, Location place, String path) throws SQLException {
        statement.setString(1, place.code());
        statement.setString(2, place.name());
        if (place.parent().isPresent()) {
            statement.setLong(3, place.parent().get().value());
        } else {
            statement.setNull(3, Types.BIGINT);
        }
        statement.setString(4, path);
        statement.setString(5, place.kind().name());
        statement.setLong(6, place.partner().value());
        if (place.pickSequence().isPresent()) {
            statement.setInt(7, place.pickSequence().get());
        } else {
            statement.setNull(7, Types.INTEGER);
        }
        Optional<NegativePolicy> policy = place.negativePolicy();
        statement.setString(8, policy.isPresent() ? policy.get().name() : null);
        statement.setInt(9, place.active() ? 1 : 0);
        statement.setString(10, place.lockReason().isEmpty() ? null : place.lockReason());
        statement.setLong(11, place.id().value());
    }

    /** Which of these partners exist. */
    Set<PartnerId> partners(Collection<PartnerId> wanted) throws SQLException {
        Set<PartnerId> result = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement("SELECT id FROM partner WHERE id = ?")) {
            for (PartnerId id : Set.copyOf(wanted)) {
                if (exists(statement, id.value())) {
                    result.add(id);
                }
            }
        }
        return result;
    }

    /** Which of these locations movements have touched: a balance is made by its first movement. */
    Set<LocationId> inUse(Collection<LocationId> wanted) throws SQLException {
        Set<LocationId> result = new HashSet<>();
        try (PreparedStatement statement = connection
            .prepareStatement("SELECT MIN(id) FROM balance WHERE location_id = ?")) {
            for (LocationId id : wanted) {
                if (exists(statement, id.value())) {
                    result.add(id);
                }
            }
        }
        return result;
    }

    private static boolean exists(PreparedStatement statement, long id) throws SQLException {
        statement.setLong(1, id);
        try (ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return false;
            }
            row.getLong(1);
            return !row.wasNull();
        }
    }

}
