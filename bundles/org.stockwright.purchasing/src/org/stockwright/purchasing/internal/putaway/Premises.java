package org.stockwright.purchasing.internal.putaway;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.ledger.BinLimits;
import org.stockwright.ledger.BinLimits.BinLimit;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.internal.receiving.Docking;

/** The bins of our places, with their limits and what lies there. Used by one thread. */
final class Premises {

    /** What lies in a place, in the base unit. */
    record Content(LocationId place, ItemId item, String lot, BigDecimal quantity) {
    }

    private final List<Location> all;
    private final Docking docking;
    private final Map<LocationId, Location> byId = new HashMap<>();
    private final Set<LocationId> parents = new HashSet<>();
    private final Map<LocationId, Bin> bins = new LinkedHashMap<>();
    private final Map<LocationId, List<Bin>> under = new HashMap<>();

    Premises(Locations locations, Docking docking) {
        this.all = locations.list();
        this.docking = docking;
        all.forEach(place -> byId.put(place.id(), place));
        all.stream().filter(Location::active).forEach(place -> place.parent().ifPresent(parents::add));
    }

    private Premises(Premises other) {
        this.all = other.all;
        this.docking = other.docking;
        this.byId.putAll(other.byId);
        this.parents.addAll(other.parents);
    }

    /** The places under others, themselves among them, in which goods can lie: those without parts, in pick sequence. */
    List<Location> leaves(Collection<LocationId> roots) {
        List<Location> leaves = new ArrayList<>();
        for (Location place : all) {
            if (!parents.contains(place.id()) && place.kind().isKept() && place.kind().isPickable() && isOpen(place)
                && !docking.isReceivingArea(place.id()) && !docking.isShippingArea(place.id())
                && roots.stream().anyMatch(root -> isUnder(place, root))) {
                leaves.add(place);
            }
        }
        return leaves;
    }

    private boolean isOpen(Location place) {
        Optional<Location> at = Optional.of(place);
        while (at.isPresent()) {
            if (!at.get().active() || !at.get().lockReason().isEmpty()) {
                return false;
            }
            at = at.flatMap(Location::parent).map(byId::get);
        }
        return true;
    }

    private boolean isUnder(Location place, LocationId root) {
        Optional<Location> at = Optional.of(place);
        while (at.isPresent()) {
            if (at.get().id().equals(root)) {
                return true;
            }
            at = at.flatMap(Location::parent).map(byId::get);
        }
        return false;
    }

    /** Makes bins of places, empty at first. */
    void open(List<Location> places, BinLimits limits) {
        Map<LocationId, BinLimit> known = limits.of(places.stream().map(Location::id).toList());
        for (Location place : places) {
            bins.put(place.id(), new Bin(place.id(), place.code(), bins.size(), known.get(place.id())));
        }
    }

    /** The same places and bins, empty as at first: for a unit of work that may begin again. */
    Premises emptied() {
        Premises copy = new Premises(this);
        bins.forEach((place, bin) -> copy.bins.put(place, new Bin(place, bin.code(), bin.position(), bin.limit())));
        return copy;
    }

    /** What lies in the bins that are open, read without locking it. */
    List<Content> contents(Transaction transaction) throws SQLException {
        List<Content> contents = new ArrayList<>();
        BulkSelect.unlocked(transaction).each("SELECT b.location_id, b.item_id, l.code, SUM(b.on_hand) FROM balance b "
            + "JOIN lot l ON l.id = b.lot_id WHERE b.on_hand > 0 AND b.location_id IN ",
            bins.keySet().stream().map(LocationId::value).toList(), " GROUP BY b.location_id, b.item_id, l.code",
            row -> contents.add(new Content(new LocationId(row.getLong(1)), new ItemId(row.getLong(2)),
                row.getString(3), row.getBigDecimal(4))));
        return contents;
    }

    /** Puts into the bins what lies there. */
    void fill(List<Content> contents, Map<ItemId, Thing> things) {
        contents.forEach(content -> bins.get(content.place()).put(
            Optional.ofNullable(things.get(content.item())).orElseGet(() -> Thing.unknown(content.item())),
            content.lot(), content.quantity()));
    }

    Optional<Bin> bin(LocationId place) {
        return Optional.ofNullable(bins.get(place));
    }

    /** The open bins under a place, by pick sequence. */
    List<Bin> under(LocationId root) {
        return under.computeIfAbsent(root,
            key -> bins.values().stream().filter(bin -> isUnder(byId.get(bin.place()), key)).toList());
    }

    Optional<Location> place(LocationId id) {
        return Optional.ofNullable(byId.get(id));
    }

}
