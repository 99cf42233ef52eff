package org.stockwright.valuation.internal.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

import org.stockwright.ledger.LocationKind;
import org.stockwright.valuation.CostScope;
import org.stockwright.valuation.internal.engine.PoolKey;
import org.stockwright.valuation.internal.engine.PoolKind;
import org.stockwright.valuation.internal.engine.Spot;

/** What places are to valuation: their kinds and sites. */
final class PlaceMap {

    private final Map<Long, Place> places;
    private final TransitOwners owners;

    private record Place(LocationKind kind, long parent) {
    }

    private PlaceMap(Map<Long, Place> places, TransitOwners owners) {
        this.places = places;
        this.owners = owners;
    }

    static PlaceMap read(Connection connection) throws SQLException {
        PlaceMap map = new PlaceMap(new HashMap<>(), TransitOwners.read(connection));
        try (
            PreparedStatement select = connection.prepareStatement("SELECT id, kind, parent_id FROM location");
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                map.places.put(row.getLong(1), new Place(LocationKind.valueOf(row.getString(2)), row.getLong(3)));
            }
        }
        return map;
    }

    /** With the terms of transit as they were known at an instant. */
    PlaceMap knownUntil(long recorded) {
        TransitOwners known = owners.knownUntil(recorded);
        return known == owners ? this : new PlaceMap(places, known);
    }

    /** Whose the goods in places of transit are. */
    TransitOwners owners() {
        return owners;
    }

    /**
     * One end of a movement at an instant.
     *
     * @param lot what tells pools apart by lot
     */
    Spot spot(long location, long effective, long lot, CostScope scope) {
        Place place = places.get(location);
        if (place == null) {
            throw new IllegalStateException("There is no location " + location);
        }
        if (!place.kind().isKept()) {
            return new Spot(place.kind(), null);
        }
        PoolKind kind = PoolKind.of(place.kind());
        kind = kind == PoolKind.TRANSIT ? owners.at(location, effective) : kind;
        long of = kind != PoolKind.STOCK ? location : scope == CostScope.SITE ? site(location) : 0;
        return new Spot(place.kind(), new PoolKey(kind, of, lot));
    }

    /** The place without a parent that this one is part of. */
    long site(long location) {
        long site = location;
        while (places.get(site).parent() != 0) {
            site = places.get(site).parent();
        }
        return site;
    }

    boolean knows(long location) {
        return places.containsKey(location);
    }

    /** Where goods at a place count: at its site, or by themselves when they are on their way or being made. */
    long home(long location) {
        return PoolKind.of(places.get(location).kind()) == PoolKind.STOCK ? site(location) : location;
    }

    /** Whether goods at a place are on their way or being made. */
    boolean isApart(long location) {
        return PoolKind.of(places.get(location).kind()) != PoolKind.STOCK;
    }

}
