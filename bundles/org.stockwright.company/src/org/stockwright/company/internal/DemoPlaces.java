package org.stockwright.company.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.stockwright.catalog.Partner.Role;
import org.stockwright.catalog.Partners;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;

/** The demo company's four sites with their bins, and the partners it deals with: inventions. */
final class DemoPlaces {

    /** Codes of the sites; the first one receives what suppliers send. */
    static final List<String> SITES = List.of("LIN", "MOO", "SEE", "TAL");

    private static final List<String> SITE_NAMES = List.of("Lindenau works", "Moorhof depot", "Seebruck depot",
        "Talheim shop");
    private static final String[] ZONES = { "A", "B", "C" };
    private static final int AISLES = 2;
    private static final int BINS = 8;

    private static final String[] SUPPLIERS = { "Eisenhag Stahl", "Brockmann Holz", "Kestrel Fasteners",
        "Vela Coatings",
        "Norrby Rubber", "Terra Felix Soils", "Samenhaus Immergrün", "Castelli Plastics", "Papyr Packaging",
        "Voltora Tools", "Ostrow Bearings", "Quayside Safety" };
    private static final String[] CUSTOMERS = { "Gartenhaus Birke", "Green Lane Nurseries", "Jardin des Tilleuls",
        "Hofladen Krämer", "Orchard & Vine", "Baumarkt Nordstern", "Floralia", "Kloster Auental", "The Potting Shed",
        "Tuinwereld", "Parks Department Talheim", "Landscaping Oduya", "Blumen Ruth", "Garden Direct", "Stadtgrün",
        "Casa Verde", "Meadowbank Estate", "Hügelbeet Genossenschaft", "Root & Branch", "Allotments Seebruck",
        "Vivero Sol", "Gärtnerei Holm", "Lawn Care Brandt", "Schulgarten Moorhof", "Country Stores" };
    private static final String[] CARRIERS = { "Wegmann Spedition", "Parcel Swift", "Alpine Freight" };

    private DemoPlaces() {
    }

    /** Sites, warehouses, zones, aisles and bins. */
    static List<Locations.Draft> locations() {
        List<Locations.Draft> drafts = new ArrayList<>();
        for (int site = 0; site < SITES.size(); site++) {
            String code = SITES.get(site);
            String warehouse = code + "-W1";
            drafts.add(Locations.Draft.of(code, SITE_NAMES.get(site), "", LocationKind.SITE));
            drafts.add(Locations.Draft.of(warehouse, SITE_NAMES.get(site) + ", warehouse", code,
                LocationKind.WAREHOUSE));
            for (String zone : ZONES) {
                String zoneCode = code + "-" + zone;
                drafts.add(Locations.Draft.of(zoneCode, "Zone " + zone, warehouse, LocationKind.ZONE));
                for (int aisle = 1; aisle <= AISLES; aisle++) {
                    aisle(drafts, zoneCode, aisle);
                }
            }
        }
        String works = SITES.getFirst() + "-W1";
        drafts.add(Locations.Draft.of(DemoSales.PACKING, "Packing tables", works, LocationKind.ZONE));
        drafts.add(Locations.Draft.of(DemoSales.RETURNS, "Returned goods", works, LocationKind.ZONE));
        return drafts;
    }

    private static void aisle(List<Locations.Draft> drafts, String zoneCode, int aisle) {
        String aisleCode = zoneCode + aisle;
        drafts.add(Locations.Draft.of(aisleCode, "Aisle " + aisle, zoneCode, LocationKind.AISLE));
        for (int bin = 1; bin <= BINS; bin++) {
            String code = String.format("%s-%02d", aisleCode, bin);
            drafts.add(new Locations.Draft(code, "Bin " + bin, aisleCode, LocationKind.BIN,
                org.stockwright.base.PartnerId.SELF, Optional.of(100 * aisle + bin), Optional.empty(), true));
        }
    }

    /** The bin of a site in which the item with this index lies. */
    static String bin(int site, int index) {
        int slot = index % (ZONES.length * AISLES * BINS);
        String zone = ZONES[slot / (AISLES * BINS)];
        int aisle = slot / BINS % AISLES + 1;
        return String.format("%s-%s%d-%02d", SITES.get(site), zone, aisle, slot % BINS + 1);
    }

    /** Suppliers, customers and carriers. */
    static List<Partners.Draft> partners() {
        List<Partners.Draft> drafts = new ArrayList<>();
        add(drafts, "S", SUPPLIERS, Role.SUPPLIER);
        add(drafts, "C", CUSTOMERS, Role.CUSTOMER);
        add(drafts, "T", CARRIERS, Role.CARRIER);
        return drafts;
    }

    private static void add(List<Partners.Draft> drafts, String prefix, String[] names, Role role) {
        for (int i = 0; i < names.length; i++) {
            drafts.add(new Partners.Draft(prefix + (1001 + i), names[i], Set.of(role), Optional.empty(), true));
        }
    }

    /** How many customers there are. */
    static int customers() {
        return CUSTOMERS.length;
    }

    /** The supplier who sells the item with this index. */
    static String supplier(int index) {
        return "S" + (1001 + index % SUPPLIERS.length);
    }

}
