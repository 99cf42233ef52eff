package org.stockwright.catalog.internal;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Barcode;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.QuantityRefusal;
import org.stockwright.base.Rational;
import org.stockwright.base.Refusal;
import org.stockwright.base.RefusalCode;
import org.stockwright.base.Unit;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemAlias;
import org.stockwright.catalog.ItemBarcode;
import org.stockwright.catalog.ItemDraft;
import org.stockwright.catalog.ItemRow;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Pack;
import org.stockwright.catalog.Partner.Role;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.Tracking;
import org.stockwright.catalog.UnitView;
import org.stockwright.catalog.Units;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;

/** Items are stored as they were meant, or refused with what to do. */
class ItemsTest {

    @TempDir
    static Path folder;

    private static World world;
    private static Items items;
    private static PartnerId acme;
    private static PartnerId bolts;

    @BeforeAll
    static void open() {
        world = World.open(folder.resolve("items"));
        items = world.service(Items.class);
        Units units = world.service(Units.class);
        units.save(new UnitView("Each", Unit.EACH)).value();
        units.save(new UnitView("Kilogram", Unit.of("KG", "mass", Rational.ONE, 3))).value();
        List<PartnerId> partners = world.service(Partners.class).saveAll(List.of(
            new Partners.Draft("ACME", "Acme", Set.of(Role.SUPPLIER), Optional.empty(), true),
            new Partners.Draft("BOLTS", "Bolts Ltd", Set.of(Role.SUPPLIER), Optional.empty(), true))).value();
        acme = partners.get(0);
        bolts = partners.get(1);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    private static ItemDraft full(String code) {
        return new ItemDraft(Optional.empty(), code, "Bolt " + code, "Zinc plated", "Hardware / Bolts", "EA",
            Set.of("PART", "RAW"), Tracking.LOT, Optional.of(365), number("1.2500"), number("3"), number("10"),
            number("25"), true, List.of(new Pack("BOX", "Box of 9", Rational.of(9, 1), 1)), List.of(), List.of(), -1);
    }

    private static Optional<BigDecimal> number(String text) {
        return Optional.of(new BigDecimal(text));
    }

    private static ItemDraft with(ItemDraft draft, List<ItemBarcode> barcodes, List<ItemAlias> aliases) {
        return new ItemDraft(draft.id(), draft.code(), draft.name(), draft.description(), draft.category(),
            draft.unit(), draft.roles(), draft.tracking(), draft.shelfLifeDays(), draft.standardCost(),
            draft.listPrice(), draft.safetyStock(), draft.reorderPoint(), draft.active(), draft.packs(), barcodes,
            aliases, draft.version());
    }

    private static ItemDraft renamed(Item item, String code) {
        ItemDraft draft = ItemDraft.of(item);
        return new ItemDraft(draft.id(), code, draft.name(), draft.description(), draft.category(), draft.unit(),
            draft.roles(), draft.tracking(), draft.shelfLifeDays(), draft.standardCost(), draft.listPrice(),
            draft.safetyStock(), draft.reorderPoint(), draft.active(), draft.packs(), draft.barcodes(),
            draft.aliases(), draft.version());
    }

    private static ItemDraft named(Item item, String name) {
        ItemDraft draft = ItemDraft.of(item);
        return new ItemDraft(draft.id(), draft.code(), name, draft.description(), draft.category(), draft.unit(),
            draft.roles(), draft.tracking(), draft.shelfLifeDays(), draft.standardCost(), draft.listPrice(),
            draft.safetyStock(), draft.reorderPoint(), draft.active(), draft.packs(), draft.barcodes(),
            draft.aliases(), draft.version());
    }

    private static List<RefusalCode> codes(Outcome<?> outcome) {
        return outcome.refusals().stream().map(Refusal::code).toList();
    }

    private static Barcode barcode(String text) {
        return Barcode.parse(text).value();
    }

    @Test
    void anItemIsReadAsItWasStored() {
        ItemDraft draft = with(full("FULL-1"), List.of(new ItemBarcode(barcode("4006381333931"), ""),
            new ItemBarcode(barcode("10614141000415"), "BOX")), List.of(new ItemAlias(acme, "AC-77")));

        Item saved = items.save(draft).value();

        Item read = items.byCode("FULL-1").orElseThrow();
        assertThat(read).isEqualTo(saved).isEqualTo(items.get(saved.id()).orElseThrow());
        assertThat(read.category()).isEqualTo("Hardware/Bolts");
        assertThat(read.unit()).isEqualTo(Unit.EACH);
        assertThat(read.roles()).containsExactly("PART", "RAW");
        assertThat(read.tracking()).isEqualTo(Tracking.LOT);
        assertThat(read.shelfLifeDays()).contains(365);
        assertThat(read.standardCost()).contains(new BigDecimal("1.25"));
        assertThat(read.packs()).containsExactly(new Pack("BOX", "Box of 9", Rational.of(9, 1), 1));
        assertThat(read.packUnit("BOX").orElseThrow().factor()).isEqualTo(Rational.of(9, 1));
        assertThat(read.barcodes()).hasSize(2);
        assertThat(read.aliases()).containsExactly(new ItemAlias(acme, "AC-77"));
        assertThat(read.version()).isZero();
    }

    @Test
    void savingTheSameAgainWritesNothing() {
        Item saved = items.save(full("SAME-1")).value();

        assertThat(items.save(full("SAME-1")).value()).isEqualTo(saved);
        assertThat(items.save(ItemDraft.of(saved)).value().version()).isEqualTo(saved.version());
    }

    @Test
    void aRenamedItemKeepsItsIdentityAndItsFormerCode() {
        Item before = items.save(ItemDraft.of("OLD-1", "Washer", "EA")).value();

        Item after = items.save(renamed(before, "NEW-1")).value();

        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.aliases()).containsExactly(new ItemAlias(PartnerId.SELF, "OLD-1"));
        assertThat(items.byCode("OLD-1")).isEmpty();
        assertThat(items.resolve("OLD-1").value().code()).isEqualTo("NEW-1");
        assertThat(codes(items.save(ItemDraft.of("OLD-1", "Another", "EA"))))
            .containsExactly(CatalogRefusal.CODE_TAKEN);
        Item back = items.save(renamed(after, "OLD-1")).value();
        assertThat(back.aliases()).containsExactly(new ItemAlias(PartnerId.SELF, "NEW-1"));
    }

