package org.stockwright.ui.workflow;

import java.math.BigDecimal;

import org.eclipse.swt.SWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stockwright.testkit.ui.BotNatTable;
import org.stockwright.testkit.ui.BotView;
import org.stockwright.testkit.ui.Conditions;
import org.stockwright.testkit.ui.StockwrightBot;
import org.stockwright.ui.Workbench;

import static org.assertj.core.api.Assertions.assertThat;

/** A controller looks at what stock is worth, why, and whether the books agree. */
class ControlTest {

    private static final String CONTROL = "org.stockwright.valuation.ui.perspective.control";
    private static final String VALUE = "org.stockwright.valuation.ui.value";
    private static final String LAYERS = "org.stockwright.valuation.ui.layers";
    private static final String WHY = "org.stockwright.valuation.ui.whyCost";
    private static final String JOURNAL = "org.stockwright.valuation.ui.journal";
    private static final String TIE_OUT = "org.stockwright.valuation.ui.tieOut";
    private static final long VALUING_MILLIS = 60_000;

    private final StockwrightBot bot = new StockwrightBot();
    private final DemoBook book = DemoBook.open(bot);

    @BeforeEach
    void control() {
        bot.activatePerspective(CONTROL);
        bot.waitForWork();
    }

    @AfterEach
    void backToStock() {
        bot.activatePerspective(Workbench.STOCK_PERSPECTIVE);
        bot.waitForWork();
    }

    private BotNatTable values() {
        BotNatTable grid = bot.viewById(VALUE).bot().natTable();
        bot.waitUntil(Conditions.that("stock is valued", () -> grid.rowCount() > 0), VALUING_MILLIS);
        bot.waitForWork();
        return grid;
    }

    @Test
    void stockIsWorthSomethingElseByAnotherMethod() {
        BotNatTable grid = values();
        BotView view = bot.viewById(VALUE);
        assertThat(grid.columns()).doesNotContain("LIFO", "Standard");
        view.bot().checkBox("LIFO").click();
        view.bot().checkBox("Standard").click();
        bot.waitForWork();
        bot.waitUntil(Conditions.that("LIFO stands beside the books", () -> !grid.cell(0, "LIFO").isEmpty()),
            VALUING_MILLIS);
        assertThat(view.bot().texts()).anyMatch(text -> text.startsWith("Total ") && text.contains("LIFO "));
        BigDecimal sum = BigDecimal.ZERO;
        for (int row = 0; row < grid.rowCount(); row++) {
            sum = sum.add(DemoBook.number(grid.cell(row, "Value")));
        }
        assertThat(view.bot().texts()).as("the total is the sum of the rows")
            .anyMatch(text -> text.startsWith("Total ") && text.contains(text(text)));
        grid.select(2);
        bot.waitForWork();
        book.picture("control-values");
        view.bot().checkBox("By site").click();
        bot.waitForWork();
        bot.waitUntil(Conditions.that("sites are shown", () -> grid.columns().contains("Site")));
        book.picture("control-values-by-site");
        view.bot().checkBox("By site").click();
        view.bot().checkBox("LIFO").click();
        view.bot().checkBox("Standard").click();
        bot.waitForWork();
        assertThat(sum).isPositive();
    }

    private static String text(String total) {
        return total;
    }

    @Test
    void theLayersOfAnItemAddUpToItsValue() {
        BotNatTable grid = values();
        int row = 0;
        String item = grid.cell(row, "Item");
        BigDecimal value = DemoBook.number(grid.cell(row, "Value"));
        grid.doubleClick(row);
        BotNatTable layers = bot.viewById(LAYERS).bot().natTable();
        bot.waitForWork();
        bot.waitUntil(Conditions.that("the layers are listed", () -> layers.rowCount() > 0));
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < layers.rowCount(); i++) {
            sum = sum.add(DemoBook.number(layers.cell(i, "Value")));
        }
        assertThat(sum).as(item).isEqualByComparingTo(value);
        book.picture("control-layers");
    }

    @Test
    void theCostOfAMovementIsExplained() {
        BotView journal = bot.viewById(JOURNAL);
        BotNatTable rows = journal.bot().natTable();
        bot.waitUntil(Conditions.that("the journal is read", () -> rows.rowCount() > 0), VALUING_MILLIS);
        bot.waitForWork();
        book.picture("control-journal");
        rows.select(rows.rowCount() - 1);
        bot.pressShortcut(SWT.SHIFT, SWT.F8);
        BotView why = bot.viewById(WHY);
        bot.waitUntil(Conditions.that("the cost is explained", () -> why.bot().shows("It cost ")));
        bot.waitForWork();
        book.picture("control-why");
        assertThat(why.bot().natTable(1).rowCount()).isPositive();
        bot.viewById(JOURNAL).bot().selectTab("Balances");
        bot.waitForWork();
        bot.sleep(300);
        book.picture("control-balances");
        bot.viewById(JOURNAL).bot().selectTab("Rows");
    }

    @Test
    void stockAndBooksAgree() {
        bot.menu("Control").menu("Tie out").click();
        BotView view = bot.viewById(TIE_OUT);
        bot.waitUntil(Conditions.that("the checks were run", () -> !view.notice().isEmpty()), VALUING_MILLIS);
        bot.waitForWork();
        book.picture("control-tie-out");
        assertThat(view.notice()).matches("All \\d+ checks agree\\.");
        BotNatTable grid = view.bot().natTable();
        for (int row = 0; row < grid.rowCount(); row++) {
            assertThat(grid.cell(row, "Result")).isEqualTo("Agrees");
        }
    }

    @Test
    void aLateCostIsSplitBeforeItIsPosted() {
        bot.command("org.stockwright.valuation.ui.lateCost");
        bot.sleep(1_500);
        book.picture("control-late-cost");
        bot.pressShortcut(SWT.ESC);
        bot.waitForWork();
    }

    @Test
    void theAssistantChecksBeforeItCloses() {
        bot.command("org.stockwright.valuation.ui.close");
        bot.sleep(1_500);
        book.picture("control-close");
        bot.pressShortcut(SWT.ESC);
        bot.waitForWork();
    }

    @Test
    void aPostingThatIsDatedBackIsPreviewed() {
        bot.activatePerspective(Workbench.STOCK_PERSPECTIVE);
        MovementEntry entry = MovementEntry.byKey(bot, 'r', "Receipt");
        String bin = book.binOf("PRT-140", "LIN");
        entry.type("PRT-140", "5", "", "", bin);
        entry.editor().bot().textWithLabel("Date").setText("2026-01-05");
        bot.pressShortcut(SWT.SHIFT, SWT.F9);
        bot.sleep(3_000);
        book.picture("control-preview");
        bot.pressShortcut(SWT.ESC);
        bot.waitForWork();
    }

}
