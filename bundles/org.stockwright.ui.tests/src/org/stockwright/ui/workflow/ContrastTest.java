package org.stockwright.ui.workflow;

import java.util.List;

import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stockwright.testkit.ui.BotShell;
import org.stockwright.testkit.ui.BotView;
import org.stockwright.testkit.ui.Conditions;
import org.stockwright.testkit.ui.StockwrightBot;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Workbench;

import static org.assertj.core.api.Assertions.assertThat;

/** What is written on the pages can be read, whether the theme is light or dark. */
class ContrastTest {

    private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
    private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";
    private static final long THEMED_MILLIS = 1_500;
    private static final int LOOKS = 3;

    private final StockwrightBot bot = new StockwrightBot();
    private final DemoBook book = DemoBook.open(bot);

    private String before = "";

    @BeforeEach
    void remember() {
        before = bot.getDisplay().syncCall(() -> engine().getActiveTheme().getId());
    }

    @AfterEach
    void asBefore() {
        theme(before);
    }

    @ParameterizedTest
    @ValueSource(strings = { LIGHT, DARK })
    void textsCanBeRead(String theme) {
        Assumptions.assumeTrue(theme.equals(DARK) || !bot.getDisplay().syncCall(Display::isSystemDarkTheme),
            "the light theme is not for a dark system");
        theme(theme);
        String name = theme.equals(DARK) ? "dark-" : "light-";
        look(name, "org.stockwright.ledger.ui.stock", "org.stockwright.ledger.ui.reservations");
        bot.activatePerspective(Workbench.ADMINISTRATION_PERSPECTIVE);
        look(name, "org.stockwright.company.ui.company", "org.stockwright.company.ui.verify",
            "org.stockwright.security.ui.users", "org.stockwright.security.ui.roles",
            "org.stockwright.security.ui.audit");
        bot.activatePerspective("org.stockwright.valuation.ui.perspective.control");
        look(name, "org.stockwright.valuation.ui.value", "org.stockwright.valuation.ui.layers",
            "org.stockwright.valuation.ui.whyCost", "org.stockwright.valuation.ui.journal",
            "org.stockwright.valuation.ui.tieOut", "org.stockwright.valuation.ui.periods");
        bot.activatePerspective(Workbench.STOCK_PERSPECTIVE);
        lookAtTheConnectionPage(name);
    }

    private void look(String name, String... views) {
        for (String view : views) {
            BotView shown = bot.viewById(view);
            bot.waitForWork();
            bot.getDisplay().syncExec(() -> shown.getReference().getAdapter(Notices.class)
                .failed("This is what a notice looks like."));
            bot.sleep(300);
            book.picture(name + view.replaceFirst(".*\\.", ""));
            assertThat(settled(bot.mainShell())).as(view).isEmpty();
            bot.getDisplay().syncExec(() -> shown.getReference().getAdapter(Notices.class).clear());
        }
    }

    private void lookAtTheConnectionPage(String name) {
        bot.command("org.stockwright.company.ui.open");
        BotShell dialog = bot.shell("Open a company").activate();
        dialog.bot().radio("On a PostgreSQL server").click();
        dialog.bot().textWithLabel("Host").setText("localhost");
        dialog.bot().button("Test connection").click();
        bot.waitUntil(Conditions.that("a problem is shown", () -> dialog.bot().shows("Give the user who signs in")));
        bot.sleep(300);
        book.picture(name + "connection");
        List<String> unreadable = unreadable(dialog);
        dialog.bot().button("Cancel").click();
        bot.waitUntil(Conditions.shellCloses(dialog));
        assertThat(unreadable).as("connection page").isEmpty();
    }

    /** What still cannot be read when the window has come to rest: what a view shows first may lie under its tools for a moment. */
    private List<String> settled(BotShell shell) {
        List<String> unreadable = unreadable(shell);
        for (int i = 0; i < LOOKS && !unreadable.isEmpty(); i++) {
            bot.sleep(THEMED_MILLIS);
            unreadable = unreadable(shell);
        }
        return unreadable;
    }

    private List<String> unreadable(BotShell shell) {
        return bot.getDisplay().syncCall(() -> Contrast.unreadable(shell.widget));
    }

    private void theme(String id) {
        bot.getDisplay().syncExec(() -> {
            engine().getThemes().stream().filter(theme -> theme.getId().startsWith(id)).findFirst()
                .ifPresent(theme -> engine().setTheme(theme.getId(), false));
        });
        bot.sleep(THEMED_MILLIS);
    }

    private static IThemeEngine engine() {
        return PlatformUI.getWorkbench().getService(IThemeEngine.class);
    }

}
