package org.stockwright.testkit.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.intro.IIntroManager;

/** Drives the workbench: its windows, views, editors and menus, the keyboard and the scanner. */
public final class StockwrightBot extends Bot {

    /** A bot on the running workbench; finds things in the window or dialog that is active. */
    public StockwrightBot() {
        super(StockwrightBot::front);
    }

    /** The dialog in front, or the window. */
    private static Shell front() {
        Shell active = Ui.display().getActiveShell();
        if (active != null && active.isVisible()) {
            return active;
        }
        Shell[] shells = Ui.display().getShells();
        for (int i = shells.length - 1; i >= 0; i--) {
            if (shells[i].isVisible() && !shells[i].getText().isEmpty()) {
                return shells[i];
            }
        }
        return window().getShell();
    }

    private static IWorkbenchWindow window() {
        IWorkbenchWindow active = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        return active != null ? active : PlatformUI.getWorkbench().getWorkbenchWindows()[0];
    }

    private static IWorkbenchPage page() {
        return Objects.requireNonNull(window().getActivePage());
    }

    /** The open view with this title. */
    public BotView view(String title) {
        return new BotView(Ui.await("view '" + title + "'", () -> Arrays.stream(page().getViewReferences())
            .filter(reference -> title.equals(reference.getPartName())).map(reference -> reference.getView(true))
            .filter(Objects::nonNull).findFirst().orElse(null)));
    }

    /** The view with this id; opened when it is not. */
    public BotView viewById(String id) {
        return new BotView(Ui.await("view " + id, () -> {
            try {
                return page().showView(id);
            } catch (PartInitException e) {
                throw new WidgetNotFoundException(e.getMessage());
            }
        }));
    }

    /** The titles of the open views. */
    public List<String> views() {
        return Ui.get(() -> Arrays.stream(page().getViewReferences()).map(IViewReference::getPartName).toList());
    }

    /** The view that has the focus. */
    public BotView activeView() {
        return new BotView(Ui.await("an active view",
            () -> page().getActivePart() instanceof IViewPart view ? view : null));
    }

    /** The open editor with this title; a star for unsaved work does not matter. */
    public BotEditor editorByTitle(String title) {
        return new BotEditor(Ui.await("editor '" + title + "'", () -> Arrays.stream(page().getEditorReferences())
            .filter(reference -> title.equals(reference.getTitle().replaceFirst("^\\*", "")))
            .map(reference -> reference.getEditor(true)).filter(Objects::nonNull).findFirst().orElse(null)));
    }

    /** The editor in front. */
    public BotEditor activeEditor() {
        return new BotEditor(Ui.await("an active editor", () -> page().getActiveEditor()));
    }

    /** The titles of the open editors. */
    public List<String> editors() {
        return Ui.get(() -> Arrays.stream(page().getEditorReferences()).map(IEditorReference::getTitle).toList());
    }

    /** Closes all editors without saving. */
    public void closeAllEditors() {
        Ui.run(() -> {
            for (IEditorReference reference : page().getEditorReferences()) {
                IEditorPart editor = reference.getEditor(false);
                if (editor != null) {
                    page().closeEditor(editor, false);
                }
            }
        });
    }

    /** Switches to a perspective. */
    public void activatePerspective(String id) {
        Ui.run(() -> {
            try {
                PlatformUI.getWorkbench().showPerspective(id, window());
            } catch (WorkbenchException e) {
                throw new WidgetNotFoundException(e.getMessage());
            }
        });
    }

    /** Closes the welcome page, which has the whole window and would share it with the next page that is shown. */
    public void closeWelcome() {
        Ui.run(() -> {
            IIntroManager intro = PlatformUI.getWorkbench().getIntroManager();
            intro.closeIntro(intro.getIntro());
        });
    }

    /** The id of the perspective that is shown. */
    public String activePerspective() {
        return Ui.get(() -> page().getPerspective().getId());
    }

    /** A menu of the main window. */
    public BotMenu menu(String label) {
        return BotMenu.of(() -> window().getShell().getMenuBar(), label);
    }

    /** Runs a command by its id, as a key or a menu entry would. */
    public void command(String id) {
        Ui.later(() -> {
            try {
                window().getService(IHandlerService.class).executeCommand(id, null);
            } catch (CommandException e) {
                throw new IllegalStateException(id, e);
            }
        });
    }

    /** The window or dialog with this title. */
    public BotShell shell(String title) {
        return new BotShell(Ui.await("shell '" + title + "'", () -> Arrays.stream(Ui.display().getShells())
            .filter(shell -> shell.isVisible() && shell.getText().equals(title)).findFirst().orElse(null)));
    }

    /** The window or dialog in front. */
    public BotShell activeShell() {
        return new BotShell(Ui.get(StockwrightBot::front));
    }

    /** The workbench's window. */
    public BotShell mainShell() {
        return new BotShell(Ui.get(() -> window().getShell()));
    }

    /** The display; only for the user interface's thread. */
    public Display getDisplay() {
        return Ui.display();
    }

    /** Waits until something is true. */
    public void waitUntil(ICondition condition) {
        Ui.await(condition, Ui.TIMEOUT);
    }

    /** Waits so many milliseconds at most. */
    public void waitUntil(ICondition condition, long timeout) {
        Ui.await(condition, timeout);
    }

    /** Waits until our jobs are done, after what they do next has begun. */
    public void waitForWork() {
        Ui.sleep(200);
        Ui.await(Conditions.workIsDone(), 6 * Ui.TIMEOUT);
    }

    /** Waits; better wait for a condition. */
    public void sleep(long millis) {
        Ui.sleep(millis);
    }

    /** Types to whatever has the focus. */
    public void typeText(String text) {
        Keyboard.type(text);
    }

    /** Presses keys together, for example {@code pressShortcut(SWT.MOD1, SWT.CR)}. */
    public void pressShortcut(int... keys) {
        Keyboard.press(keys);
    }

    /** Scans a code, wherever the focus is. */
    public void scan(String code) {
        Keyboard.scan(code);
    }

    /** Saves a picture of the whole display as PNG. */
    public Path captureScreenshot(Path file) {
        Ui.run(() -> {
            Display display = Ui.display();
            Rectangle bounds = display.getBounds();
            Image image = new Image(display, bounds.width, bounds.height);
            GC gc = new GC(display);
            try {
                gc.copyArea(image, bounds.x, bounds.y);
                ImageLoader loader = new ImageLoader();
                loader.data = new ImageData[] { image.getImageData() };
                Files.createDirectories(file.toAbsolutePath().getParent());
                loader.save(file.toString(), SWT.IMAGE_PNG);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                gc.dispose();
                image.dispose();
            }
        });
        return file;
    }

}
