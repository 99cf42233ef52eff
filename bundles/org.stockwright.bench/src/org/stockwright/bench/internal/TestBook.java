package org.stockwright.bench.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Unit;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemDraft;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.UnitView;
import org.stockwright.catalog.Units;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.Locations.Draft;
import org.stockwright.ledger.Locations.Standard;

/**
 * The items and places that the workloads use.
 *
 * @param items by number; the first is the hot one
 * @param places supplier, customer, then the bins
 */
record TestBook(List<ItemId> items, List<LocationId> places) {

    /** Where supplier and customer are in the list of places. */
    static final int SUPPLIER = 0;
    /** Where the customer is. */
    static final int CUSTOMER = 1;
    /** Where the bins begin. */
    static final int FIRST_BIN = 2;
    /** How many bins there are. */
    static final int BINS = 20;
    private static final int FEWEST_ITEMS = 1_000;
    private static final int MOST_ITEMS = 10_000;
    /** From so many movements on there are more items. */
    private static final int LARGE = 1_000_000;

    /** Makes what is missing of it. */
    static TestBook make(Items items, Units units, Locations locations, int ledgerSize) {
        if (units.byCode(Unit.EACH.code()).isEmpty()) {
            units.save(new UnitView("Each", Unit.EACH)).value();
        }
        locations.createStandard();
        List<String> bins = IntStream.rangeClosed(1, BINS).mapToObj(i -> "BENCH-" + i).toList();
        locations.saveAll(bins.stream().filter(code -> locations.byCode(code).isEmpty())
            .map(code -> Draft.of(code, code, Standard.MAIN.code(), LocationKind.BIN)).toList()).value();
        int wanted = ledgerSize < LARGE ? FEWEST_ITEMS : MOST_ITEMS;
        List<String> codes = IntStream.range(0, wanted).mapToObj("BENCH-%05d"::formatted).toList();
        Map<String, Item> there = items.byCodes(codes);
        List<ItemDraft> missing = codes.stream().filter(code -> !there.containsKey(code))
            .map(code -> ItemDraft.of(code, "Benchmark item " + code, Unit.EACH.code())).toList();
        if (!missing.isEmpty()) {
            items.saveAll(missing).value();
        }
        Map<String, Item> all = items.byCodes(codes);
        List<LocationId> places = IntStream.range(0, FIRST_BIN + BINS).mapToObj(i -> switch (i) {
            case SUPPLIER -> Standard.SUPPLIER.code();
            case CUSTOMER -> Standard.CUSTOMER.code();
            default -> bins.get(i - FIRST_BIN);
        }).map(code -> locations.byCode(code).orElseThrow().id()).toList();
        return new TestBook(codes.stream().map(code -> all.get(code).id()).toList(), places);
    }

    LocationId place(int index) {
        return places.get(index);
    }

    Optional<LocationId> bin(int index) {
        return Optional.of(places.get(FIRST_BIN + index % BINS));
    }

}
