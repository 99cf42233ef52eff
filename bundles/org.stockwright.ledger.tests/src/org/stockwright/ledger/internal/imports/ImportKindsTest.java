package org.stockwright.ledger.internal.imports;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Barcode;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Rational;
import org.stockwright.base.Refusal;
import org.stockwright.base.Unit;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.ItemBarcode;
import org.stockwright.catalog.ItemDraft;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Pack;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.Tracking;
import org.stockwright.catalog.UnitView;
import org.stockwright.catalog.Units;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.ledger.Ledger;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.MovementQuery;
import org.stockwright.ledger.MovementView;
import org.stockwright.ledger.Stock;
import org.stockwright.ledger.StockQuery;
import org.stockwright.ledger.StockQuery.Grouping;
import org.stockwright.ledger.StockRow;
import org.stockwright.ledger.internal.posting.EmptyPlaces;
import org.stockwright.ledger.spi.PriceConversion;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.testkit.ImportFile;
import org.stockwright.testkit.Invariants;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;

/** The ledger's kinds of files, row by row as the import engine hands them over. */
@TestInstance(Lifecycle.PER_CLASS)
class ImportKindsTest {

    @TempDir
    static Path folder;

    private World world;
    private Items items;
    private Locations locations;
    private Stock stock;

    @BeforeAll
    void openWorld() {
        world = World.open(folder.resolve("imports"));
        world.service(Units.class).save(new UnitView("Each", Unit.EACH)).value();
        locations = world.service(Locations.class);
        locations.createStandard();
        items = world.service(Items.class);
        stock = world.service(Stock.class);
    }

    @AfterEach
    void theBookIsSound() {
        Invariants.check(world.service(UnitOfWork.class));
    }

    @AfterAll
    void closeWorld() {
        Optional.ofNullable(world).ifPresent(World::close);
    }

    private void item(String code) {
        items.save(ItemDraft.of(code, "The " + code, "EA")).value();
    }

    private MovementsImport movements(PriceConversion... conversions) {
        return new MovementsImport(world.service(UnitOfWork.class), world.service(Ledger.class),
            new MovementRows(world.service(UnitOfWork.class), locations, items, world.service(Units.class),
                world.service(Partners.class), world.service(CompanyProfiles.class), List.of(conversions)));
    }

    private OpeningStockImport opening() {
        return new OpeningStockImport(world.service(UnitOfWork.class), world.service(Ledger.class), locations, items,
            world.service(Units.class), world.service(Partners.class), world.service(CompanyProfiles.class),
            world.service(EmptyPlaces.class));
    }

    private LocationsImport places() {
        return new LocationsImport(locations, world.service(Partners.class));
    }

    private static ImportResult run(ImportKind kind, ImportMode mode, List<ImportRow> rows) {
        return kind.run(rows, mode, Progress.NONE);
    }

    private String onHand(String item) {
        return stock.onHand(StockQuery.of(items.byCode(item).orElseThrow().id(), Grouping.ITEM)).stream()
            .map(StockRow::onHand).map(Object::toString).findFirst().orElse("none");
    }

    private static List<String> told(ImportResult result) {
        return result.refusals().stream().map(ImportKindsTest::told).toList();
    }

    private static String told(Refusal refusal) {
        return refusal.place().line() + " " + refusal.place().column() + " " + refusal.code().name();
    }

    @Test
    void movementsArePostedInTheOrderOfTheFileAndASecondTimeNothingChanges() {
        item("M1");
        List<ImportRow> file = ImportFile.rows("key,type,item,quantity,from,to,effective,reference,unit_cost",
            "m1-1,receipt,M1,10,,,2026-01-02,PO 7,1.25", "m1-2,issue,M1,4,,,2026-01-03 10:30,SO 8,",
            "m1-3,adjust,M1,-1,MAIN,,2026-01-04T00:00:00Z,,", "m1-4,return-in,M1,2,,,,,");
        ImportResult first = run(movements(), ImportMode.ALL_OR_NOTHING, file);
        assertThat(first.refusals()).isEmpty();
        assertThat(first.stored()).isEqualTo(4);
        assertThat(onHand("M1")).isEqualTo("7 EA");
        List<MovementView> posted = stock.page(MovementQuery.of(items.byCode("M1").orElseThrow().id()), 0, 10);
        assertThat(posted).extracting(MovementView::key).containsExactly("m1-1", "m1-2", "m1-3", "m1-4");
        assertThat(posted.get(1).effective()).isEqualTo(Instant.parse("2026-01-03T10:30:00Z"));
        assertThat(posted.get(0).unitCost()).hasValue(new BigDecimal("1.25"));
        assertThat(posted.get(0).reference()).isEqualTo("PO 7");
        world.clock().advance(java.time.Duration.ofHours(3));
        ImportResult second = run(movements(), ImportMode.ALL_OR_NOTHING, file);
        assertThat(second.refusals()).isEmpty();
        assertThat(second.stored()).isZero();
        assertThat(second.unchanged()).isEqualTo(4);
        assertThat(onHand("M1")).isEqualTo("7 EA");
    }

