package org.stockwright.documents.internal.printing;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.stockwright.base.Barcode;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Unit;
import org.stockwright.catalog.Addresses;
import org.stockwright.catalog.Addresses.Address;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Handling;
import org.stockwright.catalog.Handling.ItemHandling;
import org.stockwright.catalog.ItemBarcode;
import org.stockwright.catalog.ItemDraft;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.Tracking;
import org.stockwright.catalog.UnitView;
import org.stockwright.catalog.Units;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.KindView;
import org.stockwright.documents.KindView.State;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.DocumentKind;
import org.stockwright.documents.spi.LogisticUnit;
import org.stockwright.documents.spi.LogisticUnitSource;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.ledger.Ledger;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.reporting.Reports;
import org.stockwright.testkit.World;

/** A company with a supplier, customers, a carrier, items with lots, and kinds of documents as the areas have them. */
final class PrintShop implements AutoCloseable {

    static final String SSCC = "340123450000000017";
    static final String OTHER_SSCC = "340123450000000024";
    static final String FIRST_BOX = "B-1";

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Map<String, String> KINDS = Map.of("purchase-order", "Purchase order", "goods-receipt",
        "Goods receipt", "supplier-return", "Supplier return", "customer-order", "Customer order", "pick-list",
        "Pick list", "shipment", "Shipment", "customer-return", "Customer return", "transfer-order",
        "Transfer order");

    final World world;

    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private final Map<String, ItemId> items = new HashMap<>();
    private final Map<String, List<LogisticUnit>> units = new HashMap<>();
    private int keys;

    PrintShop(Path folder) throws Exception {
        FrameworkUtil.getBundle(Reports.class).start();
        BundleContext context = FrameworkUtil.getBundle(World.class).getBundleContext();
        KINDS.forEach((id, title) -> registrations
            .add(context.registerService(DocumentKind.class, new Kind(id, title), null)));
        LogisticUnitSource source = document -> units.getOrDefault(document.number(), List.of());
        registrations.add(context.registerService(LogisticUnitSource.class, source, null));
        world = World.open(folder);
        world.service(CompanyProfiles.class)
            .save(new CompanyProfile("Brightwater Tools Ltd", EUR, ZoneId.of("Europe/Berlin"), false)).value();
        world.service(Units.class).save(new UnitView("Piece", Unit.EACH)).value();
        places();
        partners();
        items();
    }

    private record Kind(String id, String title) implements DocumentKind {

        @Override
        public KindView view() {
            return new KindView(id, title, List.of(new State("OPEN", "Open", true)));
        }

        @Override
        public String series() {
            return "T";
        }

        @Override
        public String viewPermission() {
            return "documents.view";
        }

        @Override
        public boolean isPricedAtCost() {
            return id.startsWith("purchase") || id.startsWith("supplier") || id.startsWith("goods");
        }

    }

    private void places() {
        Locations locations = world.service(Locations.class);
        locations.createStandard();
        List<Locations.Draft> drafts = new ArrayList<>(List.of(
            Locations.Draft.of("NORTH", "Northern works", "", LocationKind.SITE),
            Locations.Draft.of("SOUTH", "Southern works", "", LocationKind.SITE)));
        for (int bin = 1; bin <= 9; bin++) {
            // the way goes through the bins from the last to the first
            drafts.add(new Locations.Draft("A-0" + bin, "Bin " + bin, "NORTH", LocationKind.BIN, PartnerId.SELF,
                Optional.of(100 - bin), Optional.empty(), true));
        }
        locations.saveAll(drafts).value();
    }

    private void partners() {
        Partners partners = world.service(Partners.class);
        partners.saveAll(List.of(
            new Partners.Draft("SUP", "Schrauben-Großhandel Österreicher & Söhne GmbH", Set.of(Partner.Role.SUPPLIER),
                Optional.empty(), true),
            new Partners.Draft("CUS", "Müller & Søn Præcisionsværktøj ApS", Set.of(Partner.Role.CUSTOMER),
                Optional.empty(), true),
            new Partners.Draft("JP", "東京精密工業株式会社", Set.of(Partner.Role.CUSTOMER), Optional.empty(), true),
            new Partners.Draft("DHL", "DHL Express", Set.of(Partner.Role.CARRIER), Optional.empty(), true))).value();
        world.service(Addresses.class).saveAll(List.of(
            new Address(PartnerId.SELF, "", "", List.of("Hafenstraße 12"), "20457", "Hamburg", "", "DE",
                "+49 40 555 0100", ""),
            new Address(PartnerId.SELF, "NORTH", "Northern works", List.of("Werkweg 3", "Tor 4"), "24941", "Flensburg",
                "", "DE", "", ""),
            new Address(PartnerId.SELF, "SOUTH", "Southern works", List.of("Isarstraße 1"), "80331", "München", "",
                "DE", "", ""),
            new Address(partner("SUP"), "", "", List.of("Längenfeldgasse 27"), "1120", "Wien", "", "AT", "", ""),
            new Address(partner("CUS"), "", "", List.of("Hovedgaden 1"), "2800", "Kongens Lyngby", "", "DK", "", ""),
            new Address(partner("CUS"), "SHIP-1", "Værksted 7, Att. Åse Ångström", List.of("Industrivej 44-46"),
                "8200", "Aarhus N", "", "DK", "+45 86 00 00 00", ""),
            new Address(partner("JP"), "", "", List.of("千代田区丸の内1-1"), "100-0005", "東京都", "", "JP", "", "")))
            .value();
    }

    PartnerId partner(String code) {
        return world.service(Partners.class).byCode(code).orElseThrow().id();
    }

    LocationId place(String code) {
        return world.service(Locations.class).byCode(code).orElseThrow().id();
    }

