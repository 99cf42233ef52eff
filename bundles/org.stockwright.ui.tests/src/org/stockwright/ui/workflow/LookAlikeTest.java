package org.stockwright.ui.workflow;

import org.eclipse.swt.SWT;
import org.junit.jupiter.api.Test;
import org.stockwright.catalog.Items;
import org.stockwright.testkit.ui.BotEditor;
import org.stockwright.testkit.ui.BotShell;
import org.stockwright.testkit.ui.Conditions;
import org.stockwright.testkit.ui.StockwrightBot;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody makes an item whose code reads like another item's. */
class LookAlikeTest {

    /** With a zero for the letter O. */
    private static final String ALIKE = "L0P-100";

    private final StockwrightBot bot = new StockwrightBot();
    private final DemoBook book = DemoBook.open(bot);

    @Test
    void aCodeThatReadsLikeAnotherIsAskedAboutBeforeItIsSaved() {
        BotEditor editor = newItem(ALIKE);
        bot.pressShortcut(SWT.MOD1, 's');
        BotShell question = bot.shell("Look-alike code").activate();
        assertThat(question.bot().shows("The code " + ALIKE + " looks like the item LOP-100")).isTrue();
        book.picture("look-alike");
        question.bot().button("Change the code").click();
        bot.waitUntil(Conditions.shellCloses(question));
        bot.waitForWork();
        assertThat(isStored(ALIKE)).as("nothing is saved").isFalse();
        assertThat(editor.isDirty()).isTrue();
        editor.bot().textWithLabel("Code").setText("LOPPER-NEW");
        bot.pressShortcut(SWT.MOD1, 's');
        bot.waitUntil(Conditions.that("another code is saved without a question", () -> isStored("LOPPER-NEW")));
        bot.waitUntil(Conditions.that("the editor is clean", () -> !editor.isDirty()));
    }

    @Test
    void whoClosesTheEditorIsAskedToo() {
        BotEditor editor = newItem(ALIKE);
        editor.close();
        bot.shell("Save " + editor.getTitle().replaceFirst("^\\*", "")).activate().bot().button("Save").click();
        BotShell question = bot.shell("Look-alike code").activate();
        question.bot().button("Change the code").click();
        bot.waitUntil(Conditions.shellCloses(question));
        bot.waitForWork();
        assertThat(editor.isOpen()).as("what is not saved is not thrown away").isTrue();
        editor.close();
        bot.shell("Save " + editor.getTitle().replaceFirst("^\\*", "")).activate().bot().button("Save").click();
        BotShell again = bot.shell("Look-alike code").activate();
        again.bot().button("Save all the same").click();
        bot.waitUntil(Conditions.that("it is saved", () -> isStored(ALIKE)));
        bot.waitUntil(Conditions.that("the editor is closed", () -> !editor.isOpen()));
    }

    private BotEditor newItem(String code) {
        bot.mainShell().activate();
        bot.pressShortcut(SWT.SHIFT, SWT.ALT, 'n');
        BotEditor editor = bot.activeEditor();
        bot.waitForWork();
        editor.bot().textWithLabel("Code").setText(code);
        editor.bot().textWithLabel("Name").setText("Lopper, another one");
        return editor;
    }

    private static boolean isStored(String code) {
        return DemoBook.find(Items.class).orElseThrow().byCode(code).isPresent();
    }

}
