package org.stockwright.fulfilment.internal.slotting;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.ItemRow;
import org.stockwright.catalog.Items;
import org.stockwright.fulfilment.Slotting;
import org.stockwright.fulfilment.internal.picking.BinPath;
import org.stockwright.fulfilment.internal.picking.StagingPlaces;
import org.stockwright.ledger.BinLimits;
import org.stockwright.ledger.BinLimits.BinLimit;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.spi.PlaceTree;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.spi.Guarded;

/** Compares how often items are picked with how far they lie. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.fulfilment.Slotting")
public final class SlottingComponent implements Slotting, Guarded {

    private static final String LYING = "SELECT b.location_id, b.item_id, SUM(b.on_hand) FROM balance b "
        + "WHERE b.on_hand > 0 AND b.location_id IN ";

    private final UnitOfWork work;
    private final Locations locations;
    private final BinLimits limits;
    private final Items items;
    private final CompanyProfiles profiles;

    /** Lives as long as the open book. */
    @Activate
    public SlottingComponent(@Reference UnitOfWork work, @Reference Locations locations, @Reference BinLimits limits,
        @Reference Items items, @Reference CompanyProfiles profiles) {
        this.work = work;
        this.locations = locations;
        this.limits = limits;
        this.items = items;
        this.profiles = profiles;
    }

    /** What is known of the items and bins of a warehouse. */
    private static final class Floor {

        private final Map<LocationId, SlotPlan.Bin> bins = new HashMap<>();
        private final Map<ItemId, Map<LocationId, BigDecimal>> lying = new HashMap<>();
        private final Map<ItemId, Long> picks = new HashMap<>();

    }

    @Override
    public List<Proposal> proposals(Optional<LocationId> place, LocalDate from, LocalDate to) {
        ZoneId zone = profiles.current().map(CompanyProfile::zone).orElse(ZoneOffset.UTC);
        List<Location> tree = locations.list();
        PlaceTree places = new PlaceTree(locations);
        Map<ItemId, ItemRow> known = new HashMap<>();
        items.list().forEach(item -> known.put(item.id(), item));
        List<LocationId> candidates = tree.stream().filter(one -> one.kind() == LocationKind.BIN)
            .map(Location::id).filter(places::isUsable)
            .filter(one -> place.isEmpty() || places.isWithin(one, Set.of(place.get()))).toList();
        Map<LocationId, BinLimit> limit = limits.of(candidates);
        Map<LocationId, Floor> floors = work.read(transaction -> {
            Set<LocationId> staging = StagingPlaces.all(transaction, locations);
            List<LocationId> bins = candidates.stream().filter(bin -> !staging.contains(bin))
                .filter(bin -> limit.get(bin).fixedItem().isEmpty()).toList();
            Map<LocationId, Floor> result = number(bins, limit, tree, places);
            read(transaction, bins, result, places);
            PickCounts counts = PickCounts.read(transaction, from.atStartOfDay(zone).toInstant(),
                to.plusDays(1).atStartOfDay(zone).toInstant());
            bins.forEach(bin -> counts.at(bin).forEach((item, count) -> floor(result, places, bin).picks
                .merge(item, count, Long::sum)));
            return result;
        });
        Map<String, Proposal> proposals = new TreeMap<>();
        floors.forEach((warehouse, floor) -> {
            if (!floor.lying.isEmpty()) {
                proposals.put(places.code(warehouse), plan(places.code(warehouse), floor, known).proposal());
            }
        });
        return List.copyOf(proposals.values());
    }

    /** Numbers the bins of each warehouse along the way through it. */
    private static Map<LocationId, Floor> number(List<LocationId> bins, Map<LocationId, BinLimit> limit,
        List<Location> tree, PlaceTree places) {
        BinPath way = new BinPath(tree);
        Map<LocationId, Floor> result = new HashMap<>();
        bins.stream().sorted(java.util.Comparator.comparingInt(way::rank)).forEach(bin -> {
            Floor floor = result.computeIfAbsent(places.warehouse(bin), warehouse -> new Floor());
            floor.bins.put(bin, new SlotPlan.Bin(places.code(bin), floor.bins.size() + 1,
                Objects.requireNonNull(limit.get(bin)).temperatureClass()));
        });
        return result;
    }

    private static Floor floor(Map<LocationId, Floor> floors, PlaceTree places, LocationId bin) {
        return Objects.requireNonNull(floors.get(places.warehouse(bin)));
    }

    private static void read(Transaction transaction, List<LocationId> bins, Map<LocationId, Floor> floors,
        PlaceTree places) throws SQLException {
        BulkSelect.unlocked(transaction).each(LYING, bins.stream().map(LocationId::value).toList(),
            " GROUP BY b.location_id, b.item_id", row -> {
                LocationId bin = new LocationId(row.getLong(1));
                floor(floors, places, bin).lying.computeIfAbsent(new ItemId(row.getLong(2)), item -> new HashMap<>())
                    .put(bin, row.getBigDecimal(3));
            });
    }

    private static SlotPlan plan(String warehouse, Floor floor, Map<ItemId, ItemRow> known) {
        List<SlotPlan.Held> held = new ArrayList<>();
        Set<LocationId> used = new HashSet<>();
        floor.lying.forEach((item, parts) -> {
            used.addAll(parts.keySet());
            LocationId main = parts.entrySet().stream().max(Map.Entry.<LocationId, BigDecimal>comparingByValue()
                .thenComparing(part -> -Objects.requireNonNull(floor.bins.get(part.getKey())).distance()))
                .orElseThrow().getKey();
            held.add(new SlotPlan.Held(item, known.get(item).code(), known.get(item).name(),
                floor.picks.getOrDefault(item, 0L), Objects.requireNonNull(floor.bins.get(main))));
        });
        List<SlotPlan.Bin> empty = floor.bins.entrySet().stream().filter(bin -> !used.contains(bin.getKey()))
            .map(Map.Entry::getValue).toList();
        return new SlotPlan(warehouse, held, empty);
    }

}
