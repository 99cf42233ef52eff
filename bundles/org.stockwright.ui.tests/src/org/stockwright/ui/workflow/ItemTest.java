package org.stockwright.ui.workflow;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.stockwright.testkit.ui.BotEditor;
import org.stockwright.testkit.ui.BotNatTable;
import org.stockwright.testkit.ui.Conditions;
import org.stockwright.testkit.ui.StockwrightBot;

import static org.assertj.core.api.Assertions.assertThat;

/** A buyer looks at everything that the book knows of an item. */
class ItemTest {

    private static final String ITEM = "LOP-110";

    private final StockwrightBot bot = new StockwrightBot();
    private final DemoBook book = DemoBook.open(bot);

    @Test
    void theItemShowsItsStockItsMovementsAndTheirChart() {
        new Finding(bot, book).find(ITEM, ITEM, "item-found");
        bot.waitUntil(Conditions.that("the item is open",
            () -> bot.editors().stream().anyMatch(title -> title.contains(ITEM))));
        BotEditor editor = bot.activeEditor();
        bot.command("org.eclipse.ui.window.maximizePart");
        bot.waitForWork();
        assertThat(editor.bot().textWithLabel("Code").getText()).isEqualTo(ITEM);
        assertThat(editor.bot().textWithLabel("Name").getText()).isEqualTo("Lopper, classic, medium");
        assertThat(editor.isDirty()).as("nobody has changed anything").isFalse();
        book.picture("item-master");
        editor.bot().selectTab("Stock");
        bot.waitUntil(Conditions.that("there is stock", () -> editor.bot().natTable().rowCount() > 0));
        bot.waitForWork();
        BotNatTable stock = editor.bot().natTable();
        BigDecimal sum = BigDecimal.ZERO;
        for (int row = 0; row < stock.rowCount(); row++) {
            String place = stock.cell(row, "Location");
            BigDecimal figure = DemoBook.number(stock.cell(row, "On hand"));
            assertThat(figure).as(place).isEqualByComparingTo(book.onHand(ITEM, place));
            sum = sum.add(figure);
        }
        assertThat(editor.bot().shows(sum.toPlainString() + " EA on hand")).isTrue();
        book.picture("item-stock");
        editor.bot().selectTab("Movements");
        bot.waitUntil(Conditions.that("there are movements", () -> editor.bot().natTable().rowCount() > 10));
        bot.waitForWork();
        book.picture("item-movements");
        editor.bot().selectTab("Chart");
        bot.waitForWork();
        bot.sleep(300);
        book.picture("item-chart");
        bot.command("org.eclipse.ui.window.maximizePart");
    }

}