    @Test
    void twoEditorsOfOneItemAreToldApart() {
        Item start = items.save(ItemDraft.of("EDIT-1", "Nut", "EA")).value();
        items.save(named(start, "Nut M8")).value();

        Outcome<Item> late = items.save(named(start, "Nut M10"));

        assertThat(codes(late)).containsExactly(CatalogRefusal.CHANGED_MEANWHILE);
        assertThat(items.byCode("EDIT-1").orElseThrow().name()).isEqualTo("Nut M8");
    }

    @Test
    void allErrorsOfADraftComeAtOnceWithTheirFields() {
        ItemDraft bad = new ItemDraft(Optional.empty(), " X\t", "", "", "A//B", "EACH", Set.of("FINISH"),
            Tracking.NONE, Optional.of(0), number("-1"), number("0.0000000001"), number("0.5"), Optional.empty(), true,
            List.of(), List.of(), List.of(), -1);

        List<Refusal> refusals = items.saveAll(List.of(ItemDraft.of("OK-1", "Fine", "EA"), bad)).refusals();

        assertThat(refusals).extracting(refusal -> refusal.place().column() + " " + refusal.code().name())
            .containsExactly("item BAD_CODE", "name MISSING", "category MISSING", "roles UNKNOWN_VALUE",
                "shelf_life_days OUT_OF_RANGE", "standard_cost OUT_OF_RANGE", "list_price OUT_OF_RANGE",
                "unit UNKNOWN_UNIT");
        assertThat(refusals).allMatch(refusal -> refusal.place().line() == 2);
        assertThat(refusals).extracting(Refusal::hint).contains("Did you mean FINISHED?");
        assertThat(items.byCode("OK-1")).as("nothing of a list with an error is stored").isEmpty();
    }

