package org.stockwright.ui.session;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Progress;
import org.stockwright.company.Companies;
import org.stockwright.company.Companies.Draft;
import org.stockwright.testkit.TestDatabases;
import org.stockwright.testkit.ui.BotShell;
import org.stockwright.testkit.ui.BotTable;
import org.stockwright.testkit.ui.Conditions;
import org.stockwright.testkit.ui.StockwrightBot;
import org.stockwright.ui.Services;

import static org.assertj.core.api.Assertions.assertThat;

/** A book in a folder is copied to a server, and the copy is opened. */
class PromoteWizardTest {

    private final StockwrightBot bot = new StockwrightBot();
    private String database = "";

    @TempDir
    private Path folder;

    @AfterEach
    void closeTheBook() {
        companies().close();
        bot.waitForWork();
        if (!database.isEmpty()) {
            TestDatabases.dropUrl(database);
        }
    }

    @Test
    void theWizardCopiesProvesAndOpensTheCopy() {
        Assumptions.assumeTrue(TestDatabases.server().isPresent(), "there is no PostgreSQL server to copy to");
        database = TestDatabases.emptyUrl();
        bot.mainShell().activate();
        bot.closeAllEditors();
        assertThat(companies().create(folder.resolve("book").toString(), "somebody",
            new Draft("Moving company", Currency.getInstance("EUR"), ZoneId.of("UTC"), false), Progress.NONE).isDone())
            .isTrue();
        bot.closeWelcome();
        bot.waitForWork();

        bot.menu("File").menu("Copy to a Server…").click();
        BotShell wizard = bot.shell("Copy to a server").activate();
        assertThat(wizard.bot().button("Finish").isEnabled()).as("nothing is typed").isFalse();
        wizard.bot().textWithLabel("or JDBC address").setText("jdbc:mysql://elsewhere/book");
        bot.waitUntil(Conditions.that("what is no address is told", () -> wizard.bot().shows("no address")));
        wizard.bot().textWithLabel("or JDBC address").setText(database);
        picture("promote");
        wizard.bot().button("Finish").click();
        bot.waitUntil(Conditions.that("the proof is shown", () -> wizard.bot().shows("row by row")));
        BotTable proof = wizard.bot().table();
        int last = proof.rowCount() - 1;
        assertThat(List.of(proof.cell(last, 0), proof.cell(last, 1), proof.cell(last, 2), proof.cell(last, 3),
            proof.cell(last, 4))).containsExactly("chain head: blocks", "0", "0", "equal", "nothing is sealed");
        picture("promote-proof");
        wizard.bot().button("Finish").click();
        bot.waitUntil(Conditions.shellCloses(wizard));
        bot.waitUntil(Conditions.that("the copy is open",
            () -> companies().current().filter(open -> open.location().startsWith("jdbc:postgresql:")).isPresent()));
        assertThat(companies().current().orElseThrow().profile().name()).isEqualTo("Moving company");
    }

    private void picture(String name) {
        bot.captureScreenshot(Path.of(System.getProperty("stockwright.screenshots", "target/screenshots"))
            .resolve(name + ".png"));
    }

    private static Companies companies() {
        return Services.find(PromoteWizardTest.class, Companies.class).orElseThrow();
    }

}
