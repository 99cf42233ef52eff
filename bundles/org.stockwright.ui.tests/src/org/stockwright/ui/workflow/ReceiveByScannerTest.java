package org.stockwright.ui.workflow;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Items;
import org.stockwright.testkit.ui.Conditions;
import org.stockwright.testkit.ui.StockwrightBot;

import static org.assertj.core.api.Assertions.assertThat;

/** Goods are received with a scanner that types what it reads. */
class ReceiveByScannerTest {

    private static final String ITEM = "SPD-110";
    private static final String SEED = "SEED-1010";
    private static final String SOIL = "SOIL-200";
    private static final String PUMP = "PWR-3000";
    private static final char GS = 0x1D;

    private final StockwrightBot bot = new StockwrightBot();
    private final DemoBook book = DemoBook.open(bot);
    private final MovementEntry entry = MovementEntry.byKey(bot, 'r', "Receipt");

    private static String barcode(String pack) {
        return barcode(ITEM, pack);
    }

    private static String barcode(String itemCode, String pack) {
        Item item = DemoBook.find(Items.class).orElseThrow().byCodes(List.of(itemCode)).get(itemCode);
        return item.barcodes().stream().filter(code -> code.pack().equals(pack)).findFirst().orElseThrow().barcode()
            .text();
    }

    @Test
    void aPieceTwiceIsTwoAPackIsALineOfBoxesAndABinIsWhereTheyGo() {
        BigDecimal before = book.onHand(ITEM, "LIN-A1-02");
        bot.scan("LIN-A1-02");
        bot.waitUntil(Conditions.that("the bin stands in To", () -> entry.to().getText().equals("LIN-A1-02")));
        bot.scan(barcode(""));
        entry.awaitLines(1);
        bot.scan(barcode(""));
        bot.waitUntil(Conditions.that("the second scan counts", () -> entry.lines().cell(0, 2).equals("2")));
        bot.scan(barcode("BOX"));
        entry.awaitLines(2);
        assertThat(entry.line(0)).containsExactly(ITEM, "2", "", "", "LIN-A1-02");
        assertThat(entry.line(1)).containsExactly(ITEM, "1", "BOX", "", "LIN-A1-02");
        assertThat(entry.item().getText()).as("a scan leaves nothing in the field").isEmpty();
        book.picture("scan-entered");

        entry.post("was posted");
        assertThat(book.onHand(ITEM, "LIN-A1-02")).isEqualByComparingTo(before.add(BigDecimal.valueOf(8)));
    }

    @Test
    void aGs1LabelFillsItemLotExpiryAndQuantityAtOnce() {
        BigDecimal before = book.onHand(SEED, "LIN-A1-05");
        String box = barcode(SEED, "BOX");
        String piece = "0" + barcode(SEED, "");
        bot.scan("LIN-A1-05");
        bot.waitUntil(Conditions.that("the bin stands in To", () -> entry.to().getText().equals("LIN-A1-05")));
        bot.scan("]C102" + box + "3712" + GS + "1728063010GS1-7");
        entry.awaitLines(1);
        assertThat(entry.line(0)).containsExactly(SEED, "12", "BOX", "", "LIN-A1-05");
        assertThat(entry.lotOf(0)).containsExactly("GS1-7", "2028-06-30");
        bot.scan("]d201" + piece + "10GS1-7" + GS + "17280630");
        entry.awaitLines(2);
        bot.scan("]d201" + piece + "10GS1-7" + GS + "17280630");
        bot.waitUntil(Conditions.that("the same label is one more", () -> entry.lines().cell(1, 2).equals("2")));
        assertThat(entry.line(1)).containsExactly(SEED, "2", "", "", "LIN-A1-05");
        assertThat(entry.lotOf(1)).containsExactly("GS1-7", "2028-06-30");
        book.picture("scan-gs1");

        entry.post("was posted");
        assertThat(book.onHand(SEED, "LIN-A1-05")).isEqualByComparingTo(before.add(BigDecimal.valueOf(302)));
    }

    @Test
    void aScannerWithAnotherKeyboardIsUnderstood() {
        String piece = "0" + barcode(SEED, "");
        bot.scan("+C101" + piece + "1728063010LOTZY");
        entry.awaitLines(1);
        assertThat(entry.line(0)).containsExactly(SEED, "1", "", "", "");
        assertThat(entry.lotOf(0)).containsExactly("LOTYZ", "2028-06-30");
    }

    @Test
    void aLabelInKilogramsIsTheQuantityOfAnItemInKilograms() {
        bot.scan("]C1010" + barcode(SOIL, "") + "310301250010S-1");
        entry.awaitLines(1);
        assertThat(entry.line(0)).containsExactly(SOIL, "12.5", "", "", "");
        assertThat(entry.lotOf(0)).containsExactly("S-1", "");
    }

    @Test
    void aQuantityThatDoesNotFitIsAskedFor() {
        bot.scan("]C1010" + barcode(SOIL, "") + "3012" + GS + "10S-2");
        bot.waitUntil(Conditions.that("it is said", () -> entry.editor().notice().contains("12 pieces")));
        bot.waitUntil(Conditions.that("the quantity is asked for", () -> entry.quantity().isActive()));
        assertThat(entry.item().getText()).isEqualTo(SOIL);
        assertThat(entry.lot().getText()).isEqualTo("S-2");
        assertThat(entry.quantity().getText()).isEqualTo("?");
        assertThat(entry.lines().rowCount()).isZero();
        book.picture("scan-gs1-doubt");
    }

    @Test
    void aSerialNumberIsTakenOnce() {
        String label = "]d2010" + barcode(PUMP, "") + "21SN-4711";
        bot.scan(label);
        entry.awaitLines(1);
        bot.scan(label);
        bot.waitUntil(Conditions.that("the second is refused",
            () -> entry.editor().notice().contains("in the list already")));
        bot.scan("]d2010" + barcode(PUMP, "") + "21SN-4712");
        entry.awaitLines(2);
        assertThat(entry.line(0)).containsExactly(PUMP, "1", "", "", "");
        assertThat(entry.lotOf(0)).containsExactly("SN-4711", "");
        assertThat(entry.lotOf(1)).containsExactly("SN-4712", "");
    }

    @Test
    void aLabelThatCanBeReadInTwoWaysIsRefusedWithWhatToConfigure() {
        bot.scan("010" + barcode(SEED, "") + "10LOT17280630");
        bot.waitUntil(Conditions.that("the scan is refused", () -> entry.editor().notice().contains("It may be")));
        assertThat(entry.editor().notice()).contains("(10)LOT17280630", "(10)LOT(17)280630", "FNC1");
        assertThat(entry.lines().rowCount()).isZero();
    }

    @Test
    void aWrongCheckDigitIsRefusedAndNothingIsAdded() {
        String good = barcode("");
        int last = good.charAt(good.length() - 1) - '0';
        bot.scan(good.substring(0, good.length() - 1) + (last + 1) % 10);
        bot.waitUntil(Conditions.that("the scan is refused", () -> !entry.editor().notice().isEmpty()));
        bot.waitForWork();
        assertThat(entry.editor().notice()).contains("The last digit of", "should be");
        assertThat(entry.lines().rowCount()).isZero();
        assertThat(entry.item().getText()).isEmpty();
        assertThat(entry.editor().isDirty()).isFalse();
        book.picture("scan-refused");
    }

}
