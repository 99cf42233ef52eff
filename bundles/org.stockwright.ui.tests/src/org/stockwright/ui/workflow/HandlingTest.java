package org.stockwright.ui.workflow;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.stockwright.base.ItemId;
import org.stockwright.catalog.Handling;
import org.stockwright.catalog.Handling.ItemHandling;
import org.stockwright.catalog.Items;
import org.stockwright.testkit.ui.BotEditor;
import org.stockwright.testkit.ui.Conditions;
import org.stockwright.testkit.ui.StockwrightBot;

import static org.assertj.core.api.Assertions.assertThat;

/** A warehouse clerk writes down what an item weighs and how it is kept. */
class HandlingTest {

    private static final String ITEM = "LOP-110";

    private final StockwrightBot bot = new StockwrightBot();
    private final DemoBook book = DemoBook.open(bot);

    @Test
    void whatIsTypedIsSavedAndWhatIsNoWeightIsRefused() {
        ItemId id = DemoBook.find(Items.class).orElseThrow().byCode(ITEM).orElseThrow().id();
        new Finding(bot, book).find(ITEM, ITEM, "handling-found");
        bot.waitUntil(Conditions.that("the item is open",
            () -> bot.editors().stream().anyMatch(title -> title.contains(ITEM))));
        bot.waitForWork();
        BotEditor editor = bot.activeEditor();
        editor.bot().selectTab("Handling");
        bot.waitForWork();
        editor.bot().textWithLabel("Weight of one EA in kilograms").setText("1.250");
        editor.bot().textWithLabel("Temperature class").setText("ambient");
        editor.bot().textWithLabel("Country of origin").setText("de");
        editor.bot().button("Save handling").click();
        bot.waitUntil(Conditions.that("it is stored", () -> stored(id).weight().isPresent()));
        bot.waitForWork();
        assertThat(stored(id).weight()).contains(new BigDecimal("1.25"));
        assertThat(stored(id).temperatureClass()).isEqualTo("AMBIENT");
        assertThat(editor.bot().textWithLabel("Weight of one EA in kilograms").getText()).isEqualTo("1.25");
        assertThat(editor.bot().textWithLabel("Country of origin").getText()).isEqualTo("DE");
        assertThat(editor.isDirty()).as("it is no part of the item's draft").isFalse();
        book.picture("item-handling");
        editor.bot().textWithLabel("Weight of one EA in kilograms").setText("heavy");
        editor.bot().button("Save handling").click();
        bot.waitForWork();
        bot.waitUntil(Conditions.that("it is refused", () -> editor.bot().shows("'heavy' is no")));
        assertThat(stored(id).weight()).contains(new BigDecimal("1.25"));
        assertThat(editor.bot().textWithLabel("Weight of one EA in kilograms").getText()).as("what was typed is kept")
            .isEqualTo("heavy");
    }

    private static ItemHandling stored(ItemId id) {
        return DemoBook.find(Handling.class).orElseThrow().of(List.of(id)).get(id);
    }

}
