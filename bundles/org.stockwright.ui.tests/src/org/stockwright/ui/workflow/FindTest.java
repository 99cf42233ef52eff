package org.stockwright.ui.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.swt.SWT;
import org.junit.jupiter.api.Test;
import org.stockwright.testkit.ui.BotShell;
import org.stockwright.testkit.ui.BotTable;
import org.stockwright.testkit.ui.Conditions;
import org.stockwright.testkit.ui.StockwrightBot;

/** Ctrl+3 finds everything by what is written on it. */
class FindTest {

    private final StockwrightBot bot = new StockwrightBot();
    private final DemoBook book = DemoBook.open(bot);

    @Test
    void anItemIsFoundByItsNameAndOpened() {
        find("Lopper, classic, small", "LOP-100", "find-item");
        bot.waitUntil(Conditions.that("the item is open",
            () -> bot.editors().stream().anyMatch(title -> title.contains("LOP-100"))));
    }

    @Test
    void aLocationIsFoundByItsCodeAndChosen() {
        find("TAL-C2-08", "TAL-C2-08", "find-location");
        bot.waitForWork();
        assertThat(bot.viewById("org.stockwright.ledger.ui.locations").bot().tree().selection())
            .anyMatch(text -> text.contains("TAL-C2-08"));
    }

    @Test
    void aDocumentIsFoundByItsNumberAndOpened() {
        find("GR-000005", "GR-000005", "find-document");
        bot.waitUntil(Conditions.that("the document is open",
            () -> bot.editors().stream().anyMatch(title -> title.contains("GR-000005"))));
    }

    private void find(String typed, String found, String picture) {
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
