package org.stockwright.ui.workflow;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Progress;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Tracking;
import org.stockwright.testkit.ui.BotShell;
import org.stockwright.testkit.ui.Conditions;
import org.stockwright.testkit.ui.StockwrightBot;
import org.stockwright.ui.Workbench;
import org.stockwright.valuation.InventorySystem;
import org.stockwright.valuation.PeriodicInventory;
import org.stockwright.valuation.PeriodicRow;
import org.stockwright.valuation.TieOutRow;
import org.stockwright.valuation.Valuation;

import static org.assertj.core.api.Assertions.assertThat;

/** A controller closes a year by the periodic inventory system, from a file with what was counted. */
class PeriodicTest {

    private static final String CONTROL = "org.stockwright.valuation.ui.perspective.control";
    private static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);
    private static final long WORKING_MILLIS = 60_000;

    @TempDir
    Path folder;

    private final StockwrightBot bot = new StockwrightBot();
    private final DemoBook book = DemoBook.open(bot);
    private final PeriodicInventory inventory = DemoBook.find(PeriodicInventory.class).orElseThrow();

    @BeforeEach
    void periodic() {
        inventory.set(InventorySystem.PERIODIC, Optional.empty()).value();
        bot.activatePerspective(CONTROL);
        bot.waitForWork();
    }

    @AfterEach
    void perpetual() {
        bot.getDisplay().syncExec(() -> {
            for (Shell dialog : PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell().getShells()) {
                dialog.close();
            }
        });
        inventory.reopen(LAST_DAY, "only a test");
        inventory.set(InventorySystem.PERPETUAL, Optional.empty()).value();
        bot.activatePerspective(Workbench.STOCK_PERSPECTIVE);
        bot.waitForWork();
    }

    private void await(String what, java.util.function.BooleanSupplier condition) {
        bot.waitUntil(Conditions.that(what, condition::getAsBoolean), WORKING_MILLIS);
    }

    private static boolean isUntracked(String item) {
        return DemoBook.find(Items.class).orElseThrow().byCode(item).orElseThrow().tracking() == Tracking.NONE;
    }

    /** Counts of the demo company that were posted before the last day depend on today's date. */
    private static boolean differs(PeriodicRow row) {
        return row.quantities().difference().signum() != 0;
    }

    @Test
    void aYearIsClosedFromWhatWasCounted() throws Exception {
        List<PeriodicRow> rows = inventory.calculate(LAST_DAY, Progress.NONE).value().rows();
        long differed = rows.stream().filter(PeriodicTest::differs).count();
        PeriodicRow row = rows.stream()
            .filter(one -> one.quantities().ledger().compareTo(BigDecimal.TEN) > 0 && isUntracked(one.item()))
            .filter(one -> !differs(one))
            .findFirst()
            .orElseThrow();
        Path file = Files.writeString(folder.resolve("counted.csv"),
            "item,quantity\n" + row.item() + "," + row.quantities().ledger().subtract(BigDecimal.ONE).toPlainString()
                + "\n");
        bot.menu("Control").menu("Periodic closing...").click();
        BotShell dialog = bot.shell("Periodic closing").activate();
        dialog.bot().textWithLabel("Last day").setText(LAST_DAY.toString());
        dialog.bot().radio("From a file with what was counted").click();
        await("the file is asked for", () -> dialog.bot().shows("Choose the file with what was counted."));
        assertThat(dialog.bot().button("Next >").isEnabled()).isFalse();
        dialog.bot().textWithLabel("File").setText(file.toString());
        bot.sleep(300);
        book.picture("periodic-counts");
        dialog.bot().button("Next >").click();
        await("it is reconciled", () -> dialog.bot().shows("Not as expected: " + (differed + 1) + "."));
        bot.sleep(300);
        book.picture("periodic-reconciliation");
        dialog.bot().button("Next >").click();
        await("cost of sales is calculated", () -> dialog.bot().shows("What did sales cost?"));
        assertThat(dialog.bot().table().cell(7, 0)).isEqualTo("= Cost of sales");
        dialog.bot().checkBox("Post differences first, so that the ledger has what was counted (items: 1)").click();
        dialog.bot().textWithLabel("Reason").setText("Year end");
        bot.sleep(300);
        book.picture("periodic-cost-of-sales");
        String cost = dialog.bot().table().cell(7, 1);
        dialog.bot().button("Finish").click();
        await("it is closed", () -> dialog.bot().shows("SHA-256: "));
        assertThat(dialog.bot().shows("Cost of sales: ")).isTrue();
        bot.sleep(300);
        book.picture("periodic-seal");
        dialog.bot().button("Finish").click();
        bot.waitUntil(Conditions.shellCloses(dialog));
        assertThat(inventory.decisions().getFirst().costOfSales()).isEqualByComparingTo(DemoBook.number(cost));
        assertThat(DemoBook.find(Valuation.class).orElseThrow().tieOut(Optional.empty(), Progress.NONE))
            .allMatch(TieOutRow::agrees).anyMatch(check -> check.check().equals("periodic-calculation"));
    }

}
