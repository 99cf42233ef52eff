package org.stockwright.hostile;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Rational;
import org.stockwright.base.Refusal;
import org.stockwright.base.Unit;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemDraft;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.NegativePolicy;
import org.stockwright.catalog.Tracking;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.testkit.Warehouse;
import org.stockwright.testkit.World;

/** The book that the random walk walks through, spoken to in the model's words. */
final class Walk {

    private static final Map<String, Unit> UNITS = Map.of("PCS", Warehouse.PCS, "KG", Warehouse.KG, "G", Warehouse.G,
        "BOX", Warehouse.PCS.pack("BOX", Rational.of(9, 1)),
        "THIRD", new Unit("THIRD", "count", Rational.of(1, 3), 0, BigDecimal.ONE));
    private static final long NOBODY = 9_999_999;

    final World world;
    final Warehouse warehouse;
    private final WalkModel model;
    private final Items items;
    private final Map<String, LocationId> places = new HashMap<>();
    private final PartnerId owner;

    Walk(World world, WalkModel model) {
        this.world = world;
        this.model = model;
        this.warehouse = new Warehouse(world);
        this.items = world.service(Items.class);
        this.owner = warehouse.owner("OWN1");
        for (int i = 0; i < 5; i++) {
            item("P-" + i, Warehouse.PCS, Tracking.NONE, i == 4 ? "RAW/STEEL" : "");
        }
        item("MASS", Warehouse.KG, Tracking.NONE, "RAW");
        item("LOTTED", Warehouse.PCS, Tracking.LOT, "");
        item("LOTTED-KG", Warehouse.KG, Tracking.LOT, "RAW/STEEL");
        item("SERIAL-A", Warehouse.PCS, Tracking.SERIAL, "");
        item("SERIAL-B", Warehouse.PCS, Tracking.SERIAL, "RAW");
        warehouse.places().saveAll(List.of(Locations.Draft.of("ZONE-1", "", "MAIN", LocationKind.ZONE),
            Locations.Draft.of("W-1", "", "MAIN", LocationKind.BIN),
            Locations.Draft.of("W-2", "", "MAIN", LocationKind.BIN),
            Locations.Draft.of("W-3", "", "ZONE-1", LocationKind.BIN),
            Locations.Draft.of("W-4", "", "ZONE-1", LocationKind.BIN),
            Locations.Draft.of("CONS", "", "", LocationKind.PARTNER))).value();
        for (Location place : warehouse.places().list()) {
            places.put(place.code(), place.id());
            model.world.place(place.code(), place.kind(), place.parent().flatMap(warehouse.places()::get)
                .map(Location::code).orElse(""));
        }
        for (LocationKind kind : LocationKind.values()) {
            model.world.setKind(kind, warehouse.places().policy(kind));
        }
    }

    private void item(String code, Unit unit, Tracking tracking, String category) {
        warehouse.item(code, unit, tracking, category);
        model.world.item(code, tracking, unit.scale() == 0 ? 1 : 1000, category);
    }

    Instant now() {
        return world.clock().instant();
    }

    ItemId itemId(String code) {
        return model.world.items.containsKey(code) ? warehouse.itemOf(code) : new ItemId(NOBODY);
    }

    LocationId placeId(String code) {
        return places.getOrDefault(code, new LocationId(NOBODY));
    }

    PartnerId ownerId(String code) {
        return code.equals("SELF") ? PartnerId.SELF : code.equals("OWN1") ? owner : new PartnerId(NOBODY);
    }

    Quantity quantity(String unit, long amount) {
        return new Quantity(BigDecimal.valueOf(amount), UNITS.get(unit));
    }

    PostingRequest request(WalkBook.Command command) {
        return new PostingRequest(command.key(), command.effective(),
            command.lines().stream().map(this::line).toList(), command.text(), "", command.series());
    }

    private MovementLine line(WalkBook.Line line) {
        return new MovementLine(line.kind(), itemId(line.item()), quantity(line.unit(), line.amount()),
            place(line.from()), place(line.to()), line.lot(), Optional.empty(), ownerId(line.owner()), line.status(),
            line.toStatus(), line.fromUnit(), line.toUnit(), Optional.empty(), "");
    }

    private Optional<LocationId> place(String code) {
        return code.isEmpty() ? Optional.empty() : Optional.of(placeId(code));
    }

    static Set<String> codes(Outcome<?> outcome) {
        return codes(outcome.refusals());
    }

    static Set<String> codes(List<Refusal> refusals) {
        return refusals.stream().map(refusal -> refusal.code().name()).collect(Collectors.toCollection(TreeSet::new));
    }

    static int wentNegative(List<Refusal> warnings) {
        return (int) warnings.stream().filter(warning -> warning.code().name().equals("WENT_NEGATIVE")).count();
    }

    void lockItem(String code, boolean lock) {
        items.lock(itemId(code), lock ? "counted" : "").value();
        model.world.items.get(code).locked = lock;
    }

    void lockPlace(String code, boolean lock) {
        warehouse.places().lock(placeId(code), lock ? "repair" : "").value();
        model.world.places.get(code).locked = lock;
    }

    void activateItem(String code, boolean active) {
        Item item = items.byCode(code).orElseThrow();
        ItemDraft old = ItemDraft.of(item);
        items.save(new ItemDraft(old.id(), old.code(), old.name(), old.description(), old.category(), old.unit(),
            old.roles(), old.tracking(), old.shelfLifeDays(), old.standardCost(), old.listPrice(), old.safetyStock(),
            old.reorderPoint(), active, old.packs(), old.barcodes(), old.aliases(), old.version())).value();
        model.world.items.get(code).active = active;
    }

    void activatePlace(String code, boolean active) {
        savePlace(code, active, model.world.places.get(code).own).value();
        model.world.places.get(code).active = active;
    }

    private Outcome<List<LocationId>> savePlace(String code, boolean active, NegativePolicy policy) {
        WalkWorld.Place place = model.world.places.get(code);
        return warehouse.places().saveAll(List.of(new Locations.Draft(code, code, place.parent, place.kind,
            PartnerId.SELF, Optional.empty(), Optional.ofNullable(policy), active)));
    }

    /** Sets a place's own policy; the codes of the answer, and those that the model expects. */
    Set<String> setPlacePolicy(String code, NegativePolicy policy, Set<String> expected) {
        WalkWorld.Place place = model.world.places.get(code);
        NegativePolicy before = place.own;
        place.own = policy;
        if (model.violated()) {
            place.own = before;
            expected.add("POLICY_VIOLATED");
        }
        return codes(savePlace(code, place.active, policy));
    }

    Set<String> setKindPolicy(LocationKind kind, NegativePolicy policy, Set<String> expected) {
        NegativePolicy before = model.world.setKind(kind, policy);
        if (model.violated()) {
            model.world.setKind(kind, before);
            expected.add("POLICY_VIOLATED");
        }
        return codes(warehouse.places().setPolicy(kind, policy));
    }

    Set<String> setCategoryPolicy(String path, NegativePolicy policy, Set<String> expected) {
        NegativePolicy before = model.world.setCategory(path, policy);
        if (model.violated()) {
            model.world.setCategory(path, before);
            expected.add("POLICY_VIOLATED");
        }
        return codes(warehouse.places().setCategoryPolicy(path, Optional.ofNullable(policy)));
    }

}
