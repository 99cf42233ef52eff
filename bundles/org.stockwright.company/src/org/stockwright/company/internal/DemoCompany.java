package org.stockwright.company.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Money;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Progress;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemSupplierTerms;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.company.internal.DemoItems.DemoItem;
import org.stockwright.ledger.BulkResult;
import org.stockwright.ledger.Ledger;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.persistence.UnitOfWork;

/** Fills a new book with the demo company: items, places, partners, a year of movements that ends yesterday, and orders. */
final class DemoCompany {

    private final OpenAreas areas;
    private final CompanyProfile profile;

    DemoCompany(OpenAreas areas, CompanyProfile profile) {
        this.areas = areas;
        this.profile = profile;
    }

    void install(Progress progress) {
        Locations locations = areas.get(Locations.class);
        Items items = areas.get(Items.class);
        List<DemoItem> demo = DemoItems.all();
        progress.begin("Demo company: master data", -1);
        locations.saveAll(DemoPlaces.locations()).value();
        areas.get(Partners.class).saveAll(DemoPlaces.partners()).value();
        List<ItemId> ids = items.saveAll(demo.stream().map(DemoItem::draft).toList()).value();
        Map<String, Item> byCode = items.byCodes(demo.stream().map(item -> item.draft().code()).toList());
        List<Item> stored = demo.stream().map(item -> byCode.get(item.draft().code())).toList();
        suppliers(items, ids, stored);

        Map<String, LocationId> places = new HashMap<>();
        for (Location location : locations.list()) {
            places.put(location.code(), location.id());
        }
        LocalDate yesterday = LocalDate.ofInstant(areas.get(UnitOfWork.class).clock().instant(), profile.zone())
            .minusDays(1);
        List<PostingRequest> year = new DemoYear(profile, demo, stored, places).until(yesterday);
        BulkResult result = areas.get(Ledger.class).postAll(year, Ledger.BulkMode.ALL_OR_NOTHING, progress);
        if (!result.refusals().isEmpty()) {
            throw new IllegalStateException("the demo company's own documents were refused: "
                + result.refusals().subList(0, Math.min(3, result.refusals().size())));
        }
    }

    /** Adds orders in every state; the company itself has to be stored, because they speak of its currency and days. */
    void order(Progress progress) {
        progress.begin("Demo company: orders", -1);
        LocalDate today = LocalDate.ofInstant(areas.get(UnitOfWork.class).clock().instant(), profile.zone());
        areas.get(Items.class).saveAll(List.of(DemoSales.kit())).value();
        DemoBooks books = new DemoBooks(areas, profile, today,
            Stream.concat(DemoPurchases.items(), DemoSales.items()).distinct().toList());
        new DemoPurchases(books).install();
        new DemoSales(books).install();
    }

    private void suppliers(Items items, List<ItemId> ids, List<Item> stored) {
        Map<String, PartnerId> partners = new HashMap<>();
        for (Partner partner : areas.get(Partners.class).list()) {
            partners.put(partner.code(), partner.id());
        }
        List<ItemSupplierTerms> terms = new ArrayList<>();
        for (int index = 0; index < ids.size(); index++) {
            Item item = stored.get(index);
            terms.add(new ItemSupplierTerms(ids.get(index), partners.get(DemoPlaces.supplier(index)),
                "A-" + (90_000 + 7 * index), item.standardCost().map(cost -> new Money(cost, profile.currency())),
                item.unit().code(), Optional.empty(), Optional.empty(), Optional.of(5 + index % 20), 1));
        }
        items.saveSuppliers(terms).value();
    }

}