    private void items() {
        item("BOLT-M8x40", "Hexagon bolt M8 × 40, ISO 4017, zinc plated", Tracking.NONE, "", "0.021", "7318158190",
            "");
        item("GREASE", "Lithium grease 400 g cartridge, high temperature, for bearings and slides of machine tools",
            Tracking.LOT, "4006381333931", "0.45", "34031980", "3");
        item("PUMP-7", "Hydraulikpumpe Größe 7", Tracking.SERIAL, "", "12.5", "84136031", "");
        for (int i = 1; i <= 45; i++) {
            item("PART-%03d".formatted(i), "Spare part no. " + i + " of the assembly kit", Tracking.NONE, "", "0.1",
                "84669400", "");
        }
        MovementLine grease = MovementLine.of(MovementKind.RECEIPT, items.get("GREASE"),
            Quantity.of(100, Unit.EACH), Optional.of(place("SUPPLIER")), Optional.of(place("A-02")))
            .withLot("L-2026/07").withExpires(LocalDate.of(2027, 6, 30));
        world.service(Ledger.class)
            .post(new PostingRequest("lot", world.clock().instant(), List.of(grease), "LOT", "", "")).value();
    }

    private void item(String code, String name, Tracking tracking, String gtin, String weight, String commodity,
        String hazard) {
        ItemDraft plain = ItemDraft.of(code, name, "EA");
        List<ItemBarcode> barcodes = gtin.isEmpty() ? List.of()
            : List.of(new ItemBarcode(Barcode.parse(gtin).value(), ""));
        ItemId id = world.service(Items.class).save(new ItemDraft(plain.id(), code, name, "", "", "EA", plain.roles(),
            tracking, Optional.empty(), plain.standardCost(), plain.listPrice(), plain.safetyStock(),
            plain.reorderPoint(), true, List.of(), barcodes, List.of(), -1)).value().id();
        items.put(code, id);
        world.service(Handling.class).saveAll(List.of(new ItemHandling(id, Optional.of(new BigDecimal(weight)),
            Optional.of(new BigDecimal("0.2")), "", hazard, "", commodity, "DE", Optional.empty()))).value();
    }

    NewDocument.Line line(String item, long pieces) {
        return NewDocument.Line.of(items.get(item), Quantity.of(pieces, Unit.EACH));
    }

    static Optional<BigDecimal> price(String amount) {
        return Optional.of(new BigDecimal(amount));
    }

    NewDocument document(String kind, List<NewDocument.Line> lines) {
        return NewDocument.of(kind, "key-" + ++keys, "h".repeat(64), "OPEN", EUR, world.clock().instant(), lines)
            .at(Optional.of(place("NORTH")), Optional.empty());
    }

    Document store(NewDocument made, String number) {
        return world.service(UnitOfWork.class)
            .write(transaction -> Outcome.done(world.service(DocumentBook.class).store(transaction, made, number)))
            .value();
    }

    /** An order with prices, and a shipment of it in two boxes on a pallet and one loose. */
    Document shipment() {
        Document order = store(document("customer-order",
            List.of(line("BOLT-M8x40", 1200).priced(price("0.125")), line("GREASE", 24).priced(price("8.955")),
                line("PUMP-7", 1).priced(price("1234.5"))))
            .with(partner("CUS"), "SHIP-1", "PO 4711/Å"), "SO-000001");
        List<NewDocument.Line> lines = new ArrayList<>();
        for (DocumentLine line : order.lines()) {
            NewDocument.Line of = NewDocument.Line.of(line.itemId(), line.quantity()).from(Optional.of(line.id()));
            lines.add(switch (line.item()) {
                case "GREASE" -> of.ofLot("L-2026/07");
                case "PUMP-7" -> of.ofLot("SN-0815");
                default -> of;
            });
        }
        Document shipment = store(document("shipment", lines).with(partner("CUS"), "SHIP-1", "PO 4711/Å")
            .carried(partner("DHL"), "JD014600003RT").madeOf(Optional.of(order.id())), "SH-000001");
        units.put("SH-000001", List.of(
            new LogisticUnit(SSCC, "", "Euro pallet", Optional.of(new BigDecimal("68.4")),
                Optional.of(new BigDecimal("960")), List.of()),
            new LogisticUnit(FIRST_BOX, SSCC, "Carton 40", Optional.of(new BigDecimal("26")), Optional.empty(),
                List.of(content("BOLT-M8x40", "", 1200))),
            new LogisticUnit("B-2", SSCC, "Carton 40", Optional.of(new BigDecimal("12")), Optional.empty(),
                List.of(content("GREASE", "L-2026/07", 24))),
            new LogisticUnit(OTHER_SSCC, "", "Crate", Optional.of(new BigDecimal("14.25")),
                Optional.of(new BigDecimal("31.5")), List.of(content("PUMP-7", "SN-0815", 1)))));
        return shipment;
    }

    private LogisticUnit.Content content(String item, String lot, long pieces) {
        return new LogisticUnit.Content(items.get(item), item,
            world.service(Items.class).get(items.get(item)).orElseThrow().name(), lot, Quantity.of(pieces, Unit.EACH));
    }

    /** So many parts in the bins, more than a page of them. */
    List<NewDocument.Line> manyLines(int count) {
        List<NewDocument.Line> lines = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            lines.add(line("PART-%03d".formatted(i), i * 7L % 40 + 1).priced(price("1." + i))
                .at(Optional.of(place("A-0" + (i % 9 + 1)))));
        }
        lines.add(line("GREASE", 6).ofLot("L-2026/07").at(Optional.of(place("A-02"))).priced(price("4.25"))
            .noted("two cartridges are dented, the supplier was told"));
        return lines;
    }

    @Override
    public void close() {
        world.close();
        registrations.forEach(ServiceRegistration::unregister);
    }

}
