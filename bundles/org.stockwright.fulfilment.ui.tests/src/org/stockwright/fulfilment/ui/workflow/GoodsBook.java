package org.stockwright.fulfilment.ui.workflow;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.swt.SWT;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemDraft;
import org.stockwright.catalog.ItemRow;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.Tracking;
import org.stockwright.documents.Document;
import org.stockwright.documents.Documents;
import org.stockwright.fulfilment.Availability;
import org.stockwright.fulfilment.PackingRules;
import org.stockwright.fulfilment.ui.internal.FulfilmentPerspective;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.testkit.ui.BotEditor;
import org.stockwright.testkit.ui.BotView;
import org.stockwright.testkit.ui.DemoWorkbench;
import org.stockwright.testkit.ui.StockwrightBot;
import org.stockwright.ui.Services;

/** The demo company with goods in and goods out, made once per run and shared: every workflow has documents of its own. */
final class GoodsBook extends DemoWorkbench {

    /** The place to which goods are picked. */
    static final String STAGING = "UI-STAGING";

    private static int made;

    private final StockwrightBot bot;
    private int keys;

    private GoodsBook(StockwrightBot bot) {
        super(bot);
        this.bot = bot;
    }

    /** The demo company, opened when it is not, in a perspective, with no editor open. */
    static GoodsBook open(StockwrightBot bot, String perspective) {
        GoodsBook book = new GoodsBook(bot);
        book.open(perspective, FulfilmentPerspective.class, Documents.class);
        return book;
    }

    /** A service of the open book. */
    static <T> Optional<T> find(Class<T> type) {
        return Services.find(FulfilmentPerspective.class, type);
    }

    static <T> T service(Class<T> type) {
        return find(type).orElseThrow();
    }

    /** A new key. */
    static synchronized String key() {
        return "ui-test-" + ++made;
    }

    /** So many items that are not tracked. */
    static List<Item> items(int many) {
        Items items = service(Items.class);
        return items.list().stream().filter(row -> row.tracking() == Tracking.NONE && row.active()).limit(many)
            .map(ItemRow::id).map(id -> items.get(id).orElseThrow()).toList();
    }

    /** So many items that are not tracked, of each of which at least so much is available in one bin. */
    static List<Item> stocked(int many, int least) {
        Availability availability = service(Availability.class);
        Items items = service(Items.class);
        return items.list().stream().filter(row -> row.tracking() == Tracking.NONE && row.active())
            .map(ItemRow::id).filter(id -> availability.of(List.of(id), Optional.empty()).getFirst().lying().stream()
                .anyMatch(lying -> lying.available().amount().compareTo(BigDecimal.valueOf(least)) >= 0))
            .limit(many).map(id -> items.get(id).orElseThrow()).toList();
    }

    /** The code of a place where at least so much of an item is available. */
    static String bin(Item item, int least) {
        return service(Availability.class).of(List.of(item.id()), Optional.empty()).getFirst().lying().stream()
            .filter(lying -> lying.available().amount().compareTo(BigDecimal.valueOf(least)) >= 0).findFirst()
            .orElseThrow().location();
    }

    /** An item that is not tracked, of which nothing is there and nothing is wanted; made anew. */
    static Item unstocked() {
        Items items = service(Items.class);
        Item like = items(1).getFirst();
        String code = "UI-NEW-" + key().toUpperCase(java.util.Locale.ROOT);
        return done(items.save(ItemDraft.of(code, "Never seen before", like.unit().code())));
    }

    /** A partner of a role; made when the book has none. */
    static Partner partner(Partner.Role role) {
        Partners partners = service(Partners.class);
        return partners.list().stream().filter(one -> one.roles().contains(role)).findFirst().orElseGet(() -> {
            String code = "UI-" + role;
            done(partners.saveAll(List.of(new Partners.Draft(code, "Partner of tests", Set.of(role), Optional.empty(),
                true))));
            return partners.byCode(code).orElseThrow();
        });
    }

    /** An approved order of so many of each item. */
    static Document order(List<Item> items, int each) {
        PurchaseOrders orders = service(PurchaseOrders.class);
        Document placed = done(orders.place(PurchaseOrders.Draft.of(key(), partner(Partner.Role.SUPPLIER).id(),
            items.stream().map(item -> PurchaseOrders.Line.of(item.id(), BigDecimal.valueOf(each))
                .in(item.unit().code()).at(BigDecimal.TEN)).toList())));
        return done(orders.approve(placed.id(), Optional.of("The tests order the same again.")));
    }

    /** The place to which goods are picked; made when it is not there. */
    static void staging() {
        place(STAGING, Locations.Standard.MAIN.code(), LocationKind.BIN);
        done(service(PackingRules.class).setStagingPlace(STAGING));
    }

    /** A place of a kind within another one, or at the top; made when it is not there. */
    static Location place(String code, String parent, LocationKind kind) {
        Locations locations = service(Locations.class);
        if (locations.byCode(code).isEmpty()) {
            done(locations.saveAll(List.of(Locations.Draft.of(code, "Place of tests", parent, kind))));
        }
        return locations.byCode(code).orElseThrow();
    }

    /** The document as it is now. */
    static Document now(Document document) {
        return service(Documents.class).get(document.id()).orElseThrow();
    }

    /** A list of documents with those of which nothing is open, too. */
    BotView all(String list) {
        BotView view = bot.view(list).show();
        if (view.bot().checkBox("Open only").isChecked()) {
            view.bot().checkBox("Open only").click();
        }
        return view;
    }

    /** Types a text, and counts its keys. */
    void type(String text) {
        keys += text.length();
        bot.typeText(text);
    }

    /** Presses keys together, and counts each of them, modifiers too. */
    void press(int... together) {
        keys += together.length;
        bot.pressShortcut(together);
    }

    /** How many keys were pressed. */
    int keys() {
        return keys;
    }

    /** Opens an entry by its keys. */
    BotEditor entry(char letter, String title) {
        press(SWT.SHIFT, SWT.ALT, letter);
        BotEditor editor = bot.editorByTitle(title);
        settle();
        return editor;
    }

    /** Posts with Ctrl+Enter, and waits until a notice says so. */
    String post(BotEditor editor, String expected) {
        press(SWT.MOD1, SWT.CR);
        await("a notice says " + expected, () -> editor.notice().contains(expected));
        settle();
        return editor.notice();
    }

    /** Opens a document from a list. */
    BotEditor open(Document document, String list) {
        BotView view = bot.view(list).show();
        await(document.number() + " is in the list",
            () -> view.bot().natTable().rowWhere("Number", document.number()) >= 0);
        view.bot().natTable().doubleClick(view.bot().natTable().rowWhere("Number", document.number()));
        BotEditor page = bot.editorByTitle(document.number());
        settle();
        return page;
    }

}
