package org.stockwright.valuation.ui.workflow;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;

import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.stockwright.testkit.ui.BotNatTable;
import org.stockwright.testkit.ui.BotShell;
import org.stockwright.testkit.ui.BotView;
import org.stockwright.testkit.ui.Conditions;
import org.stockwright.testkit.ui.StockwrightBot;
import org.stockwright.testkit.ui.TimeoutException;
import org.stockwright.ui.Services;
import org.stockwright.valuation.Valuation;
import org.stockwright.valuation.ui.internal.ControlPerspective;

/** The demo company in the perspective for control, made once per run and shared: every workflow has items of its own. */
final class ControlBook {

    private static final String TITLE = "Demo company – Stockwright";
    private static final long MILLIS = 90_000;

    private final StockwrightBot bot;

    private ControlBook(StockwrightBot bot) {
        this.bot = bot;
    }

    /** The demo company, opened when it is not, with the perspective for control. */
    static ControlBook open(StockwrightBot bot) {
        ControlBook book = new ControlBook(bot);
        bot.mainShell().activate();
        if (!bot.mainShell().getText().equals(TITLE)) {
            bot.command("org.stockwright.company.ui.demo");
        }
        book.await("the demo company is open", () -> bot.mainShell().getText().equals(TITLE)
            && Services.find(ControlPerspective.class, Valuation.class).isPresent());
        bot.waitForWork();
        bot.activatePerspective(ControlPerspective.ID);
        bot.waitForWork();
        return book;
    }

    /** Waits for something that may have to be valued first; a picture shows what was there instead. */
    void await(String what, BooleanSupplier condition) {
        try {
            bot.waitUntil(Conditions.that(what, condition::getAsBoolean), MILLIS);
        } catch (TimeoutException e) {
            picture("timeout-" + what.replaceAll("[^A-Za-z0-9]+", "-"));
            throw e;
        }
    }

    /** Opens a view by the menu of control. */
    BotView view(String entry, String id) {
        bot.mainShell().activate();
        bot.menu("Control").menu(entry).click();
        await(entry + " is open", () -> bot.views().contains(entry));
        bot.waitForWork();
        return bot.viewById(id);
    }

    /** Opens a dialog by a tool of a view. */
    BotShell dialog(BotView view, String tool) {
        view.toolbarButton(tool).click();
        BotShell dialog = bot.shell(tool.replace("…", "")).activate();
        settle();
        return dialog;
    }

    /** Until a dialog is gone and what it changed is shown. */
    void closed(BotShell dialog) {
        try {
            bot.waitUntil(Conditions.shellCloses(dialog), MILLIS);
        } catch (TimeoutException e) {
            picture("timeout-dialog");
            throw e;
        }
        settle();
    }

    /** Until jobs and what follows them are done. */
    void settle() {
        bot.waitForWork();
        bot.sleep(400);
    }

    /** The row with these cells, once it is there. */
    int row(BotNatTable grid, String... cells) {
        await("a row " + String.join(" ", cells), () -> grid.rowWhere(cells) >= 0);
        return grid.rowWhere(cells);
    }

    /** Closes all dialogs that a failed test left open. */
    void closeDialogs() {
        bot.getDisplay().syncExec(() -> {
            for (Shell dialog : PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell().getShells()) {
                dialog.close();
            }
        });
        bot.waitForWork();
    }

    /** Saves a picture of the display under this name, once everything is painted. */
    void picture(String name) {
        settle();
        bot.captureScreenshot(Path.of(System.getProperty("stockwright.screenshots", "target/screenshots"))
            .resolve(name + ".png"));
    }

}
