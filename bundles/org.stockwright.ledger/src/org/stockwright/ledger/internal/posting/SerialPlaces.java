package org.stockwright.ledger.internal.posting;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.stockwright.catalog.Tracking;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;

/** Where serial numbers lie, as a batch goes on. */
final class SerialPlaces {

    private final Map<Long, Long> places;

    SerialPlaces() {
        this(new HashMap<>());
    }

    private SerialPlaces(Map<Long, Long> places) {
        this.places = places;
    }

    /**
     * Reads where the serial numbers lie; locks them if wished, in rising order: whoever moves one waits for whoever is
     * doing so at the moment. Where they lie is read without locks then, for nobody else can change it.
     */
    void read(Transaction transaction, Set<Long> items, Collection<Long> serials, boolean lock) throws SQLException {
        if (serials.isEmpty()) {
            return;
        }
        if (lock) {
            try (PreparedStatement statement = transaction.connection()
                .prepareStatement("SELECT id FROM lot WHERE id = ?" + transaction.dialect().forUpdate())) {
                for (long serial : serials) {
                    statement.setLong(1, serial);
                    try (ResultSet row = statement.executeQuery()) {
                        row.next();
                    }
                }
            }
        }
        BulkSelect select = lock ? BulkSelect.unlocked(transaction) : new BulkSelect(transaction);
        select.each("SELECT lot_id, location_id FROM balance WHERE kept = 1 "
            + "AND on_hand > 0 AND item_id IN ", items, " AND lot_id IN ", serials,
            row -> places.put(row.getLong(1), row.getLong(2)));
    }

    Optional<Long> placeOf(long serial) {
        return Optional.ofNullable(places.get(serial));
    }

    /** A copy for one posting, which is taken over when the posting is accepted. */
    SerialPlaces copy(Collection<Long> serials) {
        Map<Long, Long> some = new HashMap<>();
        for (long serial : serials) {
            placeOf(serial).ifPresent(place -> some.put(serial, place));
        }
        return new SerialPlaces(some);
    }

    /** A posting was accepted: its serial numbers lie where its lines brought them. */
    void moved(Collection<CheckedLine> lines) {
        for (CheckedLine line : lines) {
            if (line.item().tracking() == Tracking.SERIAL) {
                long place = line.to().key().location();
                move(line.to().key().lot(), line.to().isKept() ? Optional.of(place) : Optional.empty());
            }
        }
    }

    void move(long serial, Optional<Long> to) {
        to.ifPresentOrElse(place -> places.put(serial, place), () -> places.remove(serial));
    }

}
