package org.stockwright.ui.workflow;

import java.math.BigDecimal;
import java.util.Set;

import org.eclipse.nebula.widgets.nattable.selection.command.ClearAllSelectionsCommand;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.stockwright.base.ChangeListener;
import org.stockwright.testkit.ui.BotEditor;
import org.stockwright.testkit.ui.BotNatTable;
import org.stockwright.testkit.ui.Conditions;
import org.stockwright.testkit.ui.Keyboard;
import org.stockwright.testkit.ui.StockwrightBot;
import org.stockwright.testkit.ui.TimeoutException;
import org.stockwright.ui.Services;

import static org.assertj.core.api.Assertions.assertThat;

/** A controller asks where a figure comes from. */
class WhyTest {

    private static final String WHY = "org.stockwright.ledger.ui.why";

    private final StockwrightBot bot = new StockwrightBot();
    private final DemoBook book = DemoBook.open(bot);

    @Test
    void theMovementsAddUpToTheFigureOfTheRow() {
        String bin = book.binOf("LOP-100", "LIN");
        BigDecimal figure = book.onHand("LOP-100", bin);
        book.awaitShown("LOP-100", bin, figure);
        BotNatTable stock = book.stockGrid();
        stock.select(stock.rowWhere("Item", "LOP-100", "Location", bin));
        bot.menu("Stock").menu("Why?").click();
        BotNatTable why = bot.viewById("org.stockwright.ledger.ui.why").bot().natTable();
        bot.waitUntil(Conditions.that("the movements are listed", () -> why.rowCount() > 0));
        bot.waitForWork();
        BigDecimal sum = BigDecimal.ZERO;
        for (int row = 0; row < why.rowCount(); row++) {
            sum = sum.add(DemoBook.number(why.cell(row, "Change")));
            assertThat(DemoBook.number(why.cell(row, "Running"))).as("row %d", row).isEqualByComparingTo(sum);
        }
        assertThat(sum).isEqualByComparingTo(figure);
        assertThat(bot.viewById("org.stockwright.ledger.ui.why").getTitle())
            .startsWith("Why LOP-100 " + bin + "? (" + figure.stripTrailingZeros().toPlainString() + " EA of ");
        book.picture("why");
    }

    @Test
    void theKeyIsHeardRightBehindTheSelection() {
        String bin = book.binOf("LOP-110", "LIN");
        book.awaitShown("LOP-110", bin, book.onHand("LOP-110", bin));
        BotNatTable stock = book.stockGrid();
        int row = stock.rowWhere("Item", "LOP-110", "Location", bin);
        // The display has no time to tell of the selection before the key: it waits in the queue when this ends.
        bot.getDisplay().syncExec(() -> {
            stock.select(row);
            Keyboard.press(SWT.F8);
        });
        awaitWhy("Why LOP-110 " + bin + "?");
    }

    private void awaitWhy(String title) {
        try {
            bot.waitUntil(Conditions.that("there is a view '" + title + "'",
                () -> bot.activeView().getTitle().startsWith(title)));
        } catch (TimeoutException e) {
            book.picture("timeout-why");
            throw e;
        }
    }

    @Test
    void theKeyIsHeardOnTheStockPageOfAnItem() {
        new Finding(bot, book).find("LOP-120", "LOP-120", "why-item-found");
        bot.waitUntil(Conditions.that("the item is open",
            () -> bot.editors().stream().anyMatch(title -> title.contains("LOP-120"))));
        BotEditor editor = bot.activeEditor();
        editor.bot().selectTab("Stock");
        bot.waitUntil(Conditions.that("there is stock", () -> editor.bot().natTable().rowCount() > 0));
        bot.waitForWork();
        BotNatTable stock = editor.bot().natTable();
        bot.mainShell().activate();
        bot.waitUntil(Conditions.that("the page in front has the focus", () -> {
            stock.setFocus();
            return stock.isActive();
        }));
        stock.select(0);
        String place = stock.cell(0, "Location");
        bot.pressShortcut(SWT.F8);
        awaitWhy("Why LOP-120 " + place);
    }

    @Test
    void theViewOpensThoughTheCompanyIsJustBeingReadAgain() throws InterruptedException {
        // as the store tells of a change: on a thread of its own, whenever it likes
        Thread telling = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < 100; i++) {
                Services.findAll(WhyTest.class, ChangeListener.class)
                    .forEach(listener -> listener.changed(Set.of(ChangeListener.Topic.SETTINGS)));
            }
        });
        for (int i = 0; i < 10; i++) {
            IViewPart opened = bot.getDisplay().syncCall(WhyTest::openAnew);
            assertThat(opened.getClass().getSimpleName()).as("and no page that says that it failed")
                .isEqualTo("WhyView");
        }
        telling.join();
    }

    private static IViewPart openAnew() {
        IWorkbenchPage page = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
        page.hideView(page.findView(WHY));
        try {
            return page.showView(WHY);
        } catch (PartInitException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void withoutASelectionTheKeySaysWhatToDo() {
        BotNatTable stock = book.stockGrid();
        stock.setFocus();
        bot.getDisplay().syncExec(() -> stock.widget.doCommand(new ClearAllSelectionsCommand()));
        bot.pressShortcut(SWT.F8);
        bot.waitUntil(Conditions.that("the notice says what to do",
            () -> book.stockView().notice().startsWith("Select a row of stock first")));
    }

}
