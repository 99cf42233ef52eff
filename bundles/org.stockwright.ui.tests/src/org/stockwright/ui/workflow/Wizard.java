package org.stockwright.ui.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.stockwright.testkit.ui.Bot;
import org.stockwright.testkit.ui.BotShell;
import org.stockwright.testkit.ui.BotTable;
import org.stockwright.testkit.ui.Conditions;
import org.stockwright.testkit.ui.StockwrightBot;

/** The import wizard, page by page. */
final class Wizard {

    private static final long READING_MILLIS = 60_000;

    private final StockwrightBot bot;
    private final BotShell shell;

    private Wizard(StockwrightBot bot, BotShell shell) {
        this.bot = bot;
        this.shell = shell;
    }

    static Wizard open(StockwrightBot bot) {
        bot.mainShell().activate();
        bot.menu("File").menu("Import…").click();
        return new Wizard(bot, bot.shell("Import").activate());
    }

    /** The first page: what is imported from where; goes on to the columns. */
    void source(String kind, Path file) {
        bot().comboBoxWithLabel("Kind").setSelection(kind);
        bot().textWithLabel("File").setText(file.toString());
        bot().button("Next >").click();
        bot.waitUntil(Conditions.that("the columns are shown", () -> bot().shows("Column of the file")),
            READING_MILLIS);
    }

    /** The second page: what a column of the file, counted from 0, is imported as. */
    void map(int column, String target) {
        bot().comboBox(column + 1).setSelection(target);
    }

    /** To the preview; waits until the rows were checked. */
    void preview() {
        bot().button("Next >").click();
        bot.waitUntil(Conditions.that("the rows are checked", () -> bot().shows(" would be stored, ")),
            READING_MILLIS);
    }

    /** The problems as line, column and sentence. */
    List<String> problems() {
        BotTable table = bot().table();
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < table.rowCount(); row++) {
            lines.add(table.cell(row, 1) + " " + table.cell(row, 2) + ": " + table.cell(row, 4));
        }
        return lines;
    }

    boolean canFinish() {
        return bot().button("Finish").isEnabled();
    }

    void checkAgain() {
        bot().button("Check again").click();
    }

    void finish() {
        bot().button("Finish").click();
        bot.waitUntil(Conditions.shellCloses(shell));
        bot.waitForWork();
    }

    void cancel() {
        bot().button("Cancel").click();
        bot.waitUntil(Conditions.shellCloses(shell));
    }

    Bot bot() {
        return shell.bot();
    }

}
