package org.stockwright.reporting.internal;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.base.Rational;
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
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.InventorySystem;
import org.stockwright.valuation.LateCosts;
import org.stockwright.valuation.PeriodicInventory;
import org.stockwright.valuation.Periods;
import org.stockwright.valuation.Valuation;

import static org.assertj.core.api.Assertions.assertThat;

/** The reports of values over a small world: two sites, three items in two units, a closed December, late entries. */
class ValuationReportsIT {

    private static final List<String> ALL = List.of("stock-valuation", "cost-of-sales", "stock-journal",
        "period-close");
    private static final Unit PIECE = Unit.EACH;
    private static final Unit KILO = Unit.of("KG", "mass", Rational.ONE, 2);

    private static final Map<String, ItemId> ITEMS = new HashMap<>();
    private static final Map<String, LocationId> PLACES = new HashMap<>();

    @TempDir
    static Path store;

    @TempDir
    Path folder;

    private static World world;

    @BeforeAll
    static void aSmallWorld() throws Exception {
        FrameworkUtil.getBundle(Valuation.class).start();
        world = World.open(store);
        world.service(CompanyProfiles.class).save(new CompanyProfile("Brightwater Tools Ltd",
            Currency.getInstance("EUR"), ZoneId.of("Europe/Berlin"), false)).value();
        world.service(Units.class).save(new UnitView("Piece", PIECE)).value();
        world.service(Units.class).save(new UnitView("Kilogram", KILO)).value();
        Locations locations = world.service(Locations.class);
        locations.createStandard();
        locations.saveAll(List.of(Locations.Draft.of("NORTH", "North works", "", LocationKind.SITE),
            Locations.Draft.of("N-1", "Hall 1", "NORTH", LocationKind.BIN),
            Locations.Draft.of("SOUTH", "South works", "", LocationKind.SITE),
            Locations.Draft.of("S-1", "Yard", "SOUTH", LocationKind.BIN))).value();
        locations.list().forEach(location -> PLACES.put(location.code(), location.id()));
        item("BOLT", "Hexagon bolt M8", "Fasteners/Bolts", "EA");
        item("NUT", "Nut M8", "Fasteners/Nuts", "EA");
        item("STEEL", "=Flat steel", "Raw", "KG");
        receipt("R1", "2025-12-01T09:00:00Z", "BOLT", "1000", PIECE, "N-1", "1.20");
        receipt("R2", "2025-12-02T09:00:00Z", "NUT", "4000", PIECE, "N-1", "0.075");
        receipt("R3", "2025-12-03T09:00:00Z", "STEEL", "40.5", KILO, "S-1", "31.4159");
        issue("I1", "2025-12-10T09:00:00Z", "BOLT", "200", PIECE, "N-1");
        Periods periods = world.service(Periods.class);
        LocalDate december = LocalDate.parse("2025-12-31");
        periods.close(december, Periods.State.CLOSED, "Year end", Progress.NONE).value();
        periods.reopen(december, "The freight of the bolts was forgotten").value();
        freight("F1", "2025-12-15T12:00:00Z", "R1", "50");
        periods.close(december, Periods.State.CLOSED, "Year end with freight", Progress.NONE).value();
        transfer("T1", "2026-01-05T09:00:00Z", "BOLT", "300", "N-1", "S-1");
        issue("I2", "2026-01-07T09:00:00Z", "BOLT", "100", PIECE, "N-1");
        issue("I3", "2026-01-08T09:00:00Z", "STEEL", "10.25", KILO, "S-1");
        receipt("R4", "2026-01-06T09:00:00Z", "BOLT", "400", PIECE, "N-1", "1.60");
        freight("F2", "2026-01-09T12:00:00Z", "R3", "8.10");
    }

    private static void item(String code, String name, String category, String unit) {
        ItemDraft plain = ItemDraft.of(code, name, unit);
        ITEMS.put(code, world.service(Items.class).save(new ItemDraft(plain.id(), code, name, "", category, unit,
            plain.roles(), plain.tracking(), plain.shelfLifeDays(), plain.standardCost(), plain.listPrice(),
            plain.safetyStock(), plain.reorderPoint(), true, List.of(), List.of(), List.of(), -1)).value().id());
    }

    private static void receipt(String key, String when, String item, String amount, Unit unit, String to,
        String unitCost) {
        post(key, when, MovementLine.of(MovementKind.RECEIPT, ITEMS.get(item), Quantity.of(amount, unit),
            Optional.of(PLACES.get("SUPPLIER")), Optional.of(PLACES.get(to))).withUnitCost(new BigDecimal(unitCost)));
    }

    private static void issue(String key, String when, String item, String amount, Unit unit, String from) {
        post(key, when, MovementLine.of(MovementKind.ISSUE, ITEMS.get(item), Quantity.of(amount, unit),
            Optional.of(PLACES.get(from)), Optional.of(PLACES.get("CUSTOMER"))));
    }