    @Test
    void figuresThatDoNotFitTheUnitAreRefusedByName() {
        ItemDraft half = new ItemDraft(Optional.empty(), "HALF-1", "Half", "", "", "EA", Set.of(), Tracking.NONE,
            Optional.empty(), Optional.empty(), Optional.empty(), number("0.5"), Optional.empty(), true,
            List.of(new Pack("BAG", "Bag", Rational.of(19, 2), 0), new Pack("THIRD", "Third", Rational.of(1, 3), 0),
                new Pack("EA", "Itself", Rational.ONE, 0), new Pack("NONE", "Nothing", Rational.ZERO, 0)),
            List.of(), List.of(), -1);

        assertThat(codes(items.save(half))).containsExactly(QuantityRefusal.TOO_MANY_DECIMALS,
            QuantityRefusal.TOO_MANY_DECIMALS, QuantityRefusal.NOT_EXACT, CatalogRefusal.CODE_TAKEN,
            CatalogRefusal.OUT_OF_RANGE);
    }

    @Test
    void piecesWithSerialNumbersAreCountedInWholeUnits() {
        ItemDraft serial = new ItemDraft(Optional.empty(), "SER-1", "Pump", "", "", "KG", Set.of(), Tracking.SERIAL,
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true, List.of(),
            List.of(), List.of(), -1);

        assertThat(codes(items.save(serial))).containsExactly(CatalogRefusal.SERIAL_NEEDS_WHOLE_UNIT);
    }

    @Test
    void aBarcodeIsOnOneItemOnly() {
        items.save(with(ItemDraft.of("BAR-1", "One", "EA"), List.of(new ItemBarcode(barcode("036000291452"), "")),
            List.of())).value();

        Outcome<Item> second = items.save(with(ItemDraft.of("BAR-2", "Two", "EA"),
            List.of(new ItemBarcode(barcode("0036000291452"), "")), List.of()));

        assertThat(codes(second)).containsExactly(CatalogRefusal.BARCODE_TAKEN);
        assertThat(second.refusals().getFirst().sentence()).contains("BAR-1");
    }

    @Test
    void aForgedCheckDigitIsRefusedEvenWhenNobodyParsedIt() {
        Barcode forged = new Barcode("4006381333930", Barcode.Symbology.EAN_13);

        assertThat(codes(items.save(with(ItemDraft.of("FORGED", "Forged", "EA"),
            List.of(new ItemBarcode(forged, "")), List.of())))).containsExactly(Barcode.Code.WRONG_CHECK_DIGIT);
    }

    @Test
    void aTextIsResolvedByCodeAliasBarcodeAndPartnersCode() {
        Item item = items.save(with(full("RES-1"), List.of(new ItemBarcode(barcode("5901234123457"), ""),
            new ItemBarcode(barcode("96385074"), "BOX")),
            List.of(new ItemAlias(acme, "SUP-9"),
                new ItemAlias(PartnerId.SELF, "RES-OLD"))))
            .value();
        items.save(with(ItemDraft.of("RES-2", "Other", "EA"), List.of(), List.of(new ItemAlias(acme, "SHARED"))))
            .value();
        items.save(with(ItemDraft.of("RES-3", "Third", "EA"), List.of(), List.of(new ItemAlias(bolts, "SHARED"))))
            .value();

        for (String text : List.of("RES-1", " RES-1 ", "RES-OLD", "SUP-9", "5901234123457", "]E05901234123457",
            "05901234123457", "]C10105901234123457", "]d20105901234123457\u001d10LOT7", "]Q3010590123412345717261231",
            "]e00105901234123457")) {
            assertThat(items.resolve(text).value().item()).as(text).isEqualTo(item.id());
        }
        assertThat(items.resolve("5901234123457").value().entered()).isEqualTo(Unit.EACH);
        assertThat(items.resolve("96385074").value().entered().code()).isEqualTo("BOX");
        assertThat(items.resolve("]E400000096385074").value().entered().factor()).isEqualTo(Rational.of(9, 1));
        assertThat(codes(items.resolve("SHARED"))).containsExactly(CatalogRefusal.AMBIGUOUS_ITEM);
        assertThat(items.resolve("SHARED").refusals().getFirst().sentence()).contains("RES-2, RES-3");
        assertThat(codes(items.resolve("5901234123458"))).containsExactly(Barcode.Code.WRONG_CHECK_DIGIT);
        assertThat(items.resolve("RES-11").refusals().getFirst().hint()).isEqualTo("Did you mean RES-1?");
        for (String garbage : List.of("", " ", "]C1", "\u0000", "x".repeat(10_000), "'; DROP TABLE item; --")) {
            assertThat(codes(items.resolve(garbage))).as(garbage).containsExactly(CatalogRefusal.UNKNOWN_ITEM);
        }
    }

