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

    private final StockwrightBot bot = new StockwrightBot();
    private final DemoBook book = DemoBook.open(bot);
    private final MovementEntry entry = MovementEntry.byKey(bot, 'r', "Receipt");

    private static String barcode(String pack) {
        Item item = DemoBook.find(Items.class).orElseThrow().byCodes(List.of(ITEM)).get(ITEM);
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