    private static void transfer(String key, String when, String item, String amount, String from, String to) {
        post(key, when, MovementLine.of(MovementKind.TRANSFER, ITEMS.get(item), Quantity.of(amount, PIECE),
            Optional.of(PLACES.get(from)), Optional.of(PLACES.get(to))));
    }

    private static void post(String key, String when, MovementLine line) {
        world.clock().advance(Duration.ofMinutes(1));
        world.service(Ledger.class)
            .post(new PostingRequest(key, Instant.parse(when), List.of(line), "REF-" + key, "", "")).value();
    }

    private static void freight(String key, String when, String receipt, String amount) {
        world.clock().advance(Duration.ofMinutes(1));
        world.service(LateCosts.class)
            .post(new LateCosts.Request(key, Instant.parse(when),
                List.of(new LateCosts.Target(receipt, Optional.empty(), Optional.empty())),
                new Cost(BigDecimal.ZERO, new BigDecimal(amount), BigDecimal.ZERO, BigDecimal.ZERO),
                LateCosts.Basis.VALUE, "INVOICE-" + key, ""))
            .value();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    private List<String> csv(String id, Map<String, String> arguments) throws Exception {
        return Files.readAllLines(
            world.service(Reports.class).render(id, arguments, kept(id, arguments, "csv"), Progress.NONE).value());
    }

    private String pdf(String id, Map<String, String> arguments) throws Exception {
        return ReportFormatsIT.pdfText(
            world.service(Reports.class).render(id, arguments, kept(id, arguments, "pdf"), Progress.NONE).value());
    }

    private Path kept(String id, Map<String, String> arguments, String extension) {
        String keep = System.getProperty("stockwright.reports", "");
        return keep.isEmpty() ? folder.resolve("a." + extension)
            : Path.of(keep, id + arguments.hashCode() + "." + extension);
    }

    @Test
    void stockValuationAddsUpByCategoryAndSiteBesideAnEarlierValue() throws Exception {
        Map<String, String> then = Map.of("as_of", "2026-01-10");
        assertThat(csv("stock-valuation", then)).containsExactly(
            "category,site,item,name,method,quantity,unit,unit_cost,value,value_before,difference,currency",
            "Fasteners/Bolts,NORTH North works,BOLT,Hexagon bolt M8,average,800,EA,1.36666663,1093.3333,1000,93.3333,EUR",
            "Fasteners/Bolts,SOUTH South works,BOLT,Hexagon bolt M8,average,300,EA,1.36666667,410,0,410,EUR",
            "Fasteners/Nuts,NORTH North works,NUT,Nut M8,average,4000,EA,0.075,300,300,0,EUR",
            "Raw,SOUTH South works,STEEL,'=Flat steel,average,30.25,KG,31.61590083,956.381,1272.344,-315.963,EUR");
        assertThat(pdf("stock-valuation", then)).contains("Brightwater Tools Ltd").contains("Stock valuation")
            .contains("As of 2026-01-10 23:59, compared with 2025-12-31 23:59, known at now, amounts in EUR")
            .contains("Value EUR").contains("2025-12-31 EUR").contains("31.6159").contains("1,503.33 1,000.00 503.33")
            .containsPattern("All, EUR.*2,759.71 ?2,572.34 ?187.37")
            .contains("By site: NORTH North works 1,393.33 · SOUTH South works 1,366.38").doesNotContain("null");
        assertThat(pdf("stock-valuation", Map.of("as_of", "2025-12-01", "category", "raw")))
            .contains("No stock had a value").contains("category raw").doesNotContain("All, EUR");
    }

    @Test
    void costOfSalesShowsCorrectionsApart() throws Exception {
        assertThat(csv("cost-of-sales", Map.of())).containsExactly(
            "category,item,name,quantity,unit,cost,late_entries,late_costs,settlement,other,total,currency",
            "Fasteners/Bolts,BOLT,Hexagon bolt M8,300,EA,365,11.6667,10,0,0,386.6667,EUR",
            "Raw,STEEL,'=Flat steel,10.25,KG,322.013,0,2.05,0,0,324.063,EUR");
        assertThat(pdf("cost-of-sales", Map.of())).contains("account 5000").contains("From the beginning to now")
            .containsPattern("All, EUR ?687.01 ?11.67 ?12.05 ?0.00 ?0.00 ?710.73").doesNotContain("null");
        assertThat(pdf("cost-of-sales", Map.of("from", "2026-01-12"))).contains("Nothing was sold");
    }

    @Test
    void theJournalSaysWhetherEverythingAgrees() throws Exception {
        Map<String, String> january = Map.of("from", "2026-01-01");
        assertThat(csv("stock-journal", january)).hasSize(7)
            .anyMatch(
                line -> line.endsWith(",2026-01-07T10:00:00+01:00,2026-01-15T09:09:00+01:00,cost,yes,BOLT,I2,REF-I2,"
                    + "5000,Cost of sales,1300,Inventory,,11.6667,EUR,tester"));
        assertThat(pdf("stock-journal", january))
            .contains("Everything agrees: stock, its values, the journal and its accounts (9 checks).")
            .containsPattern("1300 Inventory ?asset ?2,572.34 ?646.05 ?458.68 ?2,759.71").contains("cost, put right")
            .containsPattern("All, EUR ?0.00 ?1,106.78 ?1,106.78 ?0.00").contains("6 entries, EUR")
            .doesNotContain("null");
        assertThat(pdf("stock-journal", Map.of("from", "2026-01-12"))).contains("Nothing was booked");
    }

    @Test
    void theEvidenceOfPeriodsHasDecisionsAndSeals() throws Exception {
        List<String> decisions = csv("period-close", Map.of());
        assertThat(decisions).hasSize(4);
        assertThat(decisions.get(1)).startsWith("2025-12-31,closed,2026-01-15T09:05:00+01:00,closed,tester,"
            + "Year end with freight,3,4840.5,2572.344,EUR,");
        assertThat(pdf("period-close", Map.of())).contains("has the figures that were sealed (1 check).")
            .contains("Period until 2025-12-31: closed").contains("The freight of the bolts was forgotten")
            .contains(decisions.get(1).substring(decisions.get(1).lastIndexOf(',') + 1)).doesNotContain("null");
    }

    @Test
    void thePeriodicCalculationStandsAboveItsReconciliation() throws Exception {
        PeriodicInventory inventory = world.service(PeriodicInventory.class);
        inventory.set(InventorySystem.PERIODIC, Optional.of(LocalDate.parse("2026-01-01"))).value();
        LocalDate lastDay = LocalDate.parse("2026-01-10");
        inventory.saveCounts(lastDay, List.of(new PeriodicInventory.Count(ITEMS.get("BOLT"), "", Optional.empty(),
            new BigDecimal("1095")),
            new PeriodicInventory.Count(ITEMS.get("STEEL"), "", Optional.empty(), new BigDecimal("30.25")))).value();
        Map<String, String> period = Map.of("period", lastDay.toString());
        // (1000.00 + 640.00) / 1200 for each of 1095 bolts
        assertThat(csv("periodic-cost-of-sales", period)).containsExactly(
            "category,item,name,opening,purchases,returns,late_costs,revalued,closing,total,shrinkage,currency",
            "Fasteners/Bolts,BOLT,Hexagon bolt M8,1000,640,0,0,0,-1496.5,143.5,6.8333,EUR",
            "Fasteners/Nuts,NUT,Nut M8,300,0,0,0,0,-300,0,0,EUR",
            "Raw,STEEL,'=Flat steel,1272.344,0,0,8.1,0,-956.381,324.063,0,EUR");
        assertThat(pdf("periodic-cost-of-sales", period)).contains("Periodic cost of sales")
            .contains("to the end of 2026-01-10, not closed").contains("Reconciliation")
            .containsPattern("All, EUR ?2,572.34 ?640.00 ?0.00 ?8.10 ?0.00 ?-2,752.88 ?467.56 ?6.83")
            .containsPattern("BOLT ?Hexagon bolt M8 ?800 ?400 ?0 ?-100 ?0 ?1,100 ?1,095 ?-5 ?EA ?counted ?-6.83")
            .doesNotContain("null");
        assertThat(world.service(Reports.class).render("periodic-cost-of-sales", Map.of("period", "2025-12-31"),
            folder.resolve("none.pdf"), Progress.NONE).isDone()).isFalse();
        // the other reports have the books of the perpetual system
        inventory.set(InventorySystem.PERPETUAL, Optional.of(LocalDate.parse("2026-01-01"))).value();
    }

    @Test
    void workbooksHaveRealNumbersToTheLastDecimal() throws Exception {
        Path file = folder.resolve("a.xlsx");
        world.service(Reports.class)
            .render("stock-valuation", Map.of("as_of", "2026-01-10"), file, Progress.NONE).value();
        List<Double> values = new ArrayList<>();
        try (XSSFWorkbook book = new XSSFWorkbook(file.toFile())) {
            assertThat(book.getNumberOfSheets()).isEqualTo(1);
            for (Row row : book.getSheetAt(0)) {
                for (Cell cell : row) {
                    assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                    if (cell.getCellType() == CellType.NUMERIC) {
                        values.add(cell.getNumericCellValue());
                    }
                }
            }
        }
        assertThat(values).contains(1093.3333, 956.381, 2759.7143, -315.963);
    }

    @Test
    void everyFormatAndThePagesOfAllReportsCanBeMade() throws Exception {
        Reports reports = world.service(Reports.class);
        assertThat(reports.list()).extracting(report -> report.id()).containsAll(ALL);
        for (String id : ALL) {
            for (Format format : Format.values()) {
                Path file = folder.resolve(id + "." + format.word());
                assertThat(reports.render(id, Map.of(), file, Progress.NONE).value()).isNotEmptyFile();
            }
            try (PagedReport paged = reports.prepare(id, Map.of(), Progress.NONE).value()) {
                assertThat(paged.pages()).isPositive();
                assertThat(Files.readString(paged.page(1).value())).contains("Brightwater Tools Ltd").contains("EUR");
            }
        }
    }

}