    @Test
    void searchingFindsPartsOfCodesNamesAliasesAndBarcodes() {
        items.saveAll(List.of(
            with(ItemDraft.of("HEX-08", "Hexagon screw M8", "EA"),
                List.of(new ItemBarcode(barcode("4012345678901"), "")), List.of(new ItemAlias(acme, "ZZ-HEX"))),
            ItemDraft.of("SCREW-1", "Wood screw", "EA"), ItemDraft.of("HEX", "Hexagon bar", "EA"))).value();

        assertThat(items.search("hex", 10)).extracting(ItemRow::code).containsExactly("HEX", "HEX-08");
        assertThat(items.search("SCREW", 10)).extracting(ItemRow::code).containsExactly("SCREW-1", "HEX-08");
        assertThat(items.search("m8 hexagon", 10)).extracting(ItemRow::code).containsExactly("HEX-08");
        assertThat(items.search("zz-h", 10)).extracting(ItemRow::code).containsExactly("HEX-08");
        assertThat(items.search("40123456", 10)).extracting(ItemRow::code).containsExactly("HEX-08");
        assertThat(items.search("screw", 1)).hasSize(1);
        assertThat(items.search("no such thing", 10)).isEmpty();
    }

    @Test
    void aLockedItemSaysWhyAndCanBeUnlocked() {
        Item item = items.save(ItemDraft.of("LOCK-1", "Lock", "EA")).value();

        assertThat(items.lock(item.id(), "recall 7").value().lockReason()).isEqualTo("recall 7");
        assertThat(items.list()).filteredOn(row -> row.code().equals("LOCK-1")).extracting(ItemRow::lockReason)
            .containsExactly("recall 7");
        assertThat(items.lock(item.id(), "").value().lockReason()).isEmpty();
    }

    @Test
    void packsBarcodesAndAliasesAreReplacedAsAWhole() {
        Item before = items.save(with(full("REPL-1"), List.of(new ItemBarcode(barcode("00012345600012"), "BOX")),
            List.of(new ItemAlias(acme, "R-1")))).value();
        ItemDraft draft = ItemDraft.of(before);
        ItemDraft after = new ItemDraft(draft.id(), draft.code(), draft.name(), draft.description(), "", draft.unit(),
            Set.of(), Tracking.NONE, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), false, List.of(new Pack("CASE", "Case", Rational.of(12, 1), 1)),
            List.of(new ItemBarcode(barcode("00012345600012"), "CASE")), List.of(), draft.version());

        Item saved = items.save(after).value();

        assertThat(saved.packs()).extracting(Pack::code).containsExactly("CASE");
        assertThat(saved.barcodes()).containsExactly(new ItemBarcode(barcode("00012345600012"), "CASE"));
        assertThat(saved.aliases()).isEmpty();
        assertThat(saved.category()).isEmpty();
        assertThat(saved.standardCost()).isEmpty();
        assertThat(saved.active()).isFalse();
        assertThat(saved.version()).isEqualTo(before.version() + 1);
    }

}
