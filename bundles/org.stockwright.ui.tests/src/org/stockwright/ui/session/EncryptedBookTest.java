package org.stockwright.ui.session;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.company.Companies;
import org.stockwright.testkit.ui.BotShell;
import org.stockwright.testkit.ui.Conditions;
import org.stockwright.testkit.ui.StockwrightBot;
import org.stockwright.ui.Services;

import static org.assertj.core.api.Assertions.assertThat;

/** A company whose book is encrypted: made by the wizard, opened again with its password and with no other. */
class EncryptedBookTest {

    private static final String PASSWORD = "wren copper nine ladder";

    private final StockwrightBot bot = new StockwrightBot();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        companies().close();
        bot.waitForWork();
    }

    @Test
    void anEncryptedBookIsMadeAndAsksForItsPassword() {
        String book = folder.resolve("vault").toString();
        bot.menu("File").menu("New company…").click();
        BotShell wizard = bot.shell("New company");
        wizard.activate();
        bot.textWithLabel("Name").setText("Vault");
        bot.comboBoxWithLabel("Currency").setText("EUR");
        bot.comboBoxWithLabel("Time zone").setText("Europe/Berlin");
        bot.textWithLabel("Folder").setText(book);
        assertThat(bot.textWithLabel("Password of the book").isEnabled()).isFalse();
        bot.checkBox("Encrypt the book and its backups. Without the password nobody can read them again.").click();
        assertThat(bot.button("Finish").isEnabled()).isFalse();
        bot.textWithLabel("Password of the book").setText(PASSWORD);
        bot.textWithLabel("The same again").setText(PASSWORD + "x");
        assertThat(bot.button("Finish").isEnabled()).isFalse();
        bot.textWithLabel("The same again").setText(PASSWORD);
        assertThat(bot.button("Finish").isEnabled()).isTrue();
        picture("encrypted-new");
        bot.button("Finish").click();
        bot.waitUntil(Conditions.that("the company is open",
            () -> bot.mainShell().getText().equals("Vault – Stockwright")), 120_000);
        bot.waitForWork();
        companies().close();

        open(book);
        answer("another long password");
        bot.waitForWork();
        picture("encrypted-wrong");
        assertThat(companies().current()).isEmpty();
        // a wrong password is not kept: it is asked for again
        open(book);
        picture("encrypted-open");
        answer(PASSWORD);
        bot.waitUntil(Conditions.that("the company is open", () -> companies().current().isPresent()), 60_000);
    }

    private void open(String book) {
        bot.command("org.stockwright.company.ui.open");
        BotShell dialog = bot.shell("Open a company").activate();
        dialog.bot().textWithLabel("Folder").setText(book);
        dialog.bot().button("Open").click();
    }

    private void answer(String password) {
        BotShell dialog = bot.shell("Password of the book").activate();
        dialog.bot().textWithLabel("Password").setText(password);
        dialog.bot().button("OK").click();
        bot.waitUntil(Conditions.shellCloses(dialog));
    }

    private void picture(String name) {
        bot.captureScreenshot(Path.of(System.getProperty("stockwright.screenshots", folder.toString()), name + ".png"));
    }

    private static Companies companies() {
        return Services.find(EncryptedBookTest.class, Companies.class).orElseThrow();
    }

}
