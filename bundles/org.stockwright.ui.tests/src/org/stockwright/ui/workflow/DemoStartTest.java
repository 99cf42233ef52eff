package org.stockwright.ui.workflow;

import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.intro.IIntroManager;
import org.junit.jupiter.api.Test;
import org.stockwright.testkit.ui.Conditions;
import org.stockwright.testkit.ui.StockwrightBot;
import org.stockwright.ui.Workbench;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody who has just installed Stockwright chooses the demo company on the welcome page. */
class DemoStartTest {

    private final StockwrightBot bot = new StockwrightBot();

    @Test
    void theWelcomePageLeadsToAStockThatCanBeLookedAt() {
        bot.mainShell().activate();
        bot.closeAllEditors();
        if (bot.mainShell().getText().equals(DemoBook.TITLE)) {
            bot.menu("File").menu("Close company").click();
            bot.waitUntil(Conditions.that("no company is open", () -> bot.mainShell().getText().equals("Stockwright")));
        }
        bot.waitForWork();
        bot.getDisplay().syncExec(() -> {
            IIntroManager intro = PlatformUI.getWorkbench().getIntroManager();
            intro.showIntro(PlatformUI.getWorkbench().getActiveWorkbenchWindow(), false);
        });
        bot.mainShell().bot().hyperlink("Demo company").click();
        DemoBook book = DemoBook.opening(bot);
        bot.activatePerspective(Workbench.STOCK_PERSPECTIVE);
        bot.waitUntil(Conditions.that("there is stock", () -> book.stockGrid().rowCount() > 500));
        assertThat(bot.mainShell().bot().clabel("DEMO Demo company").isVisible()).isTrue();
        assertThat(book.stockView().getTitle()).isEqualTo("Stock");
        bot.viewById("org.stockwright.catalog.ui.items");
        bot.waitUntil(Conditions.that("there are items",
            () -> bot.viewById("org.stockwright.catalog.ui.items").bot().natTable().rowCount() >= 300));
        book.picture("items");
        book.stockView();
        book.picture("demo-start");
    }

}
