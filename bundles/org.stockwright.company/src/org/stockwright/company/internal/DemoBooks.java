package org.stockwright.company.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.LocationId;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.documents.Document;
import org.stockwright.documents.Documents;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.Stock;
import org.stockwright.ledger.StockQuery;

/** What the demo company's orders speak of: its items, partners and places, and days before and after today. */
final class DemoBooks {

    private final OpenAreas areas;
    private final CompanyProfile profile;
    private final LocalDate today;
    private final Map<String, Item> items;
    private final Map<String, PartnerId> partners = new HashMap<>();
    private final Map<String, LocationId> places = new HashMap<>();
    private int keys;

    /**
     * The book as it is.
     *
     * @param codes the items that are needed
     */
    DemoBooks(OpenAreas areas, CompanyProfile profile, LocalDate today, List<String> codes) {
        this.areas = areas;
        this.profile = profile;
        this.today = today;
        this.items = areas.get(Items.class).byCodes(codes);
        for (Partner partner : areas.get(Partners.class).list()) {
            partners.put(partner.code(), partner.id());
        }
        for (Location location : areas.get(Locations.class).list()) {
            places.put(location.code(), location.id());
        }
    }

    <T> T get(Class<T> service) {
        return areas.get(service);
    }

    CompanyProfile profile() {
        return profile;
    }

    /** A key that no other step has; the same one each time the demo company is made. */
    String key() {
        keys++;
        return "demo-order-" + keys;
    }

    LocalDate today() {
        return today;
    }

    LocalDate day(int fromToday) {
        return today.plusDays(fromToday);
    }

    /** An hour of a day before today: later than all that the simulated year has, when it is the evening of yesterday. */
    Instant at(int fromToday, int hour) {
        return day(fromToday).atTime(LocalTime.of(hour, 0)).atZone(profile.zone()).toInstant();
    }

    Item item(String code) {
        return find(items, code);
    }

    PartnerId partner(String code) {
        return find(partners, code);
    }

    LocationId place(String code) {
        return find(places, code);
    }

    private static <T> T find(Map<String, T> known, String code) {
        return Optional.ofNullable(known.get(code))
            .orElseThrow(() -> new IllegalStateException("the demo company has no " + code));
    }

    Quantity pieces(String item, long amount) {
        return new Quantity(BigDecimal.valueOf(amount), item(item).unit());
    }

    /** How much of an item lies in a place and its parts. */
    BigDecimal onHand(String item, String place) {
        return get(Stock.class).onHand(StockQuery.of(item(item).id(), StockQuery.Grouping.ITEM).at(place(place)))
            .stream().map(row -> row.onHand().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** A document as it is by now. */
    Document now(Document document) {
        return get(Documents.class).get(document.id()).orElseThrow();
    }

}
