package org.stockwright.ui.workflow;

import org.eclipse.swt.SWT;
import org.stockwright.testkit.ui.BotShell;
import org.stockwright.testkit.ui.BotTable;
import org.stockwright.testkit.ui.Conditions;
import org.stockwright.testkit.ui.StockwrightBot;

/** The field of Ctrl+3. */
final class Finding {

    private final StockwrightBot bot;
    private final DemoBook book;

    Finding(StockwrightBot bot, DemoBook book) {
        this.bot = bot;
        this.book = book;
    }

    /** Types into the field of Ctrl+3 and opens the first hit that contains a text. */
    void find(String typed, String found, String picture) {
        bot.mainShell().activate();
        bot.pressShortcut(SWT.MOD1, '3');
        bot.waitUntil(Conditions.that("the field of Ctrl+3 is there",
            () -> !bot.activeShell().getText().equals(DemoBook.TITLE)));
        BotShell popup = bot.activeShell();
        bot.typeText(typed);
        BotTable hits = popup.bot().table();
        bot.waitUntil(Conditions.that("'" + found + "' is among the hits", () -> row(hits, found) >= 0));
        book.picture(picture);
        hits.doubleClick(row(hits, found));
    }

    private static int row(BotTable hits, String found) {
        for (int row = 0; row < hits.rowCount(); row++) {
            if ((hits.cell(row, 0) + hits.cell(row, 1)).contains(found)) {
                return row;
            }
        }
        return -1;
    }

}
