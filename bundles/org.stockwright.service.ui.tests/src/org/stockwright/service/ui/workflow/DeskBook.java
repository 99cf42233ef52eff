package org.stockwright.service.ui.workflow;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PlatformUI;
import org.stockwright.base.Outcome;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemDraft;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.Tracking;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.service.Templates;
import org.stockwright.service.ui.internal.ServicePerspective;
import org.stockwright.testkit.ui.BotEditor;
import org.stockwright.testkit.ui.Conditions;
import org.stockwright.testkit.ui.StockwrightBot;
import org.stockwright.testkit.ui.TimeoutException;
import org.stockwright.ui.Services;

/** The demo company with what the service desk needs: a service, an item for stored units, a queue and a customer. */
final class DeskBook {

    static final String SERVICE = "SV-LETTER";
    static final String TALK = "SV-TALK";
    static final String CHECK = "SV-CHECK";
    static final String STORED = "SV-DRAFT";
    static final String QUEUE = "SV-QUEUE";
    static final String CUSTOMER = "SV-CLARA";

    private static final String TITLE = "Demo company – Stockwright";
    /** Making the demo company takes long on a machine that does other things, too. */
    private static final long MILLIS = 240_000;

    private final StockwrightBot bot;

    private DeskBook(StockwrightBot bot) {
        this.bot = bot;
    }

    /** The demo company in the perspective of the service desk, with no editor open. */
    static DeskBook open(StockwrightBot bot) {
        DeskBook book = new DeskBook(bot);
        bot.mainShell().activate();
        bot.closeAllEditors();
        if (!bot.mainShell().getText().equals(TITLE)) {
            bot.command("org.stockwright.company.ui.demo");
        }
        book.await("the demo company is open",
            () -> bot.mainShell().getText().equals(TITLE) && find(Templates.class).isPresent());
        bot.waitForWork();
        bot.activatePerspective(ServicePerspective.ID);
        bot.mainShell().activate();
        book.settle();
        return book;
    }

    private static <T> Optional<T> find(Class<T> type) {
        return Services.find(ServicePerspective.class, type);
    }

    /** A service of the open book. */
    static <T> T service(Class<T> type) {
        return find(type).orElseThrow();
    }

    /** What was done; what is refused fails the test. */
    static <T> T done(Outcome<T> outcome) {
        if (!outcome.isDone()) {
            throw new AssertionError(outcome.refusals().toString());
        }
        return outcome.value();
    }

    /** Makes what the desk needs, once. */
    static void masters() {
        Items items = service(Items.class);
        if (items.byCode(SERVICE).isPresent()) {
            return;
        }
        Item like = items.get(items.list().stream().filter(row -> row.tracking() == Tracking.NONE).findFirst()
            .orElseThrow().id()).orElseThrow();
        done(items.save(ItemDraft.of(SERVICE, "Letter to an insurer", like.unit().code())));
        done(items.save(ItemDraft.of(TALK, "Talk with a customer", like.unit().code())));
        done(items.save(ItemDraft.of(CHECK, "Check of a customer", like.unit().code())));
        ItemDraft plain = ItemDraft.of(STORED, "Drafted letter", like.unit().code());
        done(items.save(new ItemDraft(plain.id(), plain.code(), plain.name(), plain.description(), plain.category(),
            plain.unit(), plain.roles(), Tracking.LOT, plain.shelfLifeDays(), plain.standardCost(), plain.listPrice(),
            plain.safetyStock(), plain.reorderPoint(), plain.active(), plain.packs(), plain.barcodes(),
            plain.aliases(), plain.version())));
        done(service(Locations.class).saveAll(List.of(Locations.Draft.of(QUEUE, "Drafted letters",
            Locations.Standard.MAIN.code(), LocationKind.BIN))));
        done(service(Partners.class).saveAll(List.of(
            new Partners.Draft(CUSTOMER, "Clara Test", Set.of(Partner.Role.CUSTOMER), Optional.empty(), true))));
    }

    /** Waits for something; a picture shows what was there instead. */
    void await(String what, BooleanSupplier condition) {
        try {
            bot.waitUntil(Conditions.that(what, condition::getAsBoolean), MILLIS);
        } catch (TimeoutException e) {
            picture("timeout-" + what.replaceAll("[^A-Za-z0-9]+", "-"));
            throw e;
        }
    }

    /** Until jobs and what follows them are done. */
    void settle() {
        bot.waitForWork();
        bot.sleep(700);
        bot.waitForWork();
    }

    /** Saves an editor, and waits until its notice says so. */
    void save(BotEditor editor) {
        editor.show();
        settle();
        editor.save();
        await("it is saved", () -> !editor.isDirty() && editor.notice().contains("saved"));
        settle();
    }

    /** Presses a button of an editor, and waits until its notice says something. */
    void press(BotEditor editor, String button, String expected) {
        editor.show();
        await(button + " can be done", () -> editor.bot().button(button).isEnabled());
        editor.bot().button(button).click();
        await("a notice says " + expected, () -> editor.notice().contains(expected));
        settle();
    }

    /** Gives the focus to what is drawn in a part and takes keys. */
    void focusCanvas(IWorkbenchPart part) {
        bot.getDisplay().syncExec(() -> {
            EPartService parts = part.getSite().getService(EPartService.class);
            MPart shown = part.getSite().getService(MPart.class);
            parts.activate(shown, true);
            canvas((Composite) shown.getWidget()).orElseThrow().forceFocus();
        });
        settle();
    }

    private static Optional<Canvas> canvas(Composite parent) {
        for (Control child : parent.getChildren()) {
            if (child.getClass() == Canvas.class && child.isVisible() && child.isListening(SWT.KeyDown)) {
                return Optional.of((Canvas) child);
            }
            if (child instanceof Composite composite) {
                Optional<Canvas> found = canvas(composite);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Whether there is room for editors, with one in it or not. */
    boolean hasEditorRoom() {
        return bot.getDisplay().syncCall(
            () -> PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().isEditorAreaVisible());
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
