package org.stockwright.testkit.ui;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;

import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.stockwright.base.Outcome;
import org.stockwright.ui.Services;

/**
 * The demo company in the running workbench, made once per run and shared by its workflows: each has documents and items of its
 * own. The tests of an area add what they need to it. Used on the test's thread.
 */
public abstract class DemoWorkbench {

    private static final String TITLE = "Demo company – Stockwright";
    /** Making the demo company takes long on a machine that does other things, too. */
    private static final long PATIENCE_MILLIS = 240_000;
    /** What follows a job begins within this time. */
    private static final long FOLLOWING_MILLIS = 400;

    private final StockwrightBot bot;

    /** A workbench in which nothing is open yet: see {@link #open}. */
    protected DemoWorkbench(StockwrightBot bot) {
        this.bot = bot;
    }

    /**
     * Opens the demo company when it is not, in a perspective and without editors.
     *
     * @param perspective its id
     * @param asker a class of the bundle that asks for services
     * @param service what has to be there
     */
    protected final void open(String perspective, Class<?> asker, Class<?> service) {
        bot.mainShell().activate();
        bot.closeAllEditors();
        if (!bot.mainShell().getText().equals(TITLE)) {
            bot.command("org.stockwright.company.ui.demo");
        }
        await("the demo company is open",
            () -> bot.mainShell().getText().equals(TITLE) && Services.find(asker, service).isPresent());
        bot.waitForWork();
        bot.activatePerspective(perspective);
        bot.mainShell().activate();
        settle();
    }

    /**
     * What was done.
     *
     * @throws AssertionError with the refusals when it was not
     */
    public static <T> T done(Outcome<T> outcome) {
        if (!outcome.isDone()) {
            throw new AssertionError(outcome.refusals().toString());
        }
        return outcome.value();
    }

    /** Waits for something, up to four minutes; a picture shows what was there instead. */
    public final void await(String what, BooleanSupplier condition) {
        try {
            bot.waitUntil(Conditions.that(what, condition::getAsBoolean), PATIENCE_MILLIS);
        } catch (TimeoutException e) {
            picture("timeout-" + what.replaceAll("[^A-Za-z0-9]+", "-"));
            throw e;
        }
    }

    /** Until jobs and what follows them are done. */
    public void settle() {
        bot.waitForWork();
        bot.sleep(FOLLOWING_MILLIS);
    }

    /** Presses a button of an editor, and waits until its notice says something. */
    public final void press(BotEditor editor, String button, String expected) {
        editor.show();
        await(button + " can be done", () -> editor.bot().button(button).isEnabled());
        editor.bot().button(button).click();
        await("a notice says " + expected, () -> editor.notice().contains(expected));
        settle();
    }

    /** Until a dialog is gone and what it changed is shown. */
    public final void closed(BotShell dialog) {
        await("a dialog is closed", () -> !dialog.isOpen());
        settle();
    }

    /** Closes all dialogs that a failed test left open. */
    public final void closeDialogs() {
        Ui.run(() -> {
            for (Shell dialog : PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell().getShells()) {
                dialog.close();
            }
        });
        bot.waitForWork();
    }

    /** Saves a picture of the display under this name, once everything is painted. */
    public final void picture(String name) {
        settle();
        bot.captureScreenshot(Path.of(System.getProperty("stockwright.screenshots", "target/screenshots"))
            .resolve(name + ".png"));
    }

}
