package org.stockwright.valuation.ui.workflow;

import org.stockwright.testkit.ui.BotNatTable;
import org.stockwright.testkit.ui.BotShell;
import org.stockwright.testkit.ui.BotView;
import org.stockwright.testkit.ui.DemoWorkbench;
import org.stockwright.testkit.ui.StockwrightBot;
import org.stockwright.valuation.Valuation;
import org.stockwright.valuation.ui.internal.ControlPerspective;

/** The demo company in the perspective for control, made once per run and shared: every workflow has items of its own. */
final class ControlBook extends DemoWorkbench {

    private final StockwrightBot bot;

    private ControlBook(StockwrightBot bot) {
        super(bot);
        this.bot = bot;
    }

    /** The demo company, opened when it is not, with the perspective for control. */
    static ControlBook open(StockwrightBot bot) {
        ControlBook book = new ControlBook(bot);
        book.open(ControlPerspective.ID, ControlPerspective.class, Valuation.class);
        return book;
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

    /** The row with these cells, once it is there. */
    int row(BotNatTable grid, String... cells) {
        await("a row " + String.join(" ", cells), () -> grid.rowWhere(cells) >= 0);
        return grid.rowWhere(cells);
    }

}
