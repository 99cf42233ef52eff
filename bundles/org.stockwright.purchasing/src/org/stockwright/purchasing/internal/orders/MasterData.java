package org.stockwright.purchasing.internal.orders;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Unit;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemSupplierTerms;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.PriceBreaks;
import org.stockwright.catalog.PriceBreaks.SupplierPrice;
import org.stockwright.catalog.Units;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;

/** Items, suppliers and places as they are during one piece of work: each is asked for once. For one thread. */
final class MasterData {

    /**
     * Where they are asked for.
     *
     * @param items items and their suppliers' terms
     * @param units units
     * @param partners suppliers
     * @param prices suppliers' prices by quantity and day
     * @param places our places
     */
    record Services(Items items, Units units, Partners partners, PriceBreaks prices, Locations places) {
    }

    private final Services services;
    private final Map<ItemId, Optional<Item>> items = new HashMap<>();
    private final Map<ItemId, List<ItemSupplierTerms>> terms = new HashMap<>();
    private final Map<PartnerId, Optional<Partner>> partners = new HashMap<>();
    private final Map<LocationId, Optional<Location>> places = new HashMap<>();

    MasterData(Services services) {
        this.services = services;
    }

    /** Items by code, all at once; they are known then. */
    Map<String, Item> itemsByCode(Collection<String> codes) {
        Map<String, Item> found = services.items().byCodes(codes);
        found.values().forEach(item -> items.put(item.id(), Optional.of(item)));
        return found;
    }

    /** All partners by code; they are known then. */
    Map<String, Partner> partnersByCode() {
        Map<String, Partner> found = new HashMap<>();
        for (Partner partner : services.partners().list()) {
            found.put(partner.code(), partner);
            partners.put(partner.id(), Optional.of(partner));
        }
        return found;
    }

    Optional<Location> place(String code) {
        Optional<Location> found = services.places().byCode(code);
        found.ifPresent(place -> places.put(place.id(), found));
        return found;
    }

    Optional<Item> item(ItemId id) {
        return items.computeIfAbsent(id, services.items()::get);
    }

    Optional<Partner> partner(PartnerId id) {
        return partners.computeIfAbsent(id, services.partners()::get);
    }

    Optional<Location> place(LocationId id) {
        return places.computeIfAbsent(id, services.places()::get);
    }

    /** Suppliers' terms for an item, by rank. */
    List<ItemSupplierTerms> terms(ItemId id) {
        return terms.computeIfAbsent(id, services.items()::suppliers);
    }

    /** The terms of one supplier. */
    Optional<ItemSupplierTerms> terms(ItemId id, PartnerId supplier) {
        return terms(id).stream().filter(one -> one.supplier().equals(supplier)).findFirst();
    }

    /** The active supplier of an item with the best rank. */
    Optional<PartnerId> firstSupplier(ItemId id) {
        return terms(id).stream().map(ItemSupplierTerms::supplier)
            .filter(supplier -> partner(supplier).map(Partner::active).orElse(false)).findFirst();
    }

    Outcome<Unit> unit(Item item, String code) {
        return services.units().unitFor(item, code);
    }

    Optional<SupplierPrice> price(ItemId item, PartnerId supplier, Quantity quantity, LocalDate day) {
        return services.prices().price(item, supplier, quantity, day);
    }

}