    @Test
    void oneWarningTellsThatRowsAreDatedBeforeTheLastPosting() {
        item("M0");
        run(movements(), ImportMode.ALL_OR_NOTHING, ImportFile.rows("key,type,item,quantity", "m0-0,receipt,M0,1"));
        ImportResult result = run(movements(), ImportMode.ALL_OR_NOTHING,
            ImportFile.rows("key,type,item,quantity,effective", "m0-1,receipt,M0,1,2026-01-03",
                "m0-2,receipt,M0,1,2026-01-02",
                "m0-3,receipt,M0,1,"));
        assertThat(result.stored()).isEqualTo(3);
        assertThat(result.warnings()).singleElement().satisfies(warning -> {
            assertThat(told(warning)).isEqualTo("3 effective SOME_BEFORE_LAST_POSTING");
            assertThat(warning.sentence()).contains(": 2, the earliest of 2026-01-02T00:00:00Z");
        });
    }

    @Test
    void allErrorsOfAFileComeAtOnceAndNothingIsStored() {
        item("M2");
        ImportResult result = run(movements(), ImportMode.ALL_OR_NOTHING,
            ImportFile.rows("key,type,item,quantity,unit,to,effective,lot,serial", "m2-1,receipt,M2,10,,,,,",
                "m2-2,reciept,M2,1,,,,,", "m2-3,receipt,M22,1x,,,,,", "m2-4,receipt,M2,1.5,,,,,",
                "m2-5,receipt,M2,1,KG,MIAN,yesterday,,", "m2-6,receipt,M2,1,,,,a,b", "m2-7,issue,M2,99,,,,,"));
        assertThat(told(result)).contains("3 type UNKNOWN_TYPE", "4 item UNKNOWN_ITEM", "4 quantity NOT_A_NUMBER",
            "5 quantity TOO_MANY_DECIMALS", "6 to UNKNOWN_LOCATION", "6 effective NOT_AN_INSTANT",
            "7 serial LOT_AND_SERIAL", "8 quantity WOULD_GO_NEGATIVE");
        assertThat(told(result)).anyMatch(told -> told.startsWith("6 unit "));
        assertThat(result.refusals()).filteredOn(refusal -> refusal.place().line() == 3).singleElement()
            .satisfies(refusal -> assertThat(refusal.hint()).isEqualTo("Did you mean 'receipt'?"));
        assertThat(result.refusals()).filteredOn(refusal -> refusal.place().column().equals("to")).singleElement()
            .satisfies(refusal -> assertThat(refusal.hint()).contains("MAIN"));
        assertThat(result.stored()).isZero();
        assertThat(onHand("M2")).isEqualTo("none");
    }

    @Test
    void goodRowsAreKeptWhenAskedForAndADryRunKeepsNone() {
        item("M3");
        List<ImportRow> file = ImportFile.rows("key,type,item,quantity", "m3-1,receipt,M3,10", "m3-2,issue,M3,11",
            "m3-3,issue,M3,3", "m3-4,issue,M33,3");
        assertThat(run(movements(), ImportMode.DRY_RUN, file).stored()).isEqualTo(2);
        assertThat(onHand("M3")).isEqualTo("none");
        ImportResult kept = run(movements(), ImportMode.KEEP_GOOD, file);
        assertThat(kept.stored()).isEqualTo(2);
        assertThat(told(kept)).containsExactly("3 quantity WOULD_GO_NEGATIVE", "5 item UNKNOWN_ITEM");
        assertThat(onHand("M3")).isEqualTo("7 EA");
    }

