package org.stockwright.valuation.internal.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.stockwright.valuation.TransitTerms.Direction;
import org.stockwright.valuation.TransitTerms.Incoterm;
import org.stockwright.valuation.TransitTerms.Point;
import org.stockwright.valuation.ValueRow.Whose;
import org.stockwright.valuation.internal.engine.Event;
import org.stockwright.valuation.internal.engine.Key;
import org.stockwright.valuation.internal.engine.PoolKind;

/** Whose the goods in places of transit are, and from when; where nothing was decided they are ours. */
final class TransitOwners {

    private final List<Decision> decisions;
    private final Map<Long, TreeMap<Long, PoolKind>> places = new HashMap<>();

    /** Terms of a place, as they were recorded. */
    private record Decision(long place, long effective, long recorded, PoolKind kind) {
    }

    private TransitOwners(List<Decision> decisions) {
        this.decisions = decisions;
        for (Decision one : decisions) {
            places.computeIfAbsent(one.place(), place -> new TreeMap<>()).put(one.effective(), one.kind());
        }
    }

    static TransitOwners read(Connection connection) throws SQLException {
        List<Decision> decisions = new ArrayList<>();
        try (
            PreparedStatement select = connection.prepareStatement("SELECT location_id, direction, incoterm, "
                + "owned_from, effective_from, recorded_at FROM transit_terms ORDER BY id");
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                decisions.add(new Decision(row.getLong(1), row.getLong(5), row.getLong(6),
                    kind(Direction.valueOf(row.getString(2)),
                        Optional.ofNullable(row.getString(3)).map(Incoterm::valueOf),
                        Optional.ofNullable(row.getString(4)).map(Point::valueOf))));
            }
        }
        return new TransitOwners(decisions);
    }

    /** What goods are under such terms; the point that was said comes before that of the rule. */
    static PoolKind kind(Direction direction, Optional<Incoterm> rule, Optional<Point> ownedFrom) {
        Point passes = ownedFrom.or(() -> rule.map(Incoterm::passes)).orElse(Point.ORIGIN);
        return switch (direction) {
            case OWN -> PoolKind.TRANSIT;
            case INBOUND -> passes == Point.ORIGIN ? PoolKind.TRANSIT : PoolKind.SUPPLIER_TRANSIT;
            case OUTBOUND -> passes == Point.ORIGIN ? PoolKind.CUSTOMER_TRANSIT : PoolKind.TRANSIT;
        };
    }

    /** Whose goods of a kind are. */
    static Whose whose(PoolKind kind) {
        return switch (kind) {
            case SUPPLIER_TRANSIT -> Whose.SUPPLIER;
            case CUSTOMER_TRANSIT -> Whose.CUSTOMER;
            default -> Whose.OURS;
        };
    }

    /** As they were known at an instant. */
    TransitOwners knownUntil(long recorded) {
        return decisions.stream().allMatch(one -> one.recorded() <= recorded) ? this
            : new TransitOwners(decisions.stream().filter(one -> one.recorded() <= recorded).toList());
    }

    /** Whether nothing was decided, so that all goods are ours. */
    boolean isEmpty() {
        return places.isEmpty();
    }

    /** The places with terms. */
    Set<Long> places() {
        return places.keySet();
    }

    /** What the goods in a place of transit are at an instant. */
    PoolKind at(long place, long effective) {
        TreeMap<Long, PoolKind> kinds = places.get(place);
        Map.Entry<Long, PoolKind> entry = kinds == null ? null : kinds.floorEntry(effective);
        return entry == null ? PoolKind.TRANSIT : entry.getValue();
    }

    /** What changes after one key and not after another; what holds for always is no change. */
    List<Event> changes(Key after, Key until) {
        List<Event> result = new ArrayList<>();
        for (Map.Entry<Long, TreeMap<Long, PoolKind>> place : places.entrySet()) {
            for (long at : place.getValue().tailMap(Rules.ALWAYS, false).keySet()) {
                Key key = new Key(at, Key.CHANGE, place.getKey());
                PoolKind before = at(place.getKey(), at - 1);
                PoolKind now = at(place.getKey(), at);
                if (after.isBefore(key) && !until.isBefore(key) && before != now) {
                    result.add(new Event.Ownership(key, place.getKey(), before, now));
                }
            }
        }
        return result;
    }

}
