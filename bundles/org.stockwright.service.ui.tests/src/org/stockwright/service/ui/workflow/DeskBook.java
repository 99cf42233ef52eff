package org.stockwright.service.ui.workflow;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PlatformUI;
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
import org.stockwright.testkit.ui.DemoWorkbench;
import org.stockwright.testkit.ui.StockwrightBot;
import org.stockwright.ui.Services;

/** The demo company with what the service desk needs: a service, an item for stored units, a queue and a customer. */
final class DeskBook extends DemoWorkbench {

    static final String SERVICE = "SV-LETTER";
    static final String TALK = "SV-TALK";
    static final String CHECK = "SV-CHECK";
    static final String STORED = "SV-DRAFT";
    static final String QUEUE = "SV-QUEUE";
    static final String CUSTOMER = "SV-CLARA";

    private final StockwrightBot bot;

    private DeskBook(StockwrightBot bot) {
        super(bot);
        this.bot = bot;
    }

    /** The demo company in the perspective of the service desk, with no editor open. */
    static DeskBook open(StockwrightBot bot) {
        DeskBook book = new DeskBook(bot);
        book.open(ServicePerspective.ID, ServicePerspective.class, Templates.class);
        return book;
    }

    /** A service of the open book. */
    static <T> T service(Class<T> type) {
        return Services.find(ServicePerspective.class, type).orElseThrow();
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

    /** What is worked out while somebody types begins half a second later. */
    @Override
    public void settle() {
        super.settle();
        bot.sleep(300);
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

}