    @Test
    void aPacksBarcodeMeansThePackAndItsCostIsPerPack() {
        ItemDraft box = ItemDraft.of("M4", "Boxed", "EA");
        items.save(new ItemDraft(box.id(), "M4", "Boxed", "", "", "EA", Set.of(), Tracking.NONE, Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true,
            List.of(new Pack("BOX", "Box of 8", Rational.of(8, 1), 1)),
            List.of(new ItemBarcode(Barcode.parse("4006381333931").value(), "BOX")), List.of(), -1)).value();
        ImportResult result = run(movements(), ImportMode.ALL_OR_NOTHING,
            ImportFile.rows("key,type,item,quantity,unit,unit_cost",
                "m4-1,receipt,4006381333931,2,,10", "m4-2,issue,M4,3,,", "m4-3,receipt,M4,1,BOX,"));
        assertThat(result.refusals()).isEmpty();
        assertThat(onHand("M4")).isEqualTo("21 EA");
        MovementView receipt = stock.page(MovementQuery.of(items.byCode("M4").orElseThrow().id()), 0, 1).getFirst();
        assertThat(receipt.quantity().amountText()).isEqualTo("16");
        assertThat(receipt.unitCost()).hasValue(new BigDecimal("1.25"));
        assertThat(
            told(run(movements(), ImportMode.ALL_OR_NOTHING, ImportFile.rows("key,type,item,quantity,unit,unit_cost",
                "m4-4,receipt,M4,1,BOX,0.0000000001"))))
            .containsExactly("2 unit_cost COST_NOT_EXACT");
    }

    @Test
    void pricesInAForeignCurrencyAreConvertedAtTheRateOfTheirDay() {
        item("C1");
        List<Instant> asked = new ArrayList<>();
        PriceConversion doubled = (amount, currency, at) -> {
            asked.add(at);
            return Outcome.done(amount.multiply(new BigDecimal("2")));
        };
        List<ImportRow> file = ImportFile.rows("key,type,item,quantity,unit_cost,currency,effective",
            "c1-1,receipt,C1,10,1.5,usd,2026-01-02", "c1-2,receipt,C1,10,1.5,,2026-01-03", "c1-3,receipt,C1,1,7,USD,",
            "c1-4,receipt,C1,1,,USD,2026-01-04");
        ImportResult first = run(movements(doubled), ImportMode.ALL_OR_NOTHING, file);
        assertThat(first.refusals()).isEmpty();
        assertThat(first.stored()).isEqualTo(4);
        List<MovementView> posted = stock.page(MovementQuery.of(items.byCode("C1").orElseThrow().id()), 0, 10);
        assertThat(posted).filteredOn(movement -> movement.key().equals("c1-1")).singleElement()
            .satisfies(movement -> assertThat(movement.unitCost().orElseThrow()).isEqualByComparingTo("3"));
        assertThat(posted).filteredOn(movement -> movement.key().equals("c1-2")).singleElement()
            .satisfies(movement -> assertThat(movement.unitCost().orElseThrow()).isEqualByComparingTo("1.5"));
        assertThat(asked).startsWith(Instant.parse("2026-01-02T00:00:00Z")).hasSize(2);
        world.clock().advance(java.time.Duration.ofHours(3));
        ImportResult again = run(movements(doubled), ImportMode.ALL_OR_NOTHING, file);
        assertThat(again.refusals()).isEmpty();
        assertThat(again.unchanged()).isEqualTo(4);
        assertThat(asked.get(3)).as("a row without a date means the instant of its first posting")
            .isEqualTo(asked.get(1));
        ImportResult otherRate = run(movements((amount, currency, at) -> Outcome.done(amount)),
            ImportMode.ALL_OR_NOTHING, file);
        assertThat(told(otherRate)).contains("2 key KEY_REUSED_WITH_OTHER_CONTENT");
    }

    @Test
    void foreignPricesWithoutAConversionARateOrACurrencyAreRefused() {
        item("C2");
        List<ImportRow> file = ImportFile.rows("key,type,item,quantity,unit_cost,currency,effective",
            "c2-1,receipt,C2,10,1.5,USD,2026-01-02", "c2-2,receipt,C2,10,1.5,DOLLAR,2026-01-02");
        ImportResult none = run(movements(), ImportMode.ALL_OR_NOTHING, file);
        assertThat(told(none)).containsExactly("2 currency NO_CONVERSION", "3 currency UNKNOWN_CURRENCY");
        ImportResult noRate = run(
            movements((amount, currency, at) -> Outcome.refused(LedgerRefusal.BAD_COST, amount)),
            ImportMode.KEEP_GOOD, file);
        assertThat(told(noRate)).containsExactly("2 currency BAD_COST", "3 currency UNKNOWN_CURRENCY");
        assertThat(onHand("C2")).isEqualTo("none");
    }

