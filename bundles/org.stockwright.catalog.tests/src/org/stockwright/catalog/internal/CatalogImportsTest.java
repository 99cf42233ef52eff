package org.stockwright.catalog.internal;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Money;
import org.stockwright.base.Progress;
import org.stockwright.base.Rational;
import org.stockwright.base.Unit;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemSupplierTerms;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Pack;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partner.Role;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.Tracking;
import org.stockwright.catalog.UnitView;
import org.stockwright.catalog.Units;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The files of master data: everything that is wrong comes at once, and the same file again changes nothing. */
class CatalogImportsTest {

    @TempDir
    static Path folder;

    private static World world;
    private static Items items;
    private static Units units;

    @BeforeAll
    static void open() {
        world = World.open(folder.resolve("imports"));
        items = world.service(Items.class);
        units = world.service(Units.class);
        units.save(new UnitView("Each", Unit.EACH)).value();
        world.service(CompanyProfiles.class)
            .save(new CompanyProfile("Test", Currency.getInstance("EUR"), ZoneId.of("Europe/Berlin"), false)).value();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    private static List<String> errors(ImportResult result) {
        return result.refusals().stream()
            .map(refusal -> refusal.place().line() + " " + refusal.place().column() + " " + refusal.code().name())
            .toList();
    }

    private static void assertCounts(ImportResult result, int rows, int stored, int unchanged) {
        assertThat(result.refusals()).isEmpty();
        assertThat(List.of(result.rows(), result.stored(), result.unchanged()))
            .containsExactly((long) rows, (long) stored, (long) unchanged);
    }

    @Test
    void unitsMayBeDefinedByLaterLines() {
        ImportFile file = ImportFile.of("""
            unit;name;dimension;base_unit;numerator;denominator;scale;step
            LB;Pound;;G;45359237;100000;4;
            G;Gram;;KG;1;1000;3;
            KG;Kilogram;mass;;;;6;
            TRAY;Half tray;count;;30;;1;0.5
            ROLL;;;;;;;""");

        assertCounts(file.store("units"), 5, 5, 0);

        assertThat(units.byCode("LB").orElseThrow())
            .isEqualTo(Unit.of("LB", "mass", Rational.of(45359237, 100000000), 4));
        assertThat(units.byCode("TRAY").orElseThrow())
            .isEqualTo(new Unit("TRAY", "count", Rational.of(30, 1), 1, new BigDecimal("0.5")));
        assertThat(units.byCode("ROLL").orElseThrow()).isEqualTo(Unit.of("ROLL", "ROLL", Rational.ONE, 0));
        assertCounts(file.store("units"), 5, 0, 5);
        assertCounts(ImportFile.of("unit;name\nLB;US pound\nG;Gram").store("units"), 2, 1, 1);
        assertThat(units.byCode("LB").orElseThrow().factor()).isEqualTo(Rational.of(45359237, 100000000));
    }

    @Test
    void badUnitsAreAllNamed() {
        ImportFile file = ImportFile.of("""
            unit;name;dimension;base_unit;numerator;denominator;scale;step
            A;;;B;2;;;
            B;;;C;3;;;
            C;;;A;4;;;
            D;;;A;5;;;
            SELF;;;SELF;;;;
            E;;mass;EA;;;;
            F;;;EACH;;;;
            G;;x;;0;1e9;;
            H;;x;;;;10;
            I;;x;;;;2;0.001
            J;;;;9;;;
            K;;x;;;;;
            K;;x;;;;;
            ;;x;;;;;""");

        ImportResult result = file.store("units");

        assertThat(errors(result)).containsExactly("2 base_unit UNIT_CYCLE", "3 base_unit UNIT_CYCLE",
            "4 base_unit UNIT_CYCLE", "5 base_unit UNKNOWN_UNIT", "6 base_unit UNIT_CYCLE",
            "7 dimension DIMENSIONS_DIFFER", "8 base_unit UNKNOWN_UNIT", "9 numerator OUT_OF_RANGE",
            "9 denominator NOT_A_NUMBER", "10 scale OUT_OF_RANGE", "11 step OUT_OF_RANGE", "12 base_unit MISSING",
            "14 unit CODE_TAKEN", "15 unit MISSING");
        assertThat(result.refusals()).allMatch(refusal -> !refusal.hint().isEmpty()
            || refusal.code().name().equals("OUT_OF_RANGE"));
        assertThat(units.byCode("K")).isEmpty();
        assertThat(file.run("units", ImportMode.KEEP_GOOD).stored()).isEqualTo(1);
        assertThat(units.byCode("K")).isPresent();
    }

    @Test
    void aLongChainOfUnitsIsDefined() {
        ImportFile file = ImportFile.header("unit;base_unit;numerator");
        for (int i = 5000; i > 0; i--) {
            file.row("U" + i, i == 1 ? "EA" : "U" + (i - 1), "1");
        }

        assertCounts(file.store("units"), 5000, 5000, 0);

        assertThat(units.byCode("U5000").orElseThrow().dimension()).isEqualTo("count");
    }

    @Test
    void itemsAreStoredOnceAndThenUnchanged() {
        ImportFile file = ImportFile
            .of("""
                item;name;category;unit;roles;tracking;barcode;standard_cost;list_price;safety_stock;reorder_point;shelf_life_days;active
                A-1;Anvil;Tools / Heavy;EA;finished|MRO;none;4006381333931;12.50;19,9;5;10;;yes
                A-2;Milk;Food;;;LOT;;;;;;14;no
                A-3;Pump;;;;serial;;;;;;;""");

        assertCounts(file.store("items"), 3, 3, 0);

        Item anvil = items.byCode("A-1").orElseThrow();
        assertThat(anvil.category()).isEqualTo("Tools/Heavy");
        assertThat(anvil.roles()).containsExactly("FINISHED", "MRO");
        assertThat(anvil.listPrice()).contains(new BigDecimal("19.9"));
        assertThat(anvil.barcodes()).hasSize(1);
        Item milk = items.byCode("A-2").orElseThrow();
        assertThat(milk.tracking()).isEqualTo(Tracking.LOT);
        assertThat(milk.unit()).isEqualTo(Unit.EACH);
        assertThat(milk.active()).isFalse();
        assertCounts(file.store("items"), 3, 0, 3);
        assertThat(items.byCode("A-1").orElseThrow().version()).isZero();
        assertCounts(ImportFile.of("item;name;list_price\nA-1;Anvil;20\nA-2;Milk;").store("items"), 2, 1, 1);
        assertThat(items.byCode("A-1").orElseThrow().category()).as("an empty cell changes nothing")
            .isEqualTo("Tools/Heavy");
    }

    @Test
    void allErrorsOfAnItemFileComeAtOnceAndNothingIsStored() {
        ImportFile file = ImportFile.of("""
            item;name;unit;roles;tracking;barcode;standard_cost;safety_stock;shelf_life_days;active
            OK;Fine;;;;;;;;
            B1;;EACH;RAV;lots;4006381333930;1,234;NaN;1.5;perhaps
            OK;Twice;;;;;;;;
            B2;Bar;;;;96385074;;;;
            B3;Bar;;;;96385074;;0.5;;
            ;None;;;;;-1;1e9;0;""");

        ImportResult result = file.store("items");

        assertThat(errors(result)).containsExactlyInAnyOrder("3 name MISSING", "3 unit UNKNOWN_UNIT",
            "3 roles UNKNOWN_VALUE", "3 tracking UNKNOWN_VALUE", "3 barcode WRONG_CHECK_DIGIT",
            "3 standard_cost AMBIGUOUS_NUMBER", "3 safety_stock NOT_A_NUMBER", "3 shelf_life_days OUT_OF_RANGE",
            "3 active UNKNOWN_VALUE", "4 item CODE_TAKEN", "6 safety_stock TOO_MANY_DECIMALS", "7 item MISSING",
            "7 standard_cost OUT_OF_RANGE", "7 safety_stock NOT_A_NUMBER", "7 shelf_life_days OUT_OF_RANGE");
        assertThat(result.stored()).isZero();
        assertThat(items.search("OK", 9)).isEmpty();
        assertThat(file.run("items", ImportMode.DRY_RUN).stored()).isEqualTo(2);
        assertThat(items.search("OK", 9)).isEmpty();
        assertThat(file.run("items", ImportMode.KEEP_GOOD).stored()).isEqualTo(2);
        assertThat(items.byCodes(List.of("OK", "B1", "B2", "B3"))).containsOnlyKeys("B2", "OK");
        assertThat(items.byCode("OK").orElseThrow().name()).isEqualTo("Fine");
    }

    @Test
    void packsJoinTheirItems() {
        ImportFile.of("item;name\nP-1;Plug\nP-2;Pin").store("items");
        ImportFile file = ImportFile.of("""
            item;pack;quantity;barcode;level
            P-1;BOX;9;10614141000415;1
            P-1;PAL;270;;2
            P-2;BAG;100;;""");

        assertCounts(file.store("packs"), 3, 3, 0);

        Item plug = items.byCode("P-1").orElseThrow();
        assertThat(plug.packs()).containsExactly(new Pack("BOX", "BOX", Rational.of(9, 1), 1),
            new Pack("PAL", "PAL", Rational.of(270, 1), 2));
        assertThat(items.resolve("10614141000415").value().entered().code()).isEqualTo("BOX");
        assertCounts(file.store("packs"), 3, 0, 3);
        ImportFile bad = ImportFile.of("""
            item;pack;quantity;barcode;level
            P-1;BOX;10;;
            P-1;HALF;0.5;;
            P-1;BOX;11;;
            P-9;BOX;1;;
            P-2;CASE;12;10614141000415;
            P-2;EA;1;;
            P-2;NONE;0;;
            P-2;;;;-1""");
        ImportResult result = bad.run("packs", ImportMode.KEEP_GOOD);
        assertThat(errors(result)).containsExactly("3 quantity TOO_MANY_DECIMALS", "4 pack CODE_TAKEN",
            "5 item UNKNOWN_ITEM", "6 barcode BARCODE_TAKEN", "7 pack CODE_TAKEN", "8 quantity OUT_OF_RANGE",
            "9 pack MISSING", "9 quantity MISSING");
        assertThat(result.stored()).isEqualTo(1);
        assertThat(items.byCode("P-1").orElseThrow().packs()).extracting(Pack::content)
            .containsExactly(Rational.of(10, 1), Rational.of(270, 1));
    }

    @Test
    void partnersAndTermsAreStoredOnceAndThenUnchanged() {
        ImportFile.of("item;name\nS-1;Sock\nS-2;Shoe").store("items");
        ImportFile partners = ImportFile.of("""
            partner;name;roles;currency
            V1;Vendor one;;
            V2;Vendor two;supplier|Carrier;usd
            C1;Customer;customer;""");
        assertCounts(partners.store("partners"), 3, 3, 0);
        assertCounts(partners.store("partners"), 3, 0, 3);
        Partner second = world.service(Partners.class).byCode("V2").orElseThrow();
        assertThat(second.roles()).containsExactlyInAnyOrder(Role.SUPPLIER, Role.CARRIER);
        assertThat(second.currency()).contains(Currency.getInstance("USD"));
        assertThat(errors(ImportFile.of("partner;name;roles;currency\nSELF;Me;;\n;X;;\nV9;Y;vendor;EURO")
            .store("partners"))).containsExactly("2 partner CODE_TAKEN", "3 partner MISSING", "4 roles UNKNOWN_VALUE",
                "4 currency UNKNOWN_VALUE", "4 roles MISSING");

        ImportFile terms = ImportFile.of("""
            item;supplier;supplier_code;price;currency;unit;minimum;multiple;lead_time_days;rank
            S-1;V1;V-SOCK;1.25;;;10;5;14;
            S-1;V2;;1.2;;;;;;
            S-2;V2;;30;GBP;EA;;;;3""");
        assertCounts(terms.store("item-suppliers"), 3, 3, 0);
        assertCounts(terms.store("item-suppliers"), 3, 0, 3);
        List<ItemSupplierTerms> socks = items.suppliers(items.byCode("S-1").orElseThrow().id());
        assertThat(items.changeSuppliers(socks, List.of()).value()).isEqualTo(socks.size());
        assertThat(items.suppliers(items.byCode("S-1").orElseThrow().id())).isEmpty();
        assertThat(items.changeSuppliers(socks, socks).value()).as("what is not there is not taken away")
            .isEqualTo(socks.size());
        assertThat(socks).extracting(ItemSupplierTerms::rank).containsExactly(1, 2);
        assertThat(socks).extracting(term -> term.price().orElseThrow()).containsExactly(
            Money.of(Currency.getInstance("EUR"), "1.25"), Money.of(Currency.getInstance("USD"), "1.2"));
        assertThat(items.resolve("V-SOCK").value().code()).isEqualTo("S-1");

        assertThat(errors(ImportFile.of("""
            item;supplier;price;unit;multiple;rank
            S-3;V1;;;;
            S-1;V7;;;;
            S-1;C1;;;;
            S-1;V1;x;;;
            S-2;V1;-1;CARTON;0;0""").store("item-suppliers"))).containsExactly("2 item UNKNOWN_ITEM",
            "3 supplier UNKNOWN_PARTNER", "4 supplier PARTNER_ROLE_MISSING", "5 price NOT_A_NUMBER",
            "6 price OUT_OF_RANGE");
    }

    @Test
    void termsInAUnitThatNobodyCanConvertComeWithAWarning() {
        ImportFile.of("item;name\nW-1;Wire").store("items");
        ImportFile.of("unit\nCTN").store("units");
        ImportFile.of("partner;name\nWV;Vendor").store("partners");

        ImportResult result = ImportFile.of("item;supplier;unit\nW-1;WV;CTN").store("item-suppliers");

        assertCounts(result, 1, 1, 0);
        assertThat(result.warnings()).singleElement().asString().contains("UNIT_DOES_NOT_FIT", "CTN");
    }

    @Test
    void unknownItemsAreHintedAtByTheNearestCode() {
        ImportFile.of("item;name\nHAMMER-01;Hammer").store("items");

        assertThat(ImportFile.of("item;pack;quantity\nHAMER-01;BOX;2").store("packs").refusals().getFirst().hint())
            .isEqualTo("Did you mean HAMMER-01?");
    }

    @Test
    void aCancelledImportStoresNothing() {
        ImportFile file = ImportFile.header("item;name");
        for (int i = 0; i < 100; i++) {
            file.row("C" + i, "Item");
        }
        Progress impatient = new Progress() {
            private int worked;

            @Override
            public void begin(String task, long total) {
                worked = 0;
            }

            @Override
            public void worked(long amount) {
                worked += amount;
            }

            @Override
            public boolean isCancelled() {
                return worked > 50;
            }
        };

        assertThatThrownBy(() -> file.run("items", ImportMode.ALL_OR_NOTHING, impatient))
            .isInstanceOf(Progress.Cancelled.class);

        assertThat(items.byCode("C0")).isEmpty();
    }

    @Test
    void aUnitThatIsNotInUseMayChange() {
        assertCounts(ImportFile.of("unit;dimension;scale\nKX;mass;3").store("units"), 1, 1, 0);
        assertCounts(ImportFile.of("unit;dimension;scale\nKX;mass;6").store("units"), 1, 1, 0);
        assertThat(units.byCode("KX").map(Unit::scale)).isEqualTo(Optional.of(6));
    }

}
