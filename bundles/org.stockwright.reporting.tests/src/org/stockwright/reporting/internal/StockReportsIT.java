package org.stockwright.reporting.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.base.Rational;
import org.stockwright.base.Refusal;
import org.stockwright.base.Unit;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.ItemDraft;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.UnitView;
import org.stockwright.catalog.Units;
import org.stockwright.ledger.Ledger;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.reporting.PagedReport;
import org.stockwright.reporting.Reports;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;

/** The ledger's reports over a small world: two sites, three items in two units. */
class StockReportsIT {

    private static final Unit PIECE = Unit.EACH;
    private static final Unit KILO = Unit.of("KG", "mass", Rational.ONE, 2);

    private static final Map<String, ItemId> ITEMS = new HashMap<>();
    private static final Map<String, LocationId> PLACES = new HashMap<>();

    @TempDir
    static Path store;

    @TempDir
    Path folder;

    private static World world;
    private static int documents;

    @BeforeAll
    static void aSmallWorld() {
        world = World.open(store);
        world.service(CompanyProfiles.class).save(new CompanyProfile("Brightwater Tools Ltd",
            Currency.getInstance("EUR"), ZoneId.of("Europe/Berlin"), false)).value();
        world.service(Units.class).save(new UnitView("Piece", PIECE)).value();
        world.service(Units.class).save(new UnitView("Kilogram", KILO)).value();
        Locations locations = world.service(Locations.class);
        locations.createStandard();
        locations.saveAll(List.of(Locations.Draft.of("NORTH", "North works", "", LocationKind.SITE),
            Locations.Draft.of("N-1", "Hall 1", "NORTH", LocationKind.BIN),
            Locations.Draft.of("N-2", "Hall 2", "NORTH", LocationKind.BIN),
            Locations.Draft.of("SOUTH", "South works", "", LocationKind.SITE),
            Locations.Draft.of("S-1", "Yard", "SOUTH", LocationKind.BIN))).value();
        locations.list().forEach(location -> PLACES.put(location.code(), location.id()));
        item("BOLT", "Hexagon bolt M8", "Fasteners/Bolts", "EA");
        item("NUT", "Nut M8", "Fasteners/Nuts", "EA");
        item("STEEL", "=Flat steel", "Raw", "KG");
        post("2026-01-10T09:00:00Z", MovementKind.RECEIPT, "BOLT", "100", PIECE, "SUPPLIER", "N-1");
        post("2026-01-10T10:00:00Z", MovementKind.RECEIPT, "NUT", "1250", PIECE, "SUPPLIER", "N-1");
        post("2026-01-11T09:00:00Z", MovementKind.RECEIPT, "STEEL", "40.5", KILO, "SUPPLIER", "S-1");
        post("2026-01-12T09:00:00Z", MovementKind.TRANSFER, "BOLT", "30", PIECE, "N-1", "N-2");
        post("2026-01-13T09:00:00Z", MovementKind.TRANSFER, "BOLT", "20", PIECE, "N-1", "S-1");
        post("2026-01-14T09:00:00Z", MovementKind.ISSUE, "BOLT", "5", PIECE, "N-1", "CUSTOMER");
    }

    private static void item(String code, String name, String category, String unit) {
        ItemDraft plain = ItemDraft.of(code, name, unit);
        ITEMS.put(code, world.service(Items.class).save(new ItemDraft(plain.id(), code, name, "", category, unit,
            plain.roles(), plain.tracking(), plain.shelfLifeDays(), plain.standardCost(), plain.listPrice(),
            plain.safetyStock(), plain.reorderPoint(), true, List.of(), List.of(), List.of(), -1)).value().id());
    }

