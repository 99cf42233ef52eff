package org.stockwright.ui.workflow;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;
import org.stockwright.testkit.ui.BotEditor;
import org.stockwright.testkit.ui.BotTable;
import org.stockwright.testkit.ui.BotText;
import org.stockwright.testkit.ui.Conditions;
import org.stockwright.testkit.ui.StockwrightBot;

/** The editor in which a movement is entered, as a user sees it. */
final class MovementEntry {

    private static final int ITEM = 3;
    private static final int QUANTITY = 4;
    private static final int UNIT = 5;
    private static final int FROM = 6;
    private static final int TO = 7;
    private static final int LOT = 8;
    private static final int EXPIRES = 9;
    private static final int REASON = 10;

    private static final int LOT_COLUMN = 6;

    private final StockwrightBot bot;
    private final BotEditor editor;

    private MovementEntry(StockwrightBot bot, BotEditor editor) {
        this.bot = bot;
        this.editor = editor;
    }

    /** Opens one with the keys that the menu shows, for example Shift+Alt+R for a receipt. */
    static MovementEntry byKey(StockwrightBot bot, char key, String title) {
        bot.mainShell().activate();
        bot.pressShortcut(SWT.SHIFT, SWT.ALT, key);
        return opened(bot, title);
    }

    /** The editor that has just been opened; waits until it can be typed into. */
    static MovementEntry opened(StockwrightBot bot, String title) {
        MovementEntry entry = new MovementEntry(bot, bot.editorByTitle(title));
        bot.waitForWork();
        bot.waitUntil(Conditions.that("the item field has the focus", () -> entry.item().isActive()));
        return entry;
    }

    BotEditor editor() {
        return editor;
    }

    private BotText notice() {
        return editor.bot().text(0);
    }

    private BotText field(int index) {
        // the notice strip's text stands above the fields while it says something
        int before = editor.notice().isEmpty() || !notice().isReadOnly() ? 0 : 1;
        return editor.bot().text(index + before);
    }

    BotText item() {
        return field(ITEM);
    }

    BotText quantity() {
        return field(QUANTITY);
    }

    BotText unit() {
        return field(UNIT);
    }

    BotText from() {
        return field(FROM);
    }

    BotText to() {
        return field(TO);
    }

    BotText lot() {
        return field(LOT);
    }

    BotText expires() {
        return field(EXPIRES);
    }

    BotText reason() {
        return field(REASON);
    }

    BotTable lines() {
        return editor.bot().table();
    }

    /** The cells of a line, counted from 0: item, quantity, unit, from, to. */
    List<String> line(int index) {
        List<String> cells = new ArrayList<>();
        for (int column = 1; column <= 5; column++) {
            cells.add(lines().cell(index, column));
        }
        return cells;
    }

    /** What a line says of its lot: lot or serial number, expiry. */
    List<String> lotOf(int index) {
        return List.of(lines().cell(index, LOT_COLUMN), lines().cell(index, LOT_COLUMN + 1));
    }

    /** Types into the field with the focus, then Enter, and waits until the next field has it. */
    void enter(String text, BotText next) {
        bot.typeText(text);
        bot.pressShortcut(SWT.CR);
        bot.waitUntil(Conditions.that("Enter behind '" + text + "' goes on", next::isActive));
    }

    /** Types a line, from field to field with Enter; the last Enter adds it. */
    void type(String item, String quantity, String unit, String from, String to) {
        int before = lines().rowCount();
        enter(item, quantity());
        enter(quantity, unit());
        enter(unit, from());
        enter(from, to());
        enter(to, lot());
        enter("", reason());
        bot.pressShortcut(SWT.CR);
        awaitLines(before + 1);
        bot.waitUntil(Conditions.that("the item field has the focus again", () -> item().isActive()));
    }

    void awaitLines(int count) {
        bot.waitUntil(Conditions.that("there are " + count + " lines", () -> lines().rowCount() == count));
    }

    /** Posts with Ctrl+Enter and waits until a notice is there that contains this. */
    String post(String expected) {
        bot.pressShortcut(SWT.MOD1, SWT.CR);
        bot.waitUntil(Conditions.that("a notice says '" + expected + "'", () -> editor.notice().contains(expected)));
        bot.waitForWork();
        return editor.notice();
    }

}
