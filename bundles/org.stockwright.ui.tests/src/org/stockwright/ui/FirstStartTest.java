package org.stockwright.ui;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.testkit.ui.Conditions;
import org.stockwright.testkit.ui.StockwrightBot;

import static org.assertj.core.api.Assertions.assertThat;

/** A new user's first minutes: makes a company by the menu, has its book verified, closes it. */
class FirstStartTest {

    private final StockwrightBot bot = new StockwrightBot();

    @TempDir
    private Path folder;

    @Test
    void aNewCompanyIsMadeVerifiedAndClosed() {
        String book = folder.resolve("acme").toString();
        bot.menu("File").menu("New company…").click();
        bot.shell("New company").activate();
        assertThat(bot.button("Finish").isEnabled()).isFalse();
        bot.textWithLabel("Name").setText("Acme");
        bot.comboBoxWithLabel("Currency").setText("XXQ");
        assertThat(bot.button("Finish").isEnabled()).isFalse();
        bot.comboBoxWithLabel("Currency").setText("EUR");
        bot.comboBoxWithLabel("Time zone").setText("Europe/Berlin");
        bot.textWithLabel("Folder").setText(book);
        bot.button("Finish").click();
        bot.waitUntil(Conditions.that("the company is open",
            () -> bot.mainShell().getText().equals("Acme – Stockwright")), 120_000);
        bot.waitForWork();
        bot.mainShell().activate();
        assertThat(bot.mainShell().bot().clabel("Acme").isVisible()).isTrue();
        assertThat(bot.mainShell().bot().clabel("Not verified").isVisible()).isTrue();

        bot.activatePerspective(Workbench.ADMINISTRATION_PERSPECTIVE);
        bot.menu("File").menu("Verify the book").click();
        bot.waitUntil(Conditions.that("the lamp is green", () -> bot.mainShell().bot().shows("Verified")), 60_000);
        var checks = bot.view("Verification").bot().natTable();
        assertThat(checks.rowCount()).isPositive();
        for (int row = 0; row < checks.rowCount(); row++) {
            assertThat(checks.cell(row, "Result")).as(checks.cell(row, "Check")).isEqualTo("passed");
        }
        bot.captureScreenshot(Path.of(System.getProperty("stockwright.screenshots", folder.toString()),
            "verification.png"));

        bot.menu("File").menu("Close company").click();
        bot.waitUntil(Conditions.that("the views are empty",
            () -> bot.view("Verification").bot().shows("No company is open.")));
        bot.activatePerspective(Workbench.STOCK_PERSPECTIVE);
    }

}
