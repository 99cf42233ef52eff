package org.stockwright.ledger.ui.internal.limit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Units;
import org.stockwright.catalog.ui.Choices;
import org.stockwright.ledger.BinLimits;
import org.stockwright.ledger.BinLimits.BinLimit;
import org.stockwright.ledger.LedgerPermission;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.ui.PlaceSearch;
import org.stockwright.ledger.ui.TypedParts;
import org.stockwright.ledger.ui.internal.Messages;
import org.stockwright.ui.master.DescribedPage;
import org.stockwright.ui.master.MasterColumn;
import org.stockwright.ui.master.MasterPage;
import org.stockwright.ui.master.MasterRow;

/** What the places of a warehouse can take. There is a row for each place that keeps stock. */
@SuppressWarnings("nls")
@Component(service = MasterPage.class)
public final class LimitsPage extends DescribedPage {

    /** The area that it is the page of. */
    static final String AREA = "places";

    private static final List<String> NO_OR_YES = List.of(Messages.Limits_no, Messages.Limits_yes);

    private final BinLimits limits;
    private final Locations locations;
    private final Items items;
    private final Units units;

    /** Of the open book. */
    @Activate
    public LimitsPage(@Reference BinLimits limits, @Reference Locations locations, @Reference Items items,
        @Reference Units units) {
        super(new Facts(AREA, 10, Messages.Limits_title, Messages.Limits_explanation, Messages.Limits_empty,
            "org.stockwright.ledger.ui.limits", "location-limits", List.of(LedgerPermission.PLACES),
            Set.of(Topic.LOCATIONS)));
        this.limits = limits;
        this.locations = locations;
        this.items = items;
        this.units = units;
    }

    @Override
    public Optional<Scope> scope() {
        return Optional.of(new Scope(Messages.Limits_of, Messages.Limits_all, PlaceSearch::codes));
    }

    @Override
    public boolean isGrowing() {
        return false;
    }

    @Override
    public List<MasterColumn> columns() {
        return List.of(MasterColumn.shown("location", Messages.Limits_place, 14),
            MasterColumn.shown("name", Messages.Limits_name, 18),
            MasterColumn.number("max_weight_kg", Messages.Limits_weight, 15),
            MasterColumn.number("max_volume_l", Messages.Limits_volume, 15),
            MasterColumn.number("max_count", Messages.Limits_count, 12),
            MasterColumn.word("one_item_only", Messages.Limits_oneItem, 9, NO_OR_YES),
            MasterColumn.word("one_lot_only", Messages.Limits_oneLot, 9, NO_OR_YES),
            MasterColumn.code("fixed_item", Messages.Limits_fixed, 16, Choices::items),
            MasterColumn.text("temperature_class", Messages.Limits_temperature, 12).hint("AMBIENT, CHILLED, FROZEN"),
            MasterColumn.text("hazard_classes", Messages.Limits_hazard, 16).hint(Messages.Limits_hazardHint));
    }

    /** The places that keep stock, of a place and its parts. */
    private List<Location> places(String scope) {
        List<Location> all = locations.list();
        Map<LocationId, Location> byId = all.stream().collect(Collectors.toMap(Location::id, place -> place));
        return all.stream().filter(place -> place.kind().isKept()).filter(place -> scope.isEmpty()
            || isUnder(place, scope, byId)).toList();
    }

    private static boolean isUnder(Location place, String scope, Map<LocationId, Location> byId) {
        Optional<Location> one = Optional.of(place);
        while (one.isPresent() && !one.get().code().equals(scope)) {
            one = one.get().parent().map(byId::get);
        }
        return one.isPresent();
    }

    @Override
    public List<MasterRow> read(String scope) {
        List<Location> places = places(scope);
        Map<LocationId, BinLimit> known = limits.own(places.stream().map(Location::id).toList());
        return places.stream().map(place -> row(place, known.getOrDefault(place.id(), BinLimit.none(place.id()))))
            .toList();
    }

    private MasterRow row(Location place, BinLimit limit) {
        return MasterRow.of("location", place.code(), "name", place.name().equals(place.code()) ? "" : place.name(),
            "max_weight_kg", plain(limit.maxWeight()), "max_volume_l", plain(limit.maxVolume()), "max_count",
            plain(limit.maxCount()), "one_item_only", word(limit.oneItemOnly()), "one_lot_only",
            word(limit.oneLotOnly()), "fixed_item", limit.fixedItem().flatMap(items::get).map(Item::code).orElse(""),
            "temperature_class", limit.temperatureClass(), "hazard_classes",
            String.join(" | ", new TreeSet<>(limit.hazardClasses())));
    }

    private static String plain(Optional<BigDecimal> number) {
        return number.map(one -> one.stripTrailingZeros().toPlainString()).orElse("");
    }

    private static String word(boolean yes) {
        return yes ? Messages.Limits_yes : Messages.Limits_no;
    }

    @Override
    public Outcome<?> store(String scope, List<MasterRow> rows) {
        Map<String, Location> byCode = new HashMap<>();
        places(scope).forEach(place -> byCode.put(place.code(), place));
        TypedParts typed = new TypedParts(items, units, locations);
        List<BinLimit> now = new ArrayList<>();
        for (int line = 1; line <= rows.size(); line++) {
            MasterRow row = rows.get(line - 1);
            now.add(new BinLimit(byCode.get(row.get("location")).id(),
                typed.number(row.get("max_weight_kg"), line, "max_weight_kg"),
                typed.number(row.get("max_volume_l"), line, "max_volume_l"),
                typed.number(row.get("max_count"), line, "max_count"),
                row.get("one_item_only").equals(Messages.Limits_yes),
                row.get("one_lot_only").equals(Messages.Limits_yes), row.get("temperature_class"),
                Arrays.stream(row.get("hazard_classes").split("\\|")).map(String::strip)
                    .filter(word -> !word.isEmpty()).collect(Collectors.toSet()),
                typed.itemIfAny(row.get("fixed_item"), line, "fixed_item").map(Item::id)));
        }
        return typed.outcome(() -> limits.saveAll(now));
    }

}