    private static void post(String when, MovementKind kind, String item, String amount, Unit unit, String from,
        String to) {
        world.clock().advance(Duration.ofMinutes(1));
        MovementLine line = MovementLine.of(kind, ITEMS.get(item), Quantity.of(amount, unit),
            Optional.of(PLACES.get(from)), Optional.of(PLACES.get(to)));
        String key = "document-" + ++documents;
        world.service(Ledger.class)
            .post(new PostingRequest(key, Instant.parse(when), List.of(line), "REF-" + documents, "", "")).value();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    private List<String> csv(String id, Map<String, String> arguments) throws Exception {
        return Files.readAllLines(world.service(Reports.class)
            .render(id, arguments, folder.resolve("a.csv"), Progress.NONE).value());
    }

    private String pdf(String id, Map<String, String> arguments) throws Exception {
        String keep = System.getProperty("stockwright.reports", "");
        Path file = keep.isEmpty() ? folder.resolve("a.pdf") : Path.of(keep, id + arguments.hashCode() + ".pdf");
        return ReportFormatsIT
            .pdfText(world.service(Reports.class).render(id, arguments, file, Progress.NONE).value());
    }

    @Test
    void stockOnHandListsEachPlaceAndAddsOnlyWithinAUnit() throws Exception {
        assertThat(csv("stock-on-hand", Map.of())).containsExactly(
            "site,category,item,name,location,lot,status,owner,on_hand,reserved,available,unit",
            "NORTH North works,Fasteners/Bolts,BOLT,Hexagon bolt M8,N-1,,AVAILABLE,SELF,45,0,45,EA",
            "NORTH North works,Fasteners/Bolts,BOLT,Hexagon bolt M8,N-2,,AVAILABLE,SELF,30,0,30,EA",
            "NORTH North works,Fasteners/Nuts,NUT,Nut M8,N-1,,AVAILABLE,SELF,1250,0,1250,EA",
            "SOUTH South works,Fasteners/Bolts,BOLT,Hexagon bolt M8,S-1,,AVAILABLE,SELF,20,0,20,EA",
            "SOUTH South works,Raw,STEEL,'=Flat steel,S-1,,AVAILABLE,SELF,40.5,0,40.5,KG");
        assertThat(pdf("stock-on-hand", Map.of())).contains("Brightwater Tools Ltd").contains("Stock on hand")
            .contains("As of now, known at now").contains("AVAILABLE").doesNotContain("owner SELF")
            .contains("SOUTH South works: 2 items · 20 EA · 40.50 KG")
            .contains("All: 3 items · 1,345 EA · 40.50 KG");
    }

    @Test
    void stockOnHandAnswersForAPlaceACategoryAndAnInstant() throws Exception {
        assertThat(csv("stock-on-hand", Map.of("location", "NORTH", "category", "fasteners", "as_of", "2026-01-12")))
            .containsExactly("site,category,item,name,location,lot,status,owner,on_hand,reserved,available,unit",
                "NORTH North works,Fasteners/Bolts,BOLT,Hexagon bolt M8,N-1,,AVAILABLE,SELF,70,0,70,EA",
                "NORTH North works,Fasteners/Bolts,BOLT,Hexagon bolt M8,N-2,,AVAILABLE,SELF,30,0,30,EA",
                "NORTH North works,Fasteners/Nuts,NUT,Nut M8,N-1,,AVAILABLE,SELF,1250,0,1250,EA");
        assertThat(pdf("stock-on-hand", Map.of("known_at", "2026-01-01"))).contains("No stock");
    }

    @Test
    void theStockCardCarriesTheBalanceThroughThePeriod() throws Exception {
        assertThat(csv("stock-card", Map.of("item", "BOLT", "from", "2026-01-11", "to", "2026-01-13")))
            .satisfiesExactly(header -> assertThat(header).startsWith("at,kind,number,reference,from_location"),
                line -> assertThat(line).startsWith("2026-01-11T00:00:00+01:00,brought forward,").contains(",100,EA"),
                line -> assertThat(line).startsWith("2026-01-13T23:59:59.999+01:00,carried forward,")
                    .contains(",100,EA"));
        assertThat(csv("stock-card", Map.of("item", "BOLT", "location", "NORTH"))).satisfiesExactly(
            header -> assertThat(header).endsWith(",lot,incoming,outgoing,balance,unit,user"),
            line -> assertThat(line).contains(",brought forward,").contains(",,,0,EA,"),
            line -> assertThat(line).contains(",receipt,").contains("REF-1,SUPPLIER,N-1,,100,,100,EA,tester"),
            line -> assertThat(line).contains(",transfer,").contains("REF-5,N-1,S-1,,,20,80,EA,tester"),
            line -> assertThat(line).contains(",issue,").contains("REF-6,N-1,CUSTOMER,,,5,75,EA,tester"),
            line -> assertThat(line).contains(",carried forward,").contains(",,,75,EA,"));
        assertThat(pdf("stock-card", Map.of("item", "STEEL"))).contains("Stock card").contains("STEEL")
            .contains("Closing balance").contains("40.50").contains("by quantity");
        assertThat(pdf("stock-card", Map.of("item", "BOLT", "from", "2026-01-11"))).contains("carried forward");
    }

    @Test
    void everyFormatAndThePagesOfBothReportsCanBeMade() throws Exception {
        Reports reports = world.service(Reports.class);
        assertThat(reports.list()).extracting(report -> report.id()).contains("stock-card", "stock-on-hand");
        for (String id : List.of("stock-on-hand", "stock-card")) {
            Map<String, String> arguments = id.equals("stock-card") ? Map.of("item", "BOLT") : Map.of();
            for (Format format : Format.values()) {
                Path file = folder.resolve(id + "." + format.word());
                assertThat(reports.render(id, arguments, file, Progress.NONE).value()).isNotEmptyFile();
            }
            try (PagedReport paged = reports.prepare(id, arguments, Progress.NONE).value()) {
                assertThat(paged.pages()).isEqualTo(1);
                String html = Files.readString(paged.page(1).value());
                assertThat(html).contains("Hexagon bolt M8");
                assertThat(html.contains("data:image/png")).isEqualTo(id.equals("stock-card"));
            }
        }
    }

    @Test
    void wrongPlacesItemsAndPeriodsAreRefusedWithHints() {
        Reports reports = world.service(Reports.class);
        Path file = folder.resolve("a.csv");
        assertThat(reports.render("stock-on-hand", Map.of("location", "nort", "category", "Fastner"), file,
            Progress.NONE).refusals()).extracting(Refusal::hint).anyMatch(hint -> hint.contains("NORTH"))
            .anyMatch(hint -> hint.contains("Fasteners/Bolts"));
        assertThat(reports.render("stock-card", Map.of("item", "BOL"), file, Progress.NONE).refusals())
            .singleElement().satisfies(refusal -> assertThat(refusal.hint()).contains("BOLT"));
        assertThat(reports.render("stock-card", Map.of(), file, Progress.NONE).refusals()).singleElement()
            .satisfies(refusal -> assertThat(refusal.code().name()).isEqualTo("PARAMETER_MISSING"));
        assertThat(reports.render("stock-card", Map.of("item", "BOLT", "from", "2026-01-14", "to", "2026-01-12"),
            file, Progress.NONE).refusals()).singleElement()
            .satisfies(refusal -> assertThat(refusal.hint()).contains("before the end"));
        assertThat(file).doesNotExist();
    }

}
