package org.stockwright.ledger.internal.places;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.LocationId;
import org.stockwright.base.PartnerId;
import org.stockwright.catalog.NegativePolicy;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.LocationKind;

/** Reads the {@link Premises} from the database: five queries, whatever the size. */
final class PremisesReader {

    private final Connection connection;

    PremisesReader(Connection connection) {
        this.connection = connection;
    }

    Premises read(long version) throws SQLException {
        return new Premises(version, new LocationTree(locations()), new NegativePolicies(kinds(), categories()),
            statuses(), zone());
    }

    private List<Location> locations() throws SQLException {
        List<Location> result = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("SELECT id, code, name, parent_id, kind, "
            + "partner_id, pick_sequence, negative_policy, active, lock_reason FROM location");
            ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                result.add(location(row));
            }
        }
        return result;
    }

    private static Location location(ResultSet row) throws SQLException {
        long parent = row.getLong(4);
        Optional<LocationId> parentId = row.wasNull() ? Optional.empty() : Optional.of(new LocationId(parent));
        int sequence = row.getInt(7);
        Optional<Integer> pickSequence = row.wasNull() ? Optional.empty() : Optional.of(sequence);
        return new Location(new LocationId(row.getLong(1)), row.getString(2), row.getString(3), parentId,
            LocationKind.valueOf(row.getString(5)), new PartnerId(row.getLong(6)), pickSequence,
            Optional.ofNullable(row.getString(8)).map(NegativePolicy::valueOf), row.getInt(9) == 1,
            Optional.ofNullable(row.getString(10)).orElse(""));
    }

    private Map<LocationKind, NegativePolicy> kinds() throws SQLException {
        Map<LocationKind, NegativePolicy> result = new EnumMap<>(LocationKind.class);
        pairs("SELECT location_kind, policy FROM negative_stock_policy").forEach(
            (kind, policy) -> result.put(LocationKind.valueOf(kind), NegativePolicy.valueOf(policy)));
        return result;
    }

    private Map<String, NegativePolicy> categories() throws SQLException {
        Map<String, NegativePolicy> result = new HashMap<>();
        pairs("SELECT path, negative_policy FROM category WHERE negative_policy IS NOT NULL").forEach(
            (path, policy) -> result.put(path, NegativePolicy.valueOf(policy)));
        return result;
    }

    private Map<String, Boolean> statuses() throws SQLException {
        Map<String, Boolean> result = new HashMap<>();
        pairs("SELECT code, available FROM quality_status").forEach(
            (code, available) -> result.put(code, "1".equals(available)));
        return result;
    }

    private ZoneId zone() throws SQLException {
        return pairs("SELECT zone, name FROM company").keySet().stream().findFirst().map(ZoneId::of)
            .orElse(ZoneOffset.UTC);
    }

    private Map<String, String> pairs(String sql) throws SQLException {
        Map<String, String> result = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
            ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                result.put(row.getString(1), row.getString(2));
            }
        }
        return result;
    }

}