    @Test
    void openingStockIsHarmlessTheSecondTimeAndAnotherQuantityIsExplained() {
        item("O1");
        List<ImportRow> file = ImportFile.rows("item,location,quantity,unit_cost,effective",
            "O1,MAIN,12,2.50,2025-12-31",
            "O1,MAIN,3,2.60,2025-12-31", "O1,TRANSIT,5,,", "O1,PRODUCTION,0,,");
        ImportResult first = run(opening(), ImportMode.ALL_OR_NOTHING, file);
        assertThat(first.refusals()).isEmpty();
        assertThat(first.stored()).isEqualTo(3);
        world.clock().advance(java.time.Duration.ofDays(1));
        ImportResult second = run(opening(), ImportMode.ALL_OR_NOTHING, file);
        assertThat(second.refusals()).isEmpty();
        assertThat(second.stored()).isZero();
        assertThat(second.unchanged()).isEqualTo(4);
        assertThat(onHand("O1")).isEqualTo("20 EA");
        ImportResult changed = run(opening(), ImportMode.ALL_OR_NOTHING,
            ImportFile.rows("item,location,quantity,unit_cost,effective", "O1,MAIN,13,2.50,2025-12-31"));
        assertThat(told(changed)).containsExactly("2 quantity KEY_REUSED_WITH_OTHER_CONTENT");
        assertThat(changed.refusals().getFirst().hint()).contains("adjustment");
    }

    @Test
    void openingStockOfZeroListsTheItemAndTellsWhereItCannot() {
        item("Z1");
        item("Z2");
        locations.saveAll(List.of(Locations.Draft.of("Z-BIN", "Bin", "MAIN", LocationKind.BIN))).value();
        locations.lock(locations.byCode("Z-BIN").orElseThrow().id(), "being counted").value();
        ImportResult result = run(opening(), ImportMode.ALL_OR_NOTHING,
            ImportFile.rows("item,location,quantity", "Z1,MAIN,0", "Z2,Z-BIN,0"));
        assertThat(result.refusals()).isEmpty();
        assertThat(result.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code().name()).isEqualTo("LOCATION_LOCKED");
            assertThat(warning.place().line()).isEqualTo(3);
        });
        assertThat(onHand("Z1")).isEqualTo("0 EA");
        assertThat(onHand("Z2")).isEqualTo("none");
    }

    @Test
    void locationsMayStandInAnyOrderAndAnEmptyCellKeepsWhatIsThere() {
        List<ImportRow> file = ImportFile.rows("location,name,parent,kind,pick_sequence", "L-01,,L-Z,,10",
            "L-Z,Zone Z,MAIN,zone,", "L-02,Second,L-Z,bin,20");
        ImportResult first = run(places(), ImportMode.ALL_OR_NOTHING, file);
        assertThat(first.refusals()).isEmpty();
        assertThat(first.stored()).isEqualTo(3);
        assertThat(locations.byCode("L-01").orElseThrow().kind()).isEqualTo(LocationKind.BIN);
        assertThat(run(places(), ImportMode.ALL_OR_NOTHING, file).unchanged()).isEqualTo(3);
        ImportResult renamed = run(places(), ImportMode.ALL_OR_NOTHING, ImportFile.rows("location,name", "L-02,Third"));
        assertThat(renamed.stored()).isEqualTo(1);
        assertThat(locations.byCode("L-02").orElseThrow().pickSequence()).hasValue(20);
        assertThat(locations.byCode("L-02").orElseThrow().parent())
            .isEqualTo(locations.byCode("L-Z").map(org.stockwright.ledger.Location::id));
    }

    @Test
    void wrongLocationsAreToldTogetherAndOrphansOfThemToo() {
        List<ImportRow> file = ImportFile.rows("location,name,parent,kind,pick_sequence", "P-1,,MIAN,bin,",
            "P-2,,P-3,bin,",
            "P-3,,P-2,bin,", "P-4,,MAIN,bim,x", "P-5,,MAIN,bin,5", "P-5,,MAIN,bin,6", "P-6,,P-1,bin,");
        ImportResult all = run(places(), ImportMode.ALL_OR_NOTHING, file);
        assertThat(told(all)).contains("2 parent UNKNOWN_LOCATION", "3 parent LOCATION_CYCLE",
            "4 parent LOCATION_CYCLE", "5 kind UNKNOWN_KIND", "5 pick_sequence NOT_A_WHOLE_NUMBER",
            "7 location BAD_LOCATION");
        assertThat(locations.byCode("P-5")).isEmpty();
        ImportResult kept = run(places(), ImportMode.KEEP_GOOD, file);
        assertThat(kept.stored()).isEqualTo(1);
        assertThat(told(kept)).contains("8 parent UNKNOWN_LOCATION");
        assertThat(locations.byCode("P-5")).isPresent();
        assertThat(locations.byCode("P-6")).isEmpty();
    }

}
