package org.stockwright.ui.workflow;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Items;
import org.stockwright.testkit.ui.BotView;
import org.stockwright.testkit.ui.Conditions;
import org.stockwright.testkit.ui.StockwrightBot;

import static org.assertj.core.api.Assertions.assertThat;

/** A scanned label finds its item in the list of items, also when the rest of the label cannot be read. */
class FindByScannerTest {

    private static final String ITEM = "SEED-1020";

    private final StockwrightBot bot = new StockwrightBot();
    private final DemoBook book = DemoBook.open(bot);

    private BotView items() {
        BotView view = bot.viewById("org.stockwright.catalog.ui.items").show();
        view.setFocus();
        bot.waitForWork();
        return view;
    }

    private static String gtin() {
        Item item = DemoBook.find(Items.class).orElseThrow().byCodes(List.of(ITEM)).get(ITEM);
        return "0" + item.barcodes().stream().filter(code -> code.pack().isEmpty()).findFirst().orElseThrow().barcode();
    }

    @ParameterizedTest
    @ValueSource(strings = { "]C101%s17280630\u001D10AB-1", "01%s10LOT17280630", "+d201%s", "(01)%s(10)A", "01%s05" })
    void aScannedItemIsOpened(String label) {
        items();
        assertThat(bot.editors()).isEmpty();
        bot.scan(String.format(label, gtin()));
        bot.waitUntil(Conditions.that("the item is open",
            () -> bot.editors().stream().anyMatch(title -> title.contains(ITEM))));
    }

    @Test
    void aLabelWithoutItemIsRefused() {
        BotView view = items();
        bot.scan("]C100006141411234567890");
        bot.waitUntil(Conditions.that("it is said", () -> view.notice().contains("names no item")));
        assertThat(bot.editors()).isEmpty();
        book.picture("scan-no-item");
    }

}
