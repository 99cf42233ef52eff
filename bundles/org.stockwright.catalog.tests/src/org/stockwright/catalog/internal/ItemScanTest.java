package org.stockwright.catalog.internal;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stockwright.base.Barcode;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Rational;
import org.stockwright.base.Refusal;
import org.stockwright.base.Unit;
import org.stockwright.catalog.ItemBarcode;
import org.stockwright.catalog.ItemDraft;
import org.stockwright.catalog.ItemScan;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Pack;
import org.stockwright.catalog.Tracking;
import org.stockwright.catalog.UnitView;
import org.stockwright.catalog.Units;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;

/** A scan of a GS1 label gives item, lot or serial number, expiry and quantity at once. In the tables ¤ is GS. */
class ItemScanTest {

    private static final Unit KG = Unit.of("KG", "mass", Rational.ONE, 3);

    @TempDir
    static Path folder;

    private static World world;
    private static Items items;

    @BeforeAll
    static void open() {
        world = World.open(folder.resolve("labels"));
        items = world.service(Items.class);
        Units units = world.service(Units.class);
        units.save(new UnitView("Each", Unit.EACH)).value();
        units.save(new UnitView("Kilogram", KG)).value();
        units.save(new UnitView("Pound", Unit.of("LB", "mass", Rational.of(45359237, 100000000), 3))).value();
        units.save(new UnitView("Metre", Unit.of("M", "length", Rational.ONE, 2))).value();
        items.saveAll(List.of(item("SEED", "EA", Tracking.LOT, "BOX", 25, "09521234543213", "19521234543210"),
            item("PUMP", "EA", Tracking.SERIAL, "", 0, "09501101530003", ""),
            item("BOLT", "EA", Tracking.NONE, "", 0, "09506000134352", ""),
            item("SOIL", "KG", Tracking.LOT, "SACK", 12, "95012345678903", "15012345678907"),
            item("ROPE", "M", Tracking.NONE, "", 0, "04006381333931", ""),
            item("(01)09521234543213(10)MINE", "EA", Tracking.NONE, "", 0, "", ""))).value();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    private static ItemDraft item(String code, String unit, Tracking tracking, String pack, int content, String gtin,
        String packGtin) {
        List<Pack> packs = pack.isEmpty() ? List.of() : List.of(new Pack(pack, pack, Rational.of(content, 1), 1));
        List<ItemBarcode> barcodes = new java.util.ArrayList<>();
        if (!gtin.isEmpty()) {
            barcodes.add(new ItemBarcode(Barcode.parse(gtin).value(), ""));
        }
        if (!packGtin.isEmpty()) {
            barcodes.add(new ItemBarcode(Barcode.parse(packGtin).value(), pack));
        }
        return new ItemDraft(Optional.empty(), code, code, "", "", unit, Set.of(), tracking, Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true, packs, barcodes, List.of(),
            -1);
    }

    private static String shown(ItemScan scan) {
        return String.join(" ", scan.match().code(), scan.match().entered().code(), or(scan.tracked()),
            scan.expires().map(LocalDate::toString).orElse("-"),
            scan.quantity().map(Quantity::toString).orElse("-").replace(' ', '_'),
            scan.doubts().stream().map(doubt -> doubt.code().name()).findFirst().orElse("-"));
    }

    private static String or(String text) {
        return text.isEmpty() ? "-" : text;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '\u0001', value = {
        // lot, expiry and count of pieces and packs
        "]C101095212345432131728063010AB12 > SEED EA AB12 2028-06-30 - -",
        "]d20109521234543213172806003012¤10AB12 > SEED EA AB12 2028-06-30 12_EA -",
        "]C101195212345432101528063010AB12 > SEED BOX AB12 2028-06-30 - -",
        "]C101195212345432101728073115280630¤10A > SEED BOX A 2028-07-31 - -",
        "(00)006141411234567890(02)19521234543210(37)4(10)AB > SEED BOX AB - 4_BOX -",
        "(02)09521234543213(37)4(10)AB > SEED EA AB - 4_EA -",
        "(01)19521234543210(30)50(10)AB > SEED BOX AB - 50_EA -",
        "(01)09521234543213(3103)001250(10)A > SEED EA A - - SCAN_DOES_NOT_FIT",
        "(01)09521234543213(3103)001250(30)3(10)A > SEED EA A - 3_EA -",
        "(01)09521234543213(3303)001250(10)A > SEED EA A - - -",
        "(01)09521234543213(30)0(10)A > SEED EA A - - SCAN_DOES_NOT_FIT",
        // serial numbers
        "]d201095011015300032112345¤10LOT > PUMP EA 12345 - - -",
        // an item that is followed by quantity alone has no lot
        "]C1010950600013435210LOT > BOLT EA - - - -",
        // weights and lengths
        "(01)95012345678903(3103)001250(10)A > SOIL KG A - 1.25_KG -",
        "(01)95012345678903(3100)000012(10)A > SOIL KG A - 12_KG -",
        "(01)95012345678903(3105)001250(10)A > SOIL KG A - - SCAN_DOES_NOT_FIT",
        "(01)95012345678903(3200)100000(10)A > SOIL KG A - 45359.237_KG -",
        "(01)95012345678903(3203)000001(3103)000002(10)A > SOIL KG A - 0.002_KG -",
        "(01)15012345678907(3103)024600(37)2(10)A > SOIL SACK A - 24.6_KG -",
        "(02)15012345678907(37)2(10)A > SOIL SACK A - 2_SACK -",
        "(01)95012345678903(37)2(10)A > SOIL KG A - - SCAN_DOES_NOT_FIT",
        "(01)95012345678903(3103)000000(10)A > SOIL KG A - - SCAN_DOES_NOT_FIT",
        "(01)04006381333931(3112)001250 > ROPE M - - 12.5_M -",
        "(01)04006381333931(3103)001250 > ROPE M - - - SCAN_DOES_NOT_FIT",
        // another keyboard layout: German, French
        "+C101095212345432131728063010AY-Z > SEED EA AZ/Y 2028-06-30 - -",
        "à&àç(é&é\"'('\"é&\"&èéèà-\"à&àQB > SEED EA AB 2027-06-30 - -",
        // no element string
        "SEED > SEED EA - - - -", "9521234543213 > SEED EA - - - -", "]E09521234543213 > SEED EA - - - -" })
    void aLabelIsRead(String scan, String expected) {
        Outcome<ItemScan> outcome = items.scan(scan.replace('¤', '\u001D'));

        assertThat(outcome.refusals()).isEmpty();
        assertThat(shown(outcome.value())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({ "(00)006141411234567890, NO_ITEM_IN_SCAN", "]C110AB12, NO_ITEM_IN_SCAN",
        "(01)00614141000036(10)A, UNKNOWN_ITEM", "(01)09521234543214(10)A, WRONG_CHECK_DIGIT",
        "(01)09521234543213(17)269999, BAD_DATE", "010952123454321310LOT17261231, AMBIGUOUS",
        "010952123454321305X, UNKNOWN_IDENTIFIER", "(01)09521234543213(10)A(10)B, CONTRADICTION",
        "NOBODY, UNKNOWN_ITEM" })
    void aLabelThatCannotBeReadWholeIsRefused(String scan, String code) {
        assertThat(items.scan(scan).refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.code().name()).isEqualTo(code);
            assertThat(refusal.hint()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({ "(01)09521234543213(17)269999", "010952123454321310LOT17261231", "010952123454321305X",
        "(02)09521234543213(37)4", "]C1010952123454321310A", "+C10109521234543213", "(10)A(01)09521234543213" })
    void aListFindsTheItemAlsoWhenTheRestCannotBeRead(String scan) {
        assertThat(items.resolve(scan).value().code()).isEqualTo("SEED");
    }

    @Test
    void aCodeOfOurOwnComesBeforeWhatALabelSays() {
        ItemScan scan = items.scan("(01)09521234543213(10)MINE").value();

        assertThat(scan.match().code()).isEqualTo("(01)09521234543213(10)MINE");
        assertThat(scan.lot()).isEmpty();
    }

    @Test
    void theRefusalOfAnUnknownGtinNamesTheGtin() {
        assertThat(items.scan("]C1010061414100003610A").refusals()).extracting(Refusal::sentence)
            .containsExactly("There is no item '00614141000036'");
    }

    @Test
    void yearsAreSeenFromThisYear() {
        int year = Year.now().getValue();
        String digits = String.format("%02d", (year + 50) % 100);

        assertThat(items.scan("(01)09521234543213(17)" + digits + "0101").value().expires())
            .contains(LocalDate.of(year + 50, 1, 1));
    }

}
