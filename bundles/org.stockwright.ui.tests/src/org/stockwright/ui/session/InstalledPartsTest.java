package org.stockwright.ui.session;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.stockwright.base.Contributions;
import org.stockwright.base.Progress;
import org.stockwright.company.Companies;
import org.stockwright.company.Companies.Draft;
import org.stockwright.persistence.Stores;
import org.stockwright.testkit.GuestModule;
import org.stockwright.testkit.OtherVersion;
import org.stockwright.testkit.ui.Bot;
import org.stockwright.testkit.ui.BotNatTable;
import org.stockwright.testkit.ui.Conditions;
import org.stockwright.testkit.ui.StockwrightBot;
import org.stockwright.ui.Services;

import static org.assertj.core.api.Assertions.assertThat;

/** A banner says which module is missing; the page of installed parts says what failed, and enables it again. */
class InstalledPartsTest {

    private static final String SQL = "CREATE TABLE guest (id BIGINT NOT NULL PRIMARY KEY);";
    private static final long PATIENCE = 10_000;

    private final StockwrightBot bot = new StockwrightBot();

    @TempDir
    private Path folder;
    private String book;

    /** Something of a plug-in that never works. */
    private static final class Failing {

        private static Object fail() {
            throw new IllegalStateException("never works");
        }

    }

    @BeforeEach
    void makeABook() {
        bot.closeAllEditors();
        book = folder.resolve("book").toString();
        try (GuestModule guest = GuestModule.install(folder.resolve("scripts"), SQL, List.of(), List.of())) {
            assertThat(service(Companies.class).create(book, "somebody",
                new Draft("Parts company", Currency.getInstance("EUR"), ZoneId.of("UTC"), false), Progress.NONE)
                .isDone()).isTrue();
            bot.closeWelcome();
            bot.waitForWork();
        }
    }

    @AfterEach
    void close() {
        service(Contributions.class).enable(Failing.class.getName());
        service(Companies.class).close();
    }

    private static <T> T service(Class<T> type) {
        return Services.find(InstalledPartsTest.class, type).orElseThrow();
    }

    /** Everything in the window. */
    private Bot window() {
        return bot.mainShell().bot();
    }

    @Test
    void aBannerSaysWhichModuleIsMissingUntilTheBookIsClosed() {
        assertThat(window().shows("Guest is not installed")).isFalse();
        service(Companies.class).close();
        assertThat(service(Companies.class).open(book, "somebody", Progress.NONE).isDone()).isTrue();
        bot.waitUntil(Conditions.that("the banner is there", () -> window().shows("Guest is not installed")
            && window().shows("Install the feature " + GuestModule.FEATURE)), PATIENCE);
        BotNatTable parts = bot.viewById("org.stockwright.company.ui.parts").bot().natTable();
        bot.waitUntil(Conditions.that("it is on the page", () -> row(parts, "Guest") >= 0), PATIENCE);
        assertThat(parts.cell(row(parts, "Guest"), 1)).isEqualTo("missing");
        service(Stores.class).close();
        bot.waitUntil(Conditions.that("the banner is gone", () -> !window().shows("Guest is not installed")), PATIENCE);
    }

    @Test
    void aPartThatFailedThreeTimesIsShownAndEnabledAgain() {
        Contributions contributions = service(Contributions.class);
        Failing failing = new Failing();
        for (int i = 0; i < Contributions.MOST_FAILURES; i++) {
            contributions.call(failing, one -> Failing.fail());
        }
        assertThat(contributions.isDisabled(failing)).isTrue();
        BotNatTable parts = bot.viewById("org.stockwright.company.ui.parts").bot().natTable();
        bot.waitUntil(Conditions.that("it is on the page", () -> row(parts, "Failing") >= 0), PATIENCE);
        int row = row(parts, "Failing");
        assertThat(parts.cell(row, 1)).isEqualTo("disabled");
        assertThat(parts.cell(row, 2)).contains("never works");
        parts.select(row);
        bot.viewById("org.stockwright.company.ui.parts").toolbarButton("Enable again").click();
        bot.waitUntil(Conditions.that("it is well again", () -> !contributions.isDisabled(failing)), PATIENCE);
        bot.waitUntil(Conditions.that("it has left the page", () -> row(parts, "Failing") < 0), PATIENCE);
    }

    @Test
    void aPluginThatWasMadeForAnotherVersionIsShownWithWhatItLacks() throws Exception {
        Bundle bundle = FrameworkUtil.getBundle(InstalledPartsTest.class).getBundleContext()
            .installBundle("com.example.later", OtherVersion.jar("com.example.later"));
        try {
            BotNatTable parts = bot.viewById("org.stockwright.company.ui.parts").bot().natTable();
            service(Companies.class).close();
            assertThat(service(Companies.class).open(book, "somebody", Progress.NONE).isDone()).isTrue();
            bot.waitUntil(Conditions.that("it is on the page", () -> row(parts, "Made for later") >= 0), PATIENCE);
            int row = row(parts, "Made for later");
            assertThat(parts.cell(row, 1)).isEqualTo("does not fit");
            assertThat(parts.cell(row, 2)).contains("org.stockwright.base", "99");
        } finally {
            bundle.uninstall();
        }
    }

    /** The row whose first cell has this in it, or -1. */
    private static int row(BotNatTable table, String part) {
        for (int row = 0; row < table.rowCount(); row++) {
            if (table.cell(row, 0).contains(part)) {
                return row;
            }
        }
        return -1;
    }

}
