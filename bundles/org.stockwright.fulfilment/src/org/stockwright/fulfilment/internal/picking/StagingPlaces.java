package org.stockwright.fulfilment.internal.picking;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.LocationId;
import org.stockwright.fulfilment.Picking;
import org.stockwright.fulfilment.internal.shipping.Settings;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.purchasing.spi.KeptClear;

/**
 * The places to which orders are picked: the usual one, and those that pick lists name. Nothing is stored there, so put-away
 * leaves out the usual one and those of open lists.
 */
@Component
public final class StagingPlaces implements KeptClear {

    private static final String PICKED_TO = "SELECT DISTINCT d.target_id FROM document d WHERE d.kind = 'pick-list' "
        + "AND d.target_id IS NOT NULL";

    private static final String PICKED_TO_NOW = PICKED_TO + " AND d.is_open = 1";

    private final UnitOfWork work;
    private final Locations locations;

    /** Lives as long as the open book. */
    @Activate
    public StagingPlaces(@Reference UnitOfWork work, @Reference Locations locations) {
        this.work = work;
        this.locations = locations;
    }

    @Override
    public Set<LocationId> places() {
        return work.read(transaction -> read(transaction, locations, PICKED_TO_NOW));
    }

    /** All to which anything was ever picked. */
    public static Set<LocationId> all(Transaction transaction, Locations locations) throws SQLException {
        return read(transaction, locations, PICKED_TO);
    }

    private static Set<LocationId> read(Transaction transaction, Locations locations, String sql) throws SQLException {
        Set<LocationId> result = new HashSet<>();
        locations.byCode(Settings.read(transaction, Picking.STAGING_SETTING)).map(Location::id)
            .ifPresent(result::add);
        try (PreparedStatement select = transaction.connection().prepareStatement(sql);
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                result.add(new LocationId(row.getLong(1)));
            }
        }
        return result;
    }

}
