package org.stockwright.ui.workflow;

import java.math.BigDecimal;
import java.util.List;

import org.eclipse.swt.SWT;
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
        assertThat(editor.isDirty()).as("what was typed is not saved").isTrue();
        book.picture("item-handling-dirty");
        bot.pressShortcut(SWT.MOD1, 's');
        bot.waitUntil(Conditions.that("it is stored", () -> stored(id).weight().isPresent()));
        bot.waitForWork();
        assertThat(stored(id).weight()).contains(new BigDecimal("1.25"));
        assertThat(stored(id).temperatureClass()).isEqualTo("AMBIENT");
        assertThat(editor.bot().textWithLabel("Weight of one EA in kilograms").getText()).isEqualTo("1.25");
        assertThat(editor.bot().textWithLabel("Country of origin").getText()).isEqualTo("DE");
        assertThat(editor.isDirty()).as("all is saved").isFalse();
        book.picture("item-handling");
        editor.bot().textWithLabel("Weight of one EA in kilograms").setText("heavy");
        bot.pressShortcut(SWT.MOD1, 's');
        bot.waitForWork();
        bot.waitUntil(Conditions.that("it is refused", () -> editor.bot().shows("'heavy' is no")));
        assertThat(stored(id).weight()).contains(new BigDecimal("1.25"));
        assertThat(editor.bot().textWithLabel("Weight of one EA in kilograms").getText()).as("what was typed is kept")
            .isEqualTo("heavy");
        assertThat(editor.isDirty()).as("it is not saved, and closing would ask").isTrue();
    }

    private static ItemHandling stored(ItemId id) {
        return DemoBook.find(Handling.class).orElseThrow().of(List.of(id)).get(id);
    }

}
